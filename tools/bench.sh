#!/usr/bin/env bash
# Measures the server beside the reference in C and prints one table; the figures are kept in artifacts/bench.json.
# Arguments go to Bench/bench.py, such as `--only static --rounds 5`, or `--large`.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=../shared/bench
if [ ! -d "$tools" ]; then
    echo "The load generator is not here ($tools): nothing is measured."
    exit 0
fi
tools/install-libraries.sh
swift build --configuration release --product BenchBoard
mkdir -p artifacts
exec python3 Bench/bench.py "$(swift build --configuration release --show-bin-path)/BenchBoard" "$tools" \
    --json artifacts/bench.json "$@"
