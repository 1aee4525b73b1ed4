#!/bin/sh
# Runs a command as root: as it is when we are root, else through sudo; then gives the files that it left in the checkout back to their owner.
set -eu
cd "$(dirname "$0")/.."
[ "$(id -u)" -ne 0 ] || exec "$@"
if ! command -v sudo >/dev/null; then
    echo "$1: needs root (it opens network namespaces), and there is no sudo here: become root and run the same again" >&2
    exit 1
fi
status=0
sudo env PYTHONDONTWRITEBYTECODE=1 "$@" || status=$?
sudo find . -xdev -user root -exec chown --no-dereference --reference=Makefile {} +
exit "$status"
