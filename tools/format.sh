#!/usr/bin/env bash
# Brings the Swift sources into form; `format.sh --check` says what is out of form and changes nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

sources=(Package.swift Sources Tests Fuzz)
if [ "${1:-}" = --check ]; then
    swift format lint --strict --parallel --recursive "${sources[@]}"
else
    swift format --in-place --parallel --recursive "${sources[@]}"
fi
