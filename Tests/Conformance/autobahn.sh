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
export VENV=${VENV:-$PWD/.build/venv-autobahn}
# The suite's client ends a connection whose close is not answered within a second. Its timers begin on whole seconds and round
# down (txaio, _BatchedTimer.call_later): a second may be one millisecond, and a close answered at once comes too late. One
# more gives each timer at least the time it was asked for. The harness puts this folder on Python's path.
mkdir -p "$VENV"
cat >"$VENV/sitecustomize.py" <<'PYTHON'
try:
    from txaio._common import _BatchedTimer
except ImportError:
    pass  # the suite is not installed yet
else:
    _call_later = _BatchedTimer.call_later

    def call_later(self, delay, func, *args, **kwargs):
        return _call_later(self, delay + 1, func, *args, **kwargs)

    _BatchedTimer.call_later = call_later
PYTHON
EXCLUDE='12.*,13.*' TIMEOUT=${TIMEOUT:-1500} \
    bash "$harness" "wss://127.0.0.1:$port/echo" "$report" || true

python3 Tests/Conformance/autobahn-verdict.py "$report/index.json" $((SECONDS - started))
