#!/usr/bin/env bash
# The README's two commands in a bare Debian: debootstrap's smallest one, with apt, git and make and nothing else.
#
#   tools/try_fresh.sh [--worktree]     the last commit; with --worktree the files as they are now
#
# SUITE: bookworm unless set.   MIRROR: debootstrap's own unless set.   Needs root, debootstrap, and room for about 1 GB in TMPDIR.
# The bare system is kept as an archive in ${XDG_CACHE_HOME:-~/.cache}/xtcp-ebpf, so that the next try starts at once.
#
# Everything that is mounted is mounted in a mount namespace of the try's own: it goes with its last process, whatever happens,
# and is never seen by the `rm` at the end.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
suite=${SUITE:-bookworm}
mirror=${MIRROR:-}
checkout=/opt/xtcp-ebpf
worktree=

case "${1:-}" in
"") ;;
--worktree) worktree=1 ;;
*) echo "usage: tools/try_fresh.sh [--worktree]" >&2 && exit 2 ;;
esac
[ "$(id -u)" = 0 ] || { echo "try-fresh: needs root, for mounts" >&2 && exit 1; }
command -v debootstrap >/dev/null || { echo "try-fresh: debootstrap is missing: apt-get install debootstrap" >&2 && exit 1; }

say() { echo "try-fresh: $*"; }

work=$(mktemp -d "${TMPDIR:-/tmp}/xtcp-ebpf-fresh.XXXXXX")
root=$work/root
remove() {
    if grep -q " $work" /proc/self/mountinfo; then
        say "something is mounted under $work: not removed" >&2
    else
        rm -rf --one-file-system "$work"
    fi
}
trap remove EXIT

bare_system() {
    local cache=${XDG_CACHE_HOME:-$HOME/.cache}/xtcp-ebpf archive
    archive=$cache/$suite-minbase-git-make.tar
    mkdir -p "$cache" "$root"
    if [ ! -e "$archive" ]; then
        say "debootstrap $suite${mirror:+ from $mirror}"
        debootstrap --variant=minbase --include=git,make "$suite" "$root" ${mirror:+"$mirror"} >"$work/log" 2>&1 || { tail -n 20 "$work/log" >&2 && return 1; }
        tar -C "$root" -cf "$archive.part.$$" . && mv "$archive.part.$$" "$archive"
    else
        tar -C "$root" -xf "$archive"
    fi
}

