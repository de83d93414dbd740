#!/usr/bin/env bash
# Checks that an import only points down the floors of docs/ARCHITECTURE.md, and that each kind of outside has one owner.
# The build refuses imports a target does not declare; this refuses those it should not declare.
set -euo pipefail
cd "$(dirname "$0")/.."

# The modules of this package, by floor.
declare -A floor=(
    [CLinux]=0 [COpenSSL]=0 [CZlib]=0
    [Consensus]=1 [TumorBoard]=1 [Wire]=1 [Sockets]=1 [Cryptography]=1 [Compression]=1
    [Storage]=2 [BoardAPI]=2 [Exchange]=2
    [BoardServer]=3 [BoardClient]=3
    [CLI]=4
)

# What leads outside, and the files that may: a module, or one file of it with its reason.
#   Wire/HTTP1/LineScanner     memchr, which is no call to the kernel
#   Cryptography/PrivateFile   keys are written with an exclusive open and a mode
declare -A owners=(
    [GRDB]='^Storage/'
    [GRDBSQLite]='^Storage/Ledger/PreparedStatement\.swift$'
    [CLinux]='^Sockets/'
    [COpenSSL]='^(Sockets|Cryptography)/'
    [CZlib]='^Compression/'
    [Glibc]='^(Sockets|CLI)/|^Wire/(ASCII|HTTP1/LineScanner)\.swift$|^Cryptography/PrivateFile\.swift$'
    [Foundation]='^(Storage|Exchange|BoardAPI|BoardServer|BoardClient|CLI)/'
    [FoundationEssentials]='^TumorBoard/Rules/Canonical\.swift$|^(Storage|Exchange|BoardAPI|BoardServer|BoardClient|CLI)/'
    [ArgumentParser]='^CLI/'
    [DequeModule]='^Sockets/'
    [HashTreeCollections]='^TumorBoard/State/'
    [Logging]='^(BoardServer|CLI)/'
)

# complaint FILE MODULE IMPORTED: why this import may not be; nothing if it may.
complaint() {
    local file=$1 module=$2 imported=$3
    if [ -n "${owners[$imported]:-}" ] && ! [[ $file =~ ${owners[$imported]} ]]; then
        echo "$imported belongs to ${owners[$imported]}"
    elif [ -n "${floor[$imported]:-}" ] && [ "${floor[$imported]}" -ge "${floor[$module]}" ]; then
        # The domain rests on the arithmetic of voting, the one step within a floor.
        [ "$module/$imported" = TumorBoard/Consensus ] || echo "$imported is not on a floor below $module"
    fi
}

imports=0
failures=0
while IFS=: read -r path line text; do
    file=${path#Sources/}
    module=${file%%/*}
    imported=$(sed -E 's/.*import +((struct|class|enum|protocol|func|var|let|typealias) +)?([A-Za-z_]+).*/\3/' <<<"$text")
    if [ -z "${floor[$module]:-}" ]; then
        echo "$path: module $module has no floor"
        failures=$((failures + 1))
        continue
    fi
    imports=$((imports + 1))
    reason=$(complaint "$file" "$module" "$imported")
    if [ -n "$reason" ]; then
        echo "$path:$line: $reason"
        failures=$((failures + 1))
    fi
done < <(grep -rnE --include='*.swift' '^(@[A-Za-z_()]+ +)*((package|public|internal|private|fileprivate) +)?import ' Sources)

echo "$imports imports, $failures complaints"
[ "$failures" -eq 0 ]
