#!/usr/bin/env bash
# Checks what can be checked without building: form, imports, lengths.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/format.sh --check
tools/check-imports.sh
tools/check-sources.sh
