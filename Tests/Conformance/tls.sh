#!/usr/bin/env bash
# Scans the built program's TLS from outside, with each profile: sslyze, sslscan and openssl(1) look for old versions, weak
# suites and groups, renegotiation, compression, early data, and what Mozilla's guidelines ask beyond that.
# The scanner is `harness/tls.sh` in a folder beside the checkout or named by CONSILIUM_SHARED, which installs sslyze from
# PyPI; without that folder nothing is run. The last line is the count.
set -euo pipefail
cd "$(dirname "$0")/../.."

scanner=${CONSILIUM_SHARED:-../shared}/harness/tls.sh
if [ ! -f "$scanner" ]; then
    echo "TLS scan: skipped, since there is no $scanner; CONSILIUM_SHARED names its folder."
    exit 0
fi
program=${CONSILIUM:-.build/debug/consilium}
[ -x "$program" ] || { echo "There is no $program; build it first: swift build" >&2; exit 1; }
export VENV=${VENV:-$PWD/.build/venv-tls}

work=$(mktemp -d)
server=
stop() {
    [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server"; } || true
    server=
}
trap 'stop; rm -rf "$work"' EXIT

# A month, as certificates that are renewed by themselves; the issuer in the chain, for the OCSP response.
CERTIFICATE_DAYS=30 certs/make-development-certificate.sh "$work/certs" >/dev/null
certs/make-ocsp-response.sh "$work/certs" >/dev/null
cat "$work/certs/server.pem" "$work/certs/ca.pem" >"$work/certs/chain.pem"

# serve OPTION…: starts the program and sets `port`.
serve() {
    "$program" serve --data "$work/data" --listen 127.0.0.1:0 --certificate "$work/certs/chain.pem" \
        --key "$work/certs/server.key" --ocsp "$work/certs/server.ocsp" "$@" >"$work/out" 2>"$work/log" </dev/null &
    server=$!
    port=
    for _ in $(seq 100); do
        port=$(sed -nE 's|^consilium serves at https://127\.0\.0\.1:([0-9]+)$|\1|p' "$work/out")
        [ -z "$port" ] || return 0
        kill -0 "$server" || break
        sleep 0.2
    done
    cat "$work/log"
    return 1
}

passed=0
failed=0
for profile in intermediate modern; do
    serve --tls "$profile"
    PROFILE=$profile CA=$work/certs/ca.pem OCSP=1 bash "$scanner" 127.0.0.1 "$port" | tee "$work/scan" || true
    stop
    read -r good bad < <(sed -nE 's/^tls: ([0-9]+) passed, ([0-9]+) failed.*/\1 \2/p' "$work/scan") || good=0 bad=1
    passed=$((passed + good))
    failed=$((failed + bad))
done

echo "$passed passed, $failed failed in ${SECONDS}s"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
