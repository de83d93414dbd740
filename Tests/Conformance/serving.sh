# Sourced by the conformance scripts: the built program, served from a folder that is removed at the end.
# Sets `work`, that folder, and leaves `serve` and `stop`. A script that finds no harness ends here, with a word why.

# need_harness NAME FILE: the suite's own script, in a folder beside the checkout or named by CONSILIUM_SHARED.
need_harness() {
    harness=${CONSILIUM_SHARED:-../shared}/harness/$2
    [ ! -f "$harness" ] || return 0
    echo "$1: skipped, since there is no $harness; CONSILIUM_SHARED names its folder."
    echo '0 passed, 0 failed, 1 skipped in 0.0s'
    exit 0
}

# serve OPTION…: starts the program on a port the kernel chooses, and sets `port`.
serve() {
    "$program" serve --data "$work/data" --listen 127.0.0.1:0 "$@" >"$work/out" 2>"$work/log" </dev/null &
    server=$!
    port=
    for _ in $(seq 100); do
        port=$(sed -nE 's|^consilium [^ ]+ serves at https://127\.0\.0\.1:([0-9]+)$|\1|p' "$work/out")
        [ -z "$port" ] || return 0
        kill -0 "$server" || break
        sleep 0.2
    done
    cat "$work/log"
    return 1
}

stop() {
    [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server"; } || true
    server=
}

program=${CONSILIUM:-.build/debug/consilium}
[ -x "$program" ] || { echo "There is no $program; build it first: swift build" >&2; exit 1; }
work=$(mktemp -d)
server=
trap 'stop; rm -rf "$work"' EXIT