# Where this machine gets packages from and whom it trusts: what a fresh machine's owner would have set up. No package, and no private key.
package_settings() {
    local path
    # shellcheck disable=SC1091  the host's
    # On another system the sources that debootstrap wrote stay.
    if [ "$(. /etc/os-release && echo "$ID ${VERSION_CODENAME:-}")" = "debian $suite" ]; then
        rm -f "$root/etc/apt/sources.list"
        for path in /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list; do copy "$path"; done
        for path in /etc/apt/trusted.gpg.d /etc/apt/keyrings /usr/share/keyrings; do copy "$path"; done
    fi
    # Only what says how to fetch; the rest of apt.conf.d belongs to packages that are not there.
    for path in $(grep -lEs '^ *Acquire::(http|https|Check|Retries|ForceIPv|Proxy)' /etc/apt/apt.conf /etc/apt/apt.conf.d/*); do copy "$path"; done
    for path in /etc/apt/auth.conf.d /etc/ssl/certs /usr/local/share/ca-certificates /etc/pip.conf /etc/resolv.conf /etc/hosts; do copy "$path"; done
    for path in "$HOME/.config/pip/pip.conf" "$HOME/.pip/pip.conf" "${PIP_CONFIG_FILE:-}" "${PIP_FIND_LINKS:-}"; do copy "$path"; done
}

copy() { # $1: a file or folder of this machine, to the same place over there, links as what they point to
    [ -e "$1" ] || return 0
    mkdir -p "$root$(dirname "$1")"
    cp -RL --preserve=mode -T "$1" "$root$1" 2>/dev/null || say "not all of $1 could be copied"
}

sources() {
    git -c advice.detachedHead=false clone -q --no-hardlinks "file://$PWD" "$root$checkout"
    [ -n "$worktree" ] || return 0
    git ls-files -z --deleted | (cd "$root$checkout" && xargs -0r rm -f --)
    git ls-files -z -co --exclude-standard | while IFS= read -rd '' path; do [ ! -e "$path" ] || printf '%s\0' "$path"; done |
        tar -c --null --verbatim-files-from -T - | tar -C "$root$checkout" -x --no-same-owner
}

# The variables by which this machine's tools find certificates, indexes and proxies.
settings() { env | grep -E '^(PIP_[A-Z_]*|[A-Z_]*_CERT|[A-Z_]*_CA_BUNDLE|SSL_CERT_[A-Z]*|(http|https|no)_proxy)=' || true; }

# inside COMMAND...: in the bare system, with processes and mounts of its own, and without this shell's environment. The network is the host's.
# `make test` has to end in 10 minutes; what hangs is ended a little later.
inside() {
    local variables=()
    mapfile -t variables < <(settings)
    # shellcheck disable=SC2016  for the inner shell
    timeout --foreground 1800 unshare --mount --pid --fork --kill-child --propagation private sh -ec '
        root=$1; shift
        mount --bind "$root" "$root"
        mount -t proc proc "$root/proc"
        mount --rbind /sys "$root/sys"
        mount --rbind /dev "$root/dev"
        mount -t tmpfs tmpfs "$root/run"
        # Not a chroot: "/" has to be a mount point, as on a machine, or "unshare --mount" fails in there.
        cd "$root"
        pivot_root . .
        umount -l .
        exec /usr/bin/env -i "$@" </dev/null
    ' sh "$root" HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 TERM=dumb \
        "${variables[@]}" sh -c 'cd "$0" && exec "$@"' "$checkout" "$@"
}

results=()
try() { # try STATUS TITLE COMMAND...: the status it must end with
    local wanted=$1 title=$2 started=$SECONDS status=0
    shift 2
    echo
    say "\$ $title"
    inside "$@" 2>&1 | tee "$work/output" || status=${PIPESTATUS[0]}
    results+=("$([ "$status" = "$wanted" ] && echo ok || echo FAILED)  $title: exit $status, $((SECONDS - started)) s")
}

must_say() { # must_say WORDS: the last try's output has them
    grep -qF -- "$1" "$work/output" || results+=("FAILED  it did not say: $1")
}

try_all() {
    local not_root=(setpriv --reuid=65534 --regid=65534 --clear-groups)
    # make ends with 2 where a command of it fails
    try 2 "make run, not root" "${not_root[@]}" make run
    must_say "this is not root"
    must_say "apt-get install"
    chmod -x "$root/usr/bin/apt-get"
    try 2 "make run, no apt" make run
    must_say "there is no apt-get here"
    must_say "python3-venv"
    chmod +x "$root/usr/bin/apt-get"

    try 0 "make run" make run RUN_ARGS="-marshal table -maxLoops 1"
    must_say "    installed python3"
    must_say "    installed protobuf"
    must_say "engine c"
    must_say "STATE"
    try 0 "make run, again" make run RUN_ARGS="-marshal table -maxLoops 1"
    try 2 "make run, installed, not root" "${not_root[@]}" make run RUN_ARGS="-marshal table -maxLoops 1"
    must_say "sudo"
    try 0 "make test" make test
    must_say " passed"

    # As most people have it: a user, who may use sudo.
    inside sh -c "apt-get -q install -y sudo && useradd -m somebody && echo 'somebody ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/somebody &&
        make clean && chown -R somebody ." >"$work/output" 2>&1 || { tail -n 20 "$work/output" && results+=("FAILED  a user with sudo could not be made"); }
    try 0 "make run, with sudo" sudo -u somebody make run RUN_ARGS="-marshal table -maxLoops 1"
    must_say "STATE"
    try 0 "make test, with sudo" sudo -u somebody make test TEST_ARGS="-q tests/wire/test_request.py tests/kernel/test_netns.py"
    must_say " passed"
    [ -z "$(find "$root$checkout" -user root -print -quit)" ] || results+=("FAILED  root's files are left in the user's checkout")
}

started=$SECONDS
bare_system
package_settings
sources
say "$suite with git and make, $(git -C "$root$checkout" rev-parse --short HEAD)${worktree:+ and the working tree} in $checkout: ready after $((SECONDS - started)) s"
try_all

echo
say "$suite, $(inside sh -c 'command -v python3 >/dev/null && python3 --version'), $(du -sh --one-file-system "$root" | cut -f1) in all"
printf 'try-fresh: %s\n' "${results[@]}"
! printf '%s\n' "${results[@]}" | grep -q '^FAILED'
