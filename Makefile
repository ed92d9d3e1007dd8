# make demo   set up, then read a sample
# make test   set up, then run all tests
# make lint   style and types, as the CI checks them
# make bench  speed and accuracy figures
#
# Needs Python 3.11 or later and a package index. Another interpreter: make test PYTHON=/path/to/python3
# Another place for the environment: make test VENV=/path/to/venv

VENV ?= .venv
SAMPLE ?= samples/council-scrutiny.txt

# The first interpreter that is new enough and can make virtual environments.
PYTHON ?= $(shell for p in python3.12 python3.13 python3.11 python3 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& { echo $$p; break; }; done)

BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench clean

help:
	@sed -n '/^$$/q; s/^# \{0,1\}//p' $(firstword $(MAKEFILE_LIST))

# A stamp for each kind of set-up: the plain install, and the one with the tools of development.
$(VENV)/.plain: pyproject.toml
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or later with venv found: install one" \
		"(Debian: apt install python3 python3-venv), or say PYTHON=/path/to/python3" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or later with venv found: install one" \
		"(Debian: apt install python3 python3-venv), or say PYTHON=/path/to/python3" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $(VENV)/.plain $@

demo: $(VENV)/.plain
	$(BIN)/minutes extract --no-save --format table $(SAMPLE)

test: $(VENV)/.dev
	$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
