#!/usr/bin/env bash
# Scans the program's TLS from outside, with each profile: sslyze, sslscan and openssl(1) look for old versions, weak
# suites and groups, renegotiation, compression, early data, and what Mozilla's guidelines ask beyond that.
#
#   tls.sh [PROGRAM]    default: the debug build
#
#   CONSILIUM_TLS_SCAN   the scanner, called as SCANNER HOST PORT with PROFILE and CA in its environment;
#                        default ../shared/harness/tls.sh beside the checkout. Without it nothing is scanned.
#   VENV                 the scanner's Python packages (default .venv-tls; made when missing)
#
# The last line is the sum: `N passed, M failed in Ss`.
set -euo pipefail
cd "$(dirname "$0")/../.."
source Tests/Conformance/serving.sh

program=${1:-.build/debug/consilium}
scanner=${CONSILIUM_TLS_SCAN:-../shared/harness/tls.sh}
if [ ! -x "$scanner" ]; then
    echo "skipped: there is no TLS scanner at $scanner"
    exit 0
fi
export VENV=${VENV:-$PWD/.venv-tls}

passed=0
failed=0
make_ground

for profile in intermediate modern; do
    serve "$program" --tls "$profile"
    echo "-- $profile, port $port"
    PROFILE=$profile CA=$ground/certs/ca.pem OCSP=1 "$scanner" 127.0.0.1 "$port" | tee "$ground/scan.txt" || true
    stop_serving
    read -r good bad < <(sed -n 's/^tls: \([0-9]*\) passed, \([0-9]*\) failed.*/\1 \2/p' "$ground/scan.txt") || good=0 bad=1
    passed=$((passed + good))
    failed=$((failed + bad))
done

echo "$passed passed, $failed failed in ${SECONDS}s"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
