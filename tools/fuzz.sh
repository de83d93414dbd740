#!/usr/bin/env bash
# Fuzzes what reads bytes from outside, with coverage guidance and the address sanitizer: requests, frames, JSON, FHIR, and
# what is said on the board's socket.
#   tools/fuzz.sh [SECONDS [TARGET…]]     30 seconds each unless told otherwise; ten minutes are a good look by hand
# Each target is one file of Fuzz/Targets, compiled together with the sources it tries, so that it sees their inside: those of
# several modules become one, without the lines by which they import each other.
# What is found new is kept in .build/fuzz/corpus; an input that crashes, hangs or eats memory, in .build/fuzz/found.
# The last line is the count of targets.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-30}
[ $# -eq 0 ] || shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(request frames json fhir live)

declare -A modules=([request]=Wire [frames]=Wire [json]=Exchange [fhir]=Exchange [live]='Consensus TumorBoard BoardAPI')
declare -A longest=([request]=1024 [frames]=1024 [json]=4096 [fhir]=8192 [live]=2048)
out=.build/fuzz
mkdir -p "$out/found"

# Sets `maps`, what a target with the domain's state is linked with: the maps of swift-collections, as the build has them.
find_maps() {
    local folder=.build/debug
    [ -d "$folder/HashTreeCollections.build" ] || swift build --target TumorBoard
    maps=(-I "$folder/Modules" "$folder"/{HashTreeCollections,InternalCollectionsUtilities}.build/*.o)
}

# Compiles a target unless it is newer than everything it is made of.
build() {
    local target=$1 sources newer names=(${modules[$1]}) maps=()
    mapfile -t sources < <(find "${names[@]/#/Sources/}" -name '*.swift' | sort)
    sources+=(Fuzz/Targets/FuzzInput.swift "Fuzz/Targets/$target.swift")
    newer=$(find "${sources[@]}" tools/fuzz.sh -newer "$out/$target" 2>/dev/null || echo all)
    [ -n "$newer" ] || return 0
    if [ ${#names[@]} -gt 1 ]; then
        find_maps >"$out/$target.log" 2>&1 || return 1
        join "$target" "${names[@]}"
    fi
    swiftc -swift-version 6 -O -wmo -g -parse-as-library -sanitize=fuzzer,address -use-ld=lld \
        -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault \
        -enable-upcoming-feature MemberImportVisibility -warnings-as-errors \
        -package-name consilium -module-name "Fuzz_$target" \
        -emit-executable -emit-module -emit-module-path "$out/Fuzz_$target.swiftmodule" \
        "${sources[@]}" "${maps[@]}" -o "$out/$target" >"$out/$target.log" 2>&1
}

# join TARGET MODULE…: replaces `sources` by copies in which no module imports another.
join() {
    local folder=$out/$1-sources pattern source copies=()
    shift
    pattern="^((package|public|internal) )?import ($(IFS='|'; echo "$*"))\$"
    rm -rf "$folder"
    for source in "${sources[@]}"; do
        mkdir -p "$folder/$(dirname "$source")"
        sed -E "s/$pattern//" "$source" >"$folder/$source"
        copies+=("$folder/$source")
    done
    sources=("${copies[@]}")
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
