#!/bin/sh
# Installs what is missing and says each thing it installs; quick when nothing is.
#
#   tools/bootstrap.sh run    what `make run` needs: Python, compilers, and .venv with the package, its C engine and its BPF programs
#                             (no compiler to be had: it says so and installs the pure Python engine, or no BPF programs)
#   tools/bootstrap.sh dev    and what tests, checks and benchmarks need; the C compiler is a must
#
# PYTHON: the interpreter to make .venv with, the first fit one unless set.   CC: the compiler, what Python was built with unless set.
# CLANG: what compiles the BPF programs, clang unless set.
# pip and apt are used as this machine has configured them.
set -eu
cd "$(dirname "$0")/.."
level=${1:-run}
case $level in run | dev) ;; *) echo "usage: tools/bootstrap.sh run|dev" >&2 && exit 2 ;; esac

venv=.venv
oldest=3.11
engine="the C engine"
bpf="the BPF programs"
clang=${CLANG:-clang}
built=xtcp_ebpf/activity/built
pip_with_groups=25.1 # the first pip that knows --group
stamp=$venv/ready
left_out=$venv/left_out # there when the C engine or the BPF programs were left out: what they lacked

say() { echo "bootstrap: $*"; }

# What the installed state depends on. The folder too: an editable install does not survive a move.
state() { (pwd && cat pyproject.toml setup.py xtcp_ebpf/wire/_engine.c xtcp_ebpf/wire/_table.h xtcp_ebpf/kernel/_visit.c xtcp_ebpf/kernel/_receive.c xtcp_ebpf/marshal/_columns.c xtcp_ebpf/api/_select.c xtcp_ebpf/tcp_stats/_accumulate.c xtcp_ebpf/closed/_messages.c xtcp_ebpf/exact/_exact.c bpf/* tools/bootstrap.sh) | sha256sum; }

up_to_date() {
    [ -x "$venv/bin/xtcp-ebpf" ] && [ -e "$venv/bin/python" ] || return 1 # -e: not a link to a Python that is gone
    if [ -e "$left_out" ]; then
        [ "$(cat "$left_out")" = "$(missing)" ] || return 1
    else
        for file in xtcp_ebpf/wire/_engine.abi3.so xtcp_ebpf/kernel/_visit.abi3.so xtcp_ebpf/kernel/_receive.abi3.so xtcp_ebpf/marshal/_columns.abi3.so xtcp_ebpf/api/_select.abi3.so xtcp_ebpf/tcp_stats/_accumulate.abi3.so xtcp_ebpf/closed/_messages.abi3.so xtcp_ebpf/exact/_exact.abi3.so $built/walk.bpf.o $built/tracepoints.bpf.o $built/closing.bpf.o $built/sockets.bpf.o; do
            [ -e "$file" ] || return 1
        done
    fi
    [ "$(cat "$stamp.$level" 2>/dev/null)" = "$(state)" ]
}

recent() { "$1" -c "import sys; sys.exit(sys.version_info < tuple(map(int, '$oldest'.split('.'))))" 2>/dev/null; }

find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        path=$(command -v "$candidate") && recent "$path" && echo "$path" && return 0
    done
    return 1
}

find_compiler() { # $1: the interpreter
    compiler=${CC:-$("$1" -c 'import sysconfig; print(sysconfig.get_config_var("CC"))')}
    command -v "${compiler%% *}" >/dev/null && echo "$compiler"
}

compiles() { # $1: compiler, $2: header that it has to find
    printf '#include <%s>\n' "$2" | $1 -E -xc - >/dev/null 2>&1
}

cpp_of() { # $1: a clang; false when the header on standard input is not found. Without a clang: is it where Debian puts it?
    if command -v "$1" >/dev/null; then "$1" -E -xc - >/dev/null 2>&1; else [ -e /usr/include/bpf/bpf_helpers.h ]; fi
}

# One line for each thing missing: package|what it is for
missing() {
    if python=$(find_python); then
        name=$(debian_name "$python")
        # Debian's python3 without python3-venv has venv, and not the pip to put in it.
        "$python" -c 'import ensurepip, venv' 2>/dev/null || echo "$name-venv|to make $venv"
        headers=$("$python" -c 'import sysconfig; print(sysconfig.get_path("include"))')
        compiler=$(find_compiler "$python") || echo "gcc|$engine: a compiler"
        compiles "${compiler:-false}" stdio.h || echo "libc6-dev|$engine: the C library's headers"
        [ -e "$headers/Python.h" ] || echo "$name-dev|$engine: Python's headers"
    else
        echo "python3|Python $oldest or newer"
        echo "python3-venv|to make $venv"
        echo "gcc|$engine: a compiler"
        echo "libc6-dev|$engine: the C library's headers"
        echo "python3-dev|$engine: Python's headers"
    fi
    command -v "$clang" >/dev/null || echo "clang|$bpf: a compiler"
    printf '#include <bpf/bpf_helpers.h>\n' | cpp_of "$clang" || echo "libbpf-dev|$bpf: headers, and the library that loads them"
    [ "$level" = run ] || { command -v ip && command -v ss; } >/dev/null || echo "iproute2|tests: ip makes namespaces, ss is compared with"
    [ "$level" = run ] || command -v mvn >/dev/null || echo "maven|tests: brings Kafka, and the Java that runs it"
    [ "$level" = run ] || command -v openssl >/dev/null || echo "openssl|tests: certificates"
    [ "$level" = run ] || command -v systemd-analyze >/dev/null || echo "systemd|tests: the unit is analysed, not run"
    [ "$level" = run ] || command -v nix-instantiate >/dev/null || echo "nix-bin|checks: flake.nix is parsed and evaluated, nothing is built"
    [ "$level" = run ] || [ -e /usr/lib/python3/dist-packages/bcc ] || echo "python3-bpfcc|$bpf: tests of the loader that compiles them"
}

debian_name() { # python3 for the system's default, python3.12 for another that stands beside it
    default=$(/usr/bin/python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || default=
    this=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if [ "$default" = "$this" ] || [ -z "$default" ]; then echo python3; else echo "python$this"; fi
}

# $1: the lines of missing. False when it cannot be done here; it has then said what is missing and how to get it.
install_packages() {
    names=$(echo "$1" | cut -d'|' -f1 | tr '\n' ' ')
    obstacle= as_root=
    if ! command -v apt-get >/dev/null; then
        obstacle="there is no apt-get here" how="with this system's own package tool, install what Debian calls: $names"
    elif [ "$(id -u)" -eq 0 ]; then
        :
    elif command -v sudo >/dev/null; then
        as_root="sudo --preserve-env=http_proxy,https_proxy,no_proxy"
    else
        obstacle="this is not root, and there is no sudo" how="as root:  apt-get update && apt-get install -y --no-install-recommends $names"
    fi
    if [ -n "$obstacle" ]; then say "missing, and not to be installed from here ($obstacle):"; else say "installing with apt-get:"; fi
    echo "$1" | while IFS='|' read -r package purpose; do printf '    %-16s %s\n' "$package" "$purpose"; done
    if [ -n "$obstacle" ]; then
        say "$how"
        return 1
    fi
    log=$(mktemp)
    # shellcheck disable=SC2086  lists of words
    if $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update >"$log" 2>&1 </dev/null &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0 install -y --no-install-recommends $names >>"$log" 2>&1 </dev/null; then
        sed -n 's/^Setting up \(.*\) \.\.\.$/    installed \1/p' "$log"
        rm -f "$log"
    else
        cat "$log" >&2
        rm -f "$log"
        say "apt-get failed, its words stand above; it was to install: $names" >&2
        exit 1
    fi
}

too_old() {
    say "Python $oldest or newer is needed. Here is ${PYTHON:-python3}: $("${PYTHON:-python3}" --version 2>&1 || true)"
    say "Debian 12, Ubuntu 24.04 and later have it; Ubuntu 22.04 has python3.11, python3.11-venv and python3.11-dev beside its own."
    say "Any other is used when it is named:  make run PYTHON=/path/to/python3.13"
    exit 1
}

pip() { "$venv/bin/python" -m pip --disable-pip-version-check "$@"; }

# pip, told to be brief: of its words only what it installed, and everything when it fails.
pip_install() {
    log=$(mktemp)
    if pip install --progress-bar off "$@" >"$log" 2>&1 </dev/null; then
        sed -n 's/^Successfully installed //p' "$log" | tr ' ' '\n' | sed '/^$/d; s/^/    installed /; s/-\([0-9][^-]*\)$/ \1/'
        rm -f "$log"
    else
        cat "$log" >&2
        rm -f "$log"
        say "pip install $* failed, its words stand above" >&2
        exit 1
    fi
}

up_to_date && exit 0

# One that is here and too old is for its owner to replace; only where there is none do we install one.
if ! find_python >/dev/null && [ -n "${PYTHON:-$(command -v python3)}" ]; then too_old; fi
lacking=$(missing) require_c=1 require_bpf=1
if [ -n "$lacking" ] && ! install_packages "$lacking"; then
    if echo "$lacking" | grep -v "|$bpf" | grep -qv "|$engine" || { [ "$level" = dev ] && echo "$lacking" | grep -q "|$engine"; }; then
        say "then run the same command again"
        exit 1
    fi
    if echo "$lacking" | grep -q "|$engine"; then
        say "going on without $engine: the same rows, decoded in Python, some 100 times slower"
        require_c=
    fi
    if echo "$lacking" | grep -q "|$bpf"; then
        say "going on without $bpf: the same rows, and more work for the host: it is not known which namespaces are idle"
        require_bpf=
    fi
fi
python=$(find_python) || too_old # what an older Debian or Ubuntu installs
if ! recent "$venv/bin/python"; then
    say "making $venv with $python ($("$python" --version))"
    rm -rf "$venv"
    "$python" -m venv "$venv"
fi
# The stamps go first: an installation that stops half way is not taken for a whole one.
rm -f "$stamp".* "$left_out"
groups=
if [ "$level" = dev ]; then
    groups=$(sed -n '/^\[dependency-groups\]/,/^\[/s/^\([a-z-]*\) = .*/--group \1/p' pyproject.toml)
    say "installing into $venv: what tests and checks need"
    # Debian 12's pip is older.
    pip_install --upgrade "pip>=$pip_with_groups"
    # shellcheck disable=SC2086  a list of words
    pip_install $groups
fi
say "installing into $venv: this package (editable)${require_c:+ with $engine}${require_bpf:+, with $bpf}"
XTCP_REQUIRE_C=$require_c XTCP_REQUIRE_BPF=$require_bpf CLANG=$clang pip_install --editable ".[grpc]"
[ -n "$require_c" ] && [ -n "$require_bpf" ] || echo "$lacking" >"$left_out"
state >"$stamp.$level"
[ "$level" = run ] || state >"$stamp.run"
say "$("$venv/bin/xtcp-ebpf" -v)"
