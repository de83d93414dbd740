#!/usr/bin/env bash
# Installs what the build needs beside a Swift toolchain: OpenSSL, SQLite, zlib and pkg-config.
set -euo pipefail
cd "$(dirname "$0")/.."
source tools/packages.sh

if ! command -v swift >/dev/null; then
    echo "A Swift toolchain of version 6.2 or later is needed: https://www.swift.org/install" >&2
    exit 1
fi

missing=()
command -v pkg-config >/dev/null || missing+=(pkg-config)
command -v openssl >/dev/null || missing+=(openssl)
pkg-config --exists openssl 2>/dev/null || missing+=(libssl-dev)
pkg-config --exists sqlite3 2>/dev/null || missing+=(libsqlite3-dev)
pkg-config --exists zlib 2>/dev/null || missing+=(zlib1g-dev)
# Without pkg-config the libraries could not be asked for: installing what is there already does no harm.
install_packages "Libraries for the build" "${missing[@]}"
