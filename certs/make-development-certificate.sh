#!/bin/sh
# Makes a certificate authority and a server certificate for development on this machine. See README.md.
#
#   make-development-certificate.sh DIR
#
# Writes ca.pem, ca.key, server.pem and server.key into DIR. Running it again keeps what is valid for another week
# and belongs together, and makes the rest anew.
#
#   CERTIFICATE_DAYS   lifetime of a new server certificate in days (default 365)
set -eu
umask 077

if [ $# -ne 1 ]; then
    echo "usage: $0 DIR" >&2
    exit 64
fi
directory=$1
days=${CERTIFICATE_DAYS:-365}
authority_days=1095
renewal_seconds=$((7 * 24 * 3600))

mkdir -p "$directory"
cd "$directory"
work=$(mktemp -d ./.making-XXXXXX)
trap 'rm -rf "$work"' EXIT

# is_current NAME: NAME.pem and NAME.key exist, belong together, and are valid beyond the renewal window.
is_current() {
    [ -s "$1.pem" ] && [ -s "$1.key" ] || return 1
    openssl x509 -in "$1.pem" -noout -checkend "$renewal_seconds" >/dev/null 2>&1 || return 1
    [ "$(openssl x509 -in "$1.pem" -noout -pubkey 2>/dev/null)" = "$(openssl pkey -in "$1.key" -pubout 2>/dev/null)" ]
}

# put NAME: moves a finished pair into place, the key first: a certificate never stands without its key.
put() {
    mv "$work/$1.key" "$1.key"
    mv "$work/$1.pem" "$1.pem"
}

new_key() {
    openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1" 2>/dev/null
    chmod 600 "$1"
}

if is_current ca; then
    echo "ca.pem is kept"
else
    # The name constraints make the authority worthless for any other host, even with a stolen key.
    cat >"$work/ca.cnf" <<'CONFIGURATION'
[req]
prompt = no
distinguished_name = name
x509_extensions = extensions
[name]
CN = Consilium development authority
[extensions]
basicConstraints = critical, CA:true, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
nameConstraints = critical, @allowed
[allowed]
permitted;DNS.1 = localhost
permitted;IP.1 = 127.0.0.1/255.255.255.255
permitted;IP.2 = ::1/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
CONFIGURATION
    new_key "$work/ca.key"
    openssl req -new -x509 -sha256 -config "$work/ca.cnf" -key "$work/ca.key" -days "$authority_days" -out "$work/ca.pem"
    put ca
    echo "ca.pem is new: trust it anew where the old one was trusted"
fi

if is_current server && openssl verify -CAfile ca.pem server.pem >/dev/null 2>&1; then
    echo "server.pem is kept"
else
    cat >"$work/server.cnf" <<'CONFIGURATION'
[req]
prompt = no
distinguished_name = name
[name]
CN = localhost
[extensions]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = DNS:localhost, IP:127.0.0.1, IP:::1
CONFIGURATION
    new_key "$work/server.key"
    openssl req -new -sha256 -config "$work/server.cnf" -key "$work/server.key" -out "$work/server.csr"
    openssl x509 -req -sha256 -in "$work/server.csr" -CA ca.pem -CAkey ca.key -set_serial "0x$(openssl rand -hex 16)" \
        -days "$days" -extfile "$work/server.cnf" -extensions extensions -out "$work/server.pem" 2>/dev/null
    openssl verify -CAfile ca.pem "$work/server.pem" >/dev/null
    put server
    echo "server.pem is new"
fi
