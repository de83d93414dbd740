#!/usr/bin/env bash
# Runs everything that must hold, one stage after another; the first failure stops.
# The last line is the sum: `N passed, N failed`, and `, N skipped` where something that is not here was needed. A stage that
# counts no tests of its own counts as one.
set -euo pipefail
cd "$(dirname "$0")/.."

logs=.build/test-logs
mkdir -p "$logs"
rm -f "$logs"/*
summary=()
passed=0
failed=0
skipped=0
finished=no

# count STATUS LOG: adds what the stage's runner counted.
count() {
    local status=$1 log=$2
    read -r good bad left < <(awk -f tools/count-tests.awk "$log") || { good=1 bad=0 left=0; [ "$status" -eq 0 ] || good=0; }
    # A stage that fails has a failure, whatever its runner says: it may have stopped before counting.
    if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
    passed=$((passed + good))
    failed=$((failed + bad))
    skipped=$((skipped + left))
}

# stage TITLE COMMAND…: runs it, shows and keeps what it says.
stage() {
    local title=$1 started=$SECONDS status=0 log good bad left
    shift
    log=$logs/$((${#summary[@]} + 1)).log
    printf '\n== %s\n' "$title"
    "$@" 2>&1 | tee "$log" || status=$?
    count "$status" "$log"
    local seconds=$((SECONDS - started)) verdict=passed
    if [ "$status" -ne 0 ]; then
        verdict=FAILED
    elif [ "$left" -gt 0 ]; then
        verdict="passed, $left skipped"
        [ "$good" -gt 0 ] || verdict=skipped
    fi
    printf '== %s: %s in %d s\n' "$title" "$verdict" "$seconds"
    summary+=("$(printf '%-36s %6d s   %s' "$title" "$seconds" "$verdict")")
    return "$status"
}

# The first failures that the runners named, for who sees the end of the output alone.
failures() {
    grep -hE '^✘ .* (recorded an issue|failed after)|^not ok |^(FAILED|ERROR) |error: ' "$logs"/*.log | head -n 40 | cut -c 1-600
}

finish() {
    [ "$finished" = yes ] || [ "$failed" -gt 0 ] || failed=1    # interrupted
    [ "$failed" -eq 0 ] || { printf '\nWhat failed:\n'; failures || true; }
    printf '\n'
    printf '%s\n' "${summary[@]}"
    local sum
    sum=$(printf '%d passed, %d failed' "$passed" "$failed")
    [ "$skipped" -eq 0 ] || sum+=", $skipped skipped"
    echo "$sum" | tee "$logs/sum"
}
trap finish EXIT

# Some versions of Node find tests by folder, others by pattern; naming the files works in all.
web_tests() {
    local tests
    mapfile -t tests < <(find Tests/Web -name '*.test.js' | sort)
    [ ${#tests[@]} -gt 0 ]
    NODE_OPTIONS="--import file://$PWD/Tests/Web/support/web-crypto.js" node --test --test-reporter=tap "${tests[@]}"
}

checked=(--explicit-target-dependency-import-check error)

stage 'Form of the Swift sources' tools/format.sh --check
stage 'Imports' tools/check-imports.sh
stage 'Lengths, nothing left for later' tools/check-sources.sh
stage 'Build, warnings as errors' swift build --build-tests "${checked[@]}"
stage 'Tests in Swift' swift test --skip-build "${checked[@]}"
stage 'TLS, scanned from outside' Tests/Conformance/tls.sh
stage 'Tests of the client in Node' web_tests
stage 'Content of the demonstration' python3 demo/check.py
stage 'WebSocket by the Autobahn testsuite' Tests/Conformance/autobahn.sh
stage 'Fuzzing, half a minute each' tools/fuzz.sh 30
stage 'Instructions, against the recorded' tools/instructions.sh
if [ -x Tests/Browser/run.sh ]; then
    stage 'Tests in the browser' Tests/Browser/run.sh
fi
finished=yes
