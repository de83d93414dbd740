#!/bin/sh
# Makes a client certificate by the development authority, for a program that signs in with it. See README.md.
#
#   make-client-certificate.sh DIR NAME [ALTERNATIVE]
#
# Needs ca.pem and ca.key in DIR, which make-development-certificate.sh made; writes NAME.pem and NAME.key there. NAME is
# its common name; ALTERNATIVE another name of it, such as email:registry@clinic.example or URI:urn:example:registry.
#
#   CERTIFICATE_DAYS   lifetime in days (default 90)
set -eu
umask 077

if [ $# -lt 2 ] || [ $# -gt 3 ]; then
    echo "usage: $0 DIR NAME [ALTERNATIVE]" >&2
    exit 64
fi
cd "$1"
name=$2
work=$(mktemp -d ./.making-XXXXXX)
trap 'rm -rf "$work"' EXIT

cat >"$work/client.cnf" <<CONFIGURATION
[req]
prompt = no
distinguished_name = name
[name]
CN = $name
[extensions]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = clientAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
CONFIGURATION
[ $# -eq 2 ] || echo "subjectAltName = $3" >>"$work/client.cnf"

openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$work/client.key" 2>/dev/null
openssl req -new -sha256 -config "$work/client.cnf" -key "$work/client.key" -out "$work/client.csr"
openssl x509 -req -sha256 -in "$work/client.csr" -CA ca.pem -CAkey ca.key -set_serial "0x$(openssl rand -hex 16)" \
    -days "${CERTIFICATE_DAYS:-90}" -extfile "$work/client.cnf" -extensions extensions -out "$work/client.pem" 2>/dev/null
mv "$work/client.key" "$name.key"
mv "$work/client.pem" "$name.pem"
echo "$name.pem is new"
