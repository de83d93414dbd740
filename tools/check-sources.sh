#!/usr/bin/env bash
# Checks every source file: at most 300 lines, and nothing left for later.
# Message catalogues (web-static/i18n) may be longer, and so may API documents, which are no source.
set -euo pipefail
cd "$(dirname "$0")/.."

longest=300
later='TO''DO|FIX''ME|X''XX'

sources() {
    find . \( -name '.build*' -o -name .git -o -name .venv -o -name node_modules -o -path ./run -o -path ./artifacts \) -prune \
        -o -type f \( -name '*.swift' -o -name '*.js' -o -name '*.css' -o -name '*.py' -o -name '*.sh' -o -name '*.c' \
        -o -name '*.h' -o -path './.ci/run' -o -name Makefile \) -print | sort
}

mapfile -t files < <(sources)
failures=0
for file in "${files[@]}"; do
    lines=$(wc -l <"$file")
    if [ "$lines" -gt "$longest" ] && [[ $file != ./web-static/i18n/* ]]; then
        echo "$file: $lines lines, more than $longest"
        failures=$((failures + 1))
    fi
done
if grep -nwE "$later" "${files[@]}"; then
    echo "left for later, see above"
    failures=$((failures + 1))
fi
echo "${#files[@]} source files, $failures complaints"
[ "$failures" -eq 0 ]
