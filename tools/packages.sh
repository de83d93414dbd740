# Sourced by the installing scripts: Debian packages, only those that are missing.

# install_packages PURPOSE PACKAGE…: says what is missing and how to install it by hand, then installs it.
install_packages() {
    local purpose=$1
    shift
    if [ $# -eq 0 ]; then
        echo "$purpose: everything is there."
        return
    fi
    echo "$purpose: missing $*."
    echo "  By hand: sudo apt-get install $*"
    if ! command -v apt-get >/dev/null; then
        echo "This system has no apt-get; please install the equivalent of these packages." >&2
        return 1
    fi
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "Neither root nor sudo: please run the line above as root." >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "  Installing them now."
    "${as_root[@]}" apt-get update -q </dev/null
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" </dev/null
}

# is_installed PACKAGE: whether Debian's package manager has it.
is_installed() {
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}
