#!/usr/bin/env bash
# Fuzzes what reads bytes from outside, with coverage guidance and the address sanitizer: requests, frames, JSON, FHIR.
#   tools/fuzz.sh [SECONDS [TARGET…]]     30 seconds each unless told otherwise; ten minutes are a good look by hand
# Each target is one file of Fuzz/Targets, compiled together with the sources it tries, so that it sees their inside.
# What is found new is kept in .build/fuzz/corpus; an input that crashes, hangs or eats memory, in .build/fuzz/found.
# The last line is the count of targets.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-30}
[ $# -eq 0 ] || shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(request frames json fhir)

declare -A module=([request]=Wire [frames]=Wire [json]=Exchange [fhir]=Exchange)
declare -A longest=([request]=1024 [frames]=1024 [json]=4096 [fhir]=8192)
out=.build/fuzz
mkdir -p "$out/found"

# Compiles a target unless it is newer than everything it is made of.
build() {
    local target=$1 sources newer
    mapfile -t sources < <(find "Sources/${module[$target]}" -name '*.swift' | sort)
    sources+=(Fuzz/Targets/FuzzInput.swift "Fuzz/Targets/$target.swift")
    newer=$(find "${sources[@]}" tools/fuzz.sh -newer "$out/$target" 2>/dev/null || echo all)
    [ -n "$newer" ] || return 0
    swiftc -swift-version 6 -O -wmo -g -parse-as-library -sanitize=fuzzer,address -use-ld=lld \
        -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault \
        -enable-upcoming-feature MemberImportVisibility -warnings-as-errors \
        -package-name consilium -module-name "Fuzz_$target" \
        "${sources[@]}" -o "$out/$target" >"$out/$target.log" 2>&1
}

run() {
    local target=$1
    mkdir -p "$out/corpus/$target"
    # Swift's own report of a crash would wait for a terminal.
    SWIFT_BACKTRACE=enable=no "$out/$target" "$out/corpus/$target" "Fuzz/Seeds/$target" \
        -dict="Fuzz/Dictionaries/$target" -artifact_prefix="$out/found/$target-" \
        -max_total_time="$seconds" -max_len="${longest[$target]}" -timeout=5 -rss_limit_mb=2048 \
        -print_final_stats=1 -verbosity=1 </dev/null >"$out/$target.log" 2>&1
}

started=$SECONDS
passed=0
failed=0
for target in "${targets[@]}"; do
    if build "$target" && run "$target"; then
        passed=$((passed + 1))
        executed=$(awk '/number_of_executed_units/ { print $2 }' "$out/$target.log")
        echo "$target: $executed inputs in $seconds s, nothing found"
    else
        failed=$((failed + 1))
        echo "$target: FAILED"
        [ ! -f "$out/$target.log" ] || tail -n 30 "$out/$target.log"
    fi
done
echo "$passed passed, $failed failed in $((SECONDS - started)).0s"
[ "$failed" -eq 0 ]
