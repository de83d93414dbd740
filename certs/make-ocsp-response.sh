#!/bin/sh
# Makes an OCSP response for the development certificate, as its authority would. See README.md.
#
#   make-ocsp-response.sh DIR
#
# Reads ca.pem, ca.key and server.pem in DIR, which make-development-certificate.sh made, and writes server.ocsp.
#
#   OCSP_MINUTES   how long it is valid (default 7 days)
#   OCSP_STATUS    V for good (default), R for revoked
set -eu
umask 077

if [ $# -ne 1 ]; then
    echo "usage: $0 DIR" >&2
    exit 64
fi
cd "$1"
minutes=${OCSP_MINUTES:-10080}
work=$(mktemp -d ./.making-XXXXXX)
trap 'rm -rf "$work"' EXIT

# The authority's book of one certificate, in the form of openssl-ca(1): status, end, revocation, serial, file, subject.
serial=$(openssl x509 -in server.pem -noout -serial | cut -d= -f2)
revoked=
[ "${OCSP_STATUS:-V}" = V ] || revoked=$(date -u +%y%m%d%H%M%SZ)
printf '%s\t%s\t%s\t%s\tunknown\t/CN=localhost\n' "${OCSP_STATUS:-V}" 991231235959Z "$revoked" "$serial" >"$work/index.txt"

openssl ocsp -issuer ca.pem -cert server.pem -no_nonce -reqout "$work/request.der" >/dev/null 2>&1
openssl ocsp -index "$work/index.txt" -CA ca.pem -rsigner ca.pem -rkey ca.key -resp_no_certs -nmin "$minutes" \
    -reqin "$work/request.der" -respout "$work/server.ocsp" >/dev/null 2>&1
mv "$work/server.ocsp" server.ocsp
echo "server.ocsp is new"
