# Every target installs what it lacks first (tools/bootstrap.sh). PYTHON=python3.13 chooses the interpreter of .venv.
SHELL := /bin/bash
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
RUN_ARGS ?= -marshal table
TEST_ARGS ?=
BENCH_ARGS ?=
FUZZ_ARGS ?=
DIFF_ARGS ?=
OUTAGE_ARGS ?=
FRESH_ARGS ?=
VM_ARGS ?=
SECONDS := 60
MINUTES := 3
SOAK_ARGS ?=
PURE := xtcp_ebpf.wire xtcp_ebpf.record xtcp_ebpf.marshal xtcp_ebpf.scheduler
PURE_TESTS := $(wildcard tests/wire tests/record tests/marshal tests/golden tests/test_scheduler.py)
COVERED := 95

.PHONY: help run-ready dev-ready run test test-long check bench fuzz test-sanitize generate coverage wheel clean doctor try-fresh soak bench-namespaces bench-bpf bench-closed bench-sockets bench-delivery bench-outage bench-subscribers bench-bad-requests vm-ready vm-test vm-matrix pcaps demo-metrics differential outages

help: ## what there is to make
	@awk -F ':[^#]*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' Makefile

run-ready:
	@tools/bootstrap.sh run

dev-ready:
	@tools/bootstrap.sh dev

run: run-ready ## this host's TCP sockets as a table, until Ctrl-C; RUN_ARGS="-marshal jsonl" gives other flags
	@tools/as_root.sh $(BIN)/xtcp-ebpf $(RUN_ARGS)

test: dev-ready ## the tests, as root, but for those of test-long; TEST_ARGS="tests/wire -k pcap" chooses
	@$(if $(TEST_ARGS),,tools/as_root.sh $(BIN)/python tests/servers)
	@tools/as_root.sh $(BIN)/python -m pytest $(TEST_ARGS)

test-long: dev-ready ## tests that take their time: benchmarks, packages, outages, differential runs, the servers of the tests; some four minutes
	@tools/as_root.sh $(BIN)/python tests/servers
	@tools/as_root.sh $(BIN)/python -m pytest -m long

check: dev-ready ## lint, format, types, generated files, Nix files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy tools
	MYPYPATH=tests:tests/golden:tools $(BIN)/mypy --namespace-packages --explicit-package-bases --follow-imports=silent vm
	@for tool in tools/generate_*.py; do echo "$(BIN)/python $$tool --check"; $(BIN)/python $$tool --check || exit 1; done
	$(BIN)/python tools/lint_c.py
	$(BIN)/python tools/check_nix.py

bench: dev-ready ## cost side by side with the kernel's floor, ss and pyroute2; BENCH_ARGS adds flags
	@tools/as_root.sh $(BIN)/python -m bench $(BENCH_ARGS)

bench-namespaces: dev-ready ## cost of 1,000 namespaces beside 100,000 sockets, by who reads them; BENCH_ARGS="--count 5000"
	@tools/as_root.sh $(BIN)/python -m bench.namespaces $(BENCH_ARGS)

bench-bpf: dev-ready ## cost of BPF assist by source: idle and active polls, per event, and to the host's own traffic; BENCH_ARGS="--rounds 100"
	@tools/as_root.sh $(BIN)/python -m bench.bpf $(BENCH_ARGS)

bench-sockets: dev-ready ## exact reads and -skip quiet against dumps, and the cost model against the clock; BENCH_ARGS="--others 20000"
	@tools/as_root.sh $(BIN)/python -m bench.sockets $(BENCH_ARGS)

bench-closed: dev-ready ## what -closed hears of 10,000 connections of 5 ms, held against the truth, and its cost; BENCH_ARGS="--rate 200"
	@tools/as_root.sh $(BIN)/python -m bench.closed $(BENCH_ARGS)

bench-delivery: dev-ready ## rows a second and CPU of a row, by destination and format, at real servers; BENCH_ARGS="--only tcp,kafka"
	@tools/as_root.sh $(BIN)/python -m bench.delivery $(BENCH_ARGS)

