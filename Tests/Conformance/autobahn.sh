#!/usr/bin/env bash
# The Autobahn testsuite against the built program: `consilium serve --echo`, over TLS, on a port the kernel chooses.
# Of the core (groups 1 to 7 and 10, 247 cases) each must pass strictly; of group 9 (large messages, 54 cases) none may fail.
# The suite itself is driven by `harness/autobahn.sh` in a folder beside the checkout or named by CONSILIUM_SHARED, which
# installs it from PyPI; without that folder nothing is run. The last line is the count.
set -euo pipefail
cd "$(dirname "$0")/../.."

harness=${CONSILIUM_SHARED:-../shared}/harness/autobahn.sh
if [ ! -f "$harness" ]; then
    echo "Autobahn: skipped, since there is no $harness; CONSILIUM_SHARED names its folder."
    exit 0
fi
program=${CONSILIUM:-.build/debug/consilium}
[ -x "$program" ] || { echo "There is no $program; build it first: swift build" >&2; exit 1; }

started=$SECONDS
work=$(mktemp -d)
server=
finish() {
    [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server"; } || true
    rm -rf "$work"
}
trap finish EXIT

certs/make-development-certificate.sh "$work/certs" >/dev/null
"$program" serve --echo --data "$work/data" --listen 127.0.0.1:0 \
    --certificate "$work/certs/server.pem" --key "$work/certs/server.key" >"$work/out" 2>"$work/log" </dev/null &
server=$!
port=
for _ in $(seq 100); do
    port=$(sed -nE 's|^consilium serves at https://127\.0\.0\.1:([0-9]+)$|\1|p' "$work/out")
    [ -z "$port" ] || break
    kill -0 "$server" || { cat "$work/log"; exit 1; }
    sleep 0.2
done
[ -n "$port" ] || { echo "The server does not say where it serves."; exit 1; }

report=.build/autobahn
VENV=${VENV:-$PWD/.build/venv-autobahn} EXCLUDE='12.*,13.*' TIMEOUT=${TIMEOUT:-1500} \
    bash "$harness" "wss://127.0.0.1:$port/echo" "$report" || true

python3 Tests/Conformance/autobahn-verdict.py "$report/index.json" $((SECONDS - started))
