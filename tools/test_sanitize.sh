#!/bin/sh
# The ordinary tests of the wire room, of visits, columns, filters, sums, gets and messages of closed sockets with the C built under ASan and UBSan, in a copy of the package: the usual build is not touched.
#
#   tools/test_sanitize.sh [pytest's arguments]        PYTHON: the interpreter, .venv/bin/python unless set
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}
build=build/sanitize

rm -rf "$build"
XTCP_SANITIZE=1 XTCP_REQUIRE_C=1 "$python" -W ignore setup.py -q build_ext --build-lib "$build" --build-temp build/sanitize-temp
cp -r "$build/xtcp_ebpf" "$build/engine"
cp -r xtcp_ebpf "$build"
cp "$build/engine/wire/"_engine*.so "$build/xtcp_ebpf/wire/"
cp "$build/engine/kernel/"_visit*.so "$build/engine/kernel/"_receive*.so "$build/xtcp_ebpf/kernel/"
cp "$build/engine/marshal/"_columns*.so "$build/xtcp_ebpf/marshal/"
cp "$build/engine/closed/"_messages*.so "$build/xtcp_ebpf/closed/"
cp "$build/engine/api/"_select*.so "$build/xtcp_ebpf/api/"
cp "$build/engine/tcp_stats/"_accumulate*.so "$build/xtcp_ebpf/tcp_stats/"
cp "$build/engine/exact/"_exact*.so "$build/xtcp_ebpf/exact/"

export XTCP_SANITIZE=1 # test_engine.py then fails unless the engine that runs is the one with sanitizers
export PYTHONPATH="$PWD/$build" PYTHONDONTWRITEBYTECODE=1
export PYTHONMALLOC=malloc              # each object its own allocation, so that a read behind a bytes object is seen
export ASAN_OPTIONS=detect_leaks=0      # what CPython itself keeps until the process ends would be reported as leaks
export UBSAN_OPTIONS=print_stacktrace=1
LD_PRELOAD="$(gcc -print-file-name=libasan.so)"
export LD_PRELOAD

tests="tests/wire tests/fuzz tests/marshal/test_columns.py tests/marshal/test_columns_in_c.py tests/api/test_selection.py tests/api/test_selection_in_c.py tests/tcp_stats/test_accumulate.py tests/tcp_stats/test_accumulate_in_c.py tests/exact/test_bodies.py tests/exact/test_fetching.py tests/exact/test_gets.py"
[ -d tests/golden ] && tests="$tests tests/golden"
[ "$(id -u)" = 0 ] && tests="$tests tests/closed/test_messages.py tests/kernel/test_visit.py tests/kernel/test_receive_several.py tests/conformance/test_openers.py" # they make namespaces
# -P: the working directory, where the ordinary engine is, stays out of the path
# shellcheck disable=SC2086  a list of folders
exec "$python" -P -m pytest -q -p no:cacheprovider $tests "$@"
