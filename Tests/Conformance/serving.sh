# For the scripts beside it: the program on a free port of this machine, with certificates and data of its own.

# make_ground: a folder for this run with certificates of a month, the issuer in the chain, and an OCSP response.
make_ground() {
    ground=$(mktemp -d)
    serving=
    trap 'stop_serving; rm -rf "$ground"' EXIT
    CERTIFICATE_DAYS=30 certs/make-development-certificate.sh "$ground/certs" >/dev/null
    certs/make-ocsp-response.sh "$ground/certs" >/dev/null
    cat "$ground/certs/server.pem" "$ground/certs/ca.pem" >"$ground/certs/chain.pem"
}

# serve PROGRAM OPTION…: starts it and sets `port`.
serve() {
    local program=$1 tries=100
    shift
    "$program" serve --data "$ground/data" --listen 127.0.0.1:0 --certificate "$ground/certs/chain.pem" \
        --key "$ground/certs/server.key" --ocsp "$ground/certs/server.ocsp" "$@" \
        >"$ground/serving.txt" 2>"$ground/serving.log" &
    serving=$!
    until grep -q 'serves at' "$ground/serving.txt"; do
        tries=$((tries - 1))
        if [ "$tries" -eq 0 ] || ! kill -0 "$serving" 2>/dev/null; then
            cat "$ground/serving.log" >&2
            return 1
        fi
        sleep 0.1
    done
    port=$(sed -n 's/.*serves at .*:\([0-9]*\)$/\1/p' "$ground/serving.txt")
}

stop_serving() {
    [ -n "$serving" ] || return 0
    kill "$serving" 2>/dev/null || true
    wait "$serving" 2>/dev/null || true
    serving=
}
