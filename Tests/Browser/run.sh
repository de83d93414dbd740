#!/usr/bin/env bash
# Drives the built program with Debian's Chromium: a whole case, every screen, blinding, reconnecting, the keyboard, the print.
# Arguments go to pytest, such as `-k keyboard`. Screenshots are left in artifacts/screens.
set -euo pipefail
cd "$(dirname "$0")/../.."

program=${CONSILIUM:-.build/debug/consilium}
[ -x "$program" ] || { echo "There is no $program; build it first: swift build" >&2; exit 1; }
python=.venv/bin/python
[ -x "$python" ] || python=python3
export CONSILIUM=$program PYTHONDONTWRITEBYTECODE=1

exec "$python" -m pytest --config-file=Tests/Browser/pytest.ini Tests/Browser "$@"
