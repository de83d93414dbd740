#!/usr/bin/env bash
# The Autobahn testsuite against the built program: `consilium serve --echo`, over TLS, on a port the kernel chooses.
# Of the core (groups 1 to 7 and 10, 247 cases) each must pass strictly; of group 9 (large messages, 54 cases) none may fail.
# The suite itself is driven by `harness/autobahn.sh` in a folder beside the checkout or named by CONSILIUM_SHARED, which
# installs it from PyPI; without that folder nothing is run. The last line is the count.
set -euo pipefail
cd "$(dirname "$0")/../.."

source Tests/Conformance/serving.sh
need_harness Autobahn autobahn.sh

started=$SECONDS
certs/make-development-certificate.sh "$work/certs" >/dev/null
serve --echo --certificate "$work/certs/server.pem" --key "$work/certs/server.key"

report=.build/autobahn
VENV=${VENV:-$PWD/.build/venv-autobahn} EXCLUDE='12.*,13.*' TIMEOUT=${TIMEOUT:-1500} \
    bash "$harness" "wss://127.0.0.1:$port/echo" "$report" || true

python3 Tests/Conformance/autobahn-verdict.py "$report/index.json" $((SECONDS - started))
