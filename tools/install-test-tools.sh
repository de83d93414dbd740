#!/usr/bin/env bash
# Installs what `make test` needs beside the libraries of the build: Node, Python with Playwright, and Debian's Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
source tools/packages.sh

missing=()
command -v node >/dev/null || missing+=(nodejs)
command -v chromium >/dev/null || missing+=(chromium)
command -v certutil >/dev/null || missing+=(libnss3-tools)
command -v sslscan >/dev/null || missing+=(sslscan)
command -v valgrind >/dev/null || missing+=(valgrind)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
command -v python3 >/dev/null || missing+=(python3)
python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
# The client names Inter and falls back to Noto; with both, a measured layout is the same on every machine.
for font in fonts-inter fonts-noto-core; do
    is_installed "$font" || missing+=("$font")
done
install_packages "Tools for the tests" "${missing[@]}"

# Playwright drives Debian's Chromium, so its own download of a browser is not needed.
stamp=.venv/requirements
if cmp -s tools/test-requirements.txt "$stamp"; then
    echo "Python packages for the tests: everything is there (.venv)."
else
    echo "Python packages for the tests: installing them into .venv."
    python3 -m venv --clear .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement tools/test-requirements.txt
    cp tools/test-requirements.txt "$stamp"
fi
