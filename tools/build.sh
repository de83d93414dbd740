#!/usr/bin/env bash
# Builds the program for release, the libraries first.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/install-libraries.sh
swift build --configuration release --product consilium --explicit-target-dependency-import-check error