bench-bad-requests: dev-ready ## what bad gRPC requests cost, and what they take from a busy thread; BENCH_ARGS="--seconds 5"
	@$(BIN)/python -m bench.bad_requests $(BENCH_ARGS)

vm-ready: dev-ready
	@command -v qemu-system-x86_64 >/dev/null || tools/as_root.sh apt-get install -q -y --no-install-recommends qemu-system-x86

vm-test: vm-ready ## every check on two kernels, 5.10 and 6.12, in guests; VM_ARGS="--checks dump,bpf" takes some
	@$(BIN)/python -m vm matrix --kernels quick $(VM_ARGS)

vm-matrix: vm-ready ## every check on every kernel from 5.10 to the newest, and a table; VM_ARGS="--table FILE"
	@$(BIN)/python -m vm matrix $(VM_ARGS)

pcaps: vm-ready ## captures of every kernel, made in guests, with the text of ss beside each; VM_ARGS="--kernels 6.12"
	@$(BIN)/python -m vm capture $(VM_ARGS)

demo-metrics: dev-ready ## a real Prometheus scrapes the daemon beside namespaces with traffic, and answers some questions; BENCH_ARGS="--count 50"
	@tools/as_root.sh $(BIN)/python -m bench.demo_metrics $(BENCH_ARGS)

bench-subscribers: dev-ready ## time of a poll with 0, 1 and 20 gRPC subscribers; BENCH_ARGS="--polls 10"
	@$(BIN)/python -m bench.subscribers $(BENCH_ARGS)

bench-outage: dev-ready ## an outage of two minutes at 100,000 rows a second: memory, spool, what is lost; BENCH_ARGS="--seconds 20"
	@tools/as_root.sh $(BIN)/python -m bench.outage $(BENCH_ARGS)

differential: dev-ready ## each source of marks, and each way of reading, against full dumps, under churn, for SECONDS=60 each; DIFF_ARGS="--source walk --seed 7"
	@tools/as_root.sh $(BIN)/python -m tests.differential --seconds $(SECONDS) $(DIFF_ARGS)

outages: dev-ready ## each server that confirms is killed in mid-run, for SECONDS, and comes back: nothing lost; OUTAGE_ARGS="--kinds kafka"
	@tools/as_root.sh $(BIN)/python -m tests.outages $(if $(filter-out 60,$(SECONDS)),--seconds $(SECONDS)) $(OUTAGE_ARGS)

soak: dev-ready ## 500 namespaces with traffic, 20 born and 20 dead a second, every row checked, for MINUTES=3; SOAK_ARGS adds flags
	@tools/as_root.sh $(BIN)/python -m bench.soak --minutes $(MINUTES) $(SOAK_ARGS)

fuzz: dev-ready ## both engines on the same damaged messages, for SECONDS=60; FUZZ_ARGS adds flags
	$(BIN)/python -m tests.fuzz --seconds $(SECONDS) $(FUZZ_ARGS)

test-sanitize: dev-ready ## the decoder's tests with the C engine under ASan and UBSan
	@tools/test_sanitize.sh

generate: dev-ready ## write every generated file again
	@for tool in tools/generate_*.py; do echo "$(BIN)/python $$tool"; $(BIN)/python $$tool || exit 1; done

coverage: dev-ready ## branch coverage of the pure layers by their own tests; fails below 95 %
	$(BIN)/python -m pytest -q $(PURE_TESTS) $(PURE:%=--cov=%) --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=$(COVERED)

wheel: dev-ready ## sdist and wheel into dist/
	$(BIN)/python -m build --outdir dist .

clean: ## remove .venv and everything that was built
	rm -rf .venv build dist *.egg-info .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf xtcp_ebpf/activity/built
	find xtcp_ebpf tests tools bench \( -name '*.so' -o -name __pycache__ -o -path '*/__pycache__/*' \) -delete

doctor: run-ready ## what this host allows, what is missing, and how to get it
	@tools/as_root.sh $(BIN)/xtcp-ebpf doctor

try-fresh: ## make run and make test in a bare Debian made for it (root; FRESH_ARGS=--worktree tries what is not committed)
	@tools/as_root.sh tools/try_fresh.sh $(FRESH_ARGS)
