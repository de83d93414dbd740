#!/usr/bin/env bash
# Scans the built program's TLS from outside, with each profile: sslyze, sslscan and openssl(1) look for old versions, weak
# suites and groups, renegotiation, compression, early data, and what Mozilla's guidelines ask beyond that.
# The scanner is `harness/tls.sh` in a folder beside the checkout or named by CONSILIUM_SHARED, which installs sslyze from
# PyPI; without that folder nothing is run. The last line is the count.
set -euo pipefail
cd "$(dirname "$0")/../.."

source Tests/Conformance/serving.sh
need_harness 'TLS scan' tls.sh
export VENV=${VENV:-$PWD/.build/venv-tls}

# A month, as certificates that are renewed by themselves; the issuer in the chain, for the OCSP response.
CERTIFICATE_DAYS=30 certs/make-development-certificate.sh "$work/certs" >/dev/null
certs/make-ocsp-response.sh "$work/certs" >/dev/null
cat "$work/certs/server.pem" "$work/certs/ca.pem" >"$work/certs/chain.pem"

passed=0
failed=0
for profile in intermediate modern; do
    serve --tls "$profile" --certificate "$work/certs/chain.pem" --key "$work/certs/server.key" \
        --ocsp "$work/certs/server.ocsp"
    PROFILE=$profile CA=$work/certs/ca.pem OCSP=1 bash "$harness" 127.0.0.1 "$port" | tee "$work/scan" || true
    stop
    read -r good bad < <(sed -nE 's/^tls: ([0-9]+) passed, ([0-9]+) failed.*/\1 \2/p' "$work/scan") || good=0 bad=1
    passed=$((passed + good))
    failed=$((failed + bad))
done

echo "$passed passed, $failed failed in ${SECONDS}s"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
