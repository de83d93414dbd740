#!/usr/bin/env bash
# Counts the instructions of a command, of a delivery and of a ballot, and holds them against Tests/Instructions/recorded.json.
# `tools/instructions.sh --record` records them: after a change that is meant to cost more, or that made them less.
# The last line is the count.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
certs/make-development-certificate.sh "$work/certs" >/dev/null
swift build --configuration release --product BenchBoard
python3 Tests/Instructions/instructions.py "$(swift build --configuration release --show-bin-path)/BenchBoard" \
    "$work/certs" "$@"
