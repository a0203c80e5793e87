# Everything a fresh machine needs is Python 3.11 or newer and make.
# Paths are relative, so a checkout in a folder with spaces works.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
TESTED := .venv/ready-to-test

.PHONY: help demo test lint types check man site clean

help:  ## Show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

demo: $(READY)  ## Turn the shipped story into an audiobook and say where to listen
	@$(BIN)/python -m narrator make examples/the-night-ferry.txt

test: $(TESTED)  ## Run every test, as many files at a time as there are cores
	@$(BIN)/python -m pytest -q --numprocesses logical --maxprocesses 8 --dist loadfile --no-loadscope-reorder

lint: $(TESTED)  ## Check style
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .

types: $(TESTED)  ## Check types
	@$(BIN)/python -m mypy

check: lint types test  ## All of the above, as CI does

man: $(TESTED)  ## Write a manual page for each command into build/man
	@$(BIN)/python -W ignore .ci/man.py build/man

site: $(TESTED)  ## Make a site of the pages in docs/, and look for dead links
	@$(BIN)/properdocs build --strict

clean:  ## Remove the environment and everything made
	rm -rf .venv .mypy_cache .ruff_cache .hypothesis build *.egg-info audio_out/*

# One environment; it is brought up to date only when what Narrator needs has changed.
$(READY): pyproject.toml
	@echo "Setting up .venv (once) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Narrator needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name another with: make PYTHON=python3.12 ...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { echo "Python's venv module is missing. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $(READY)

# What only the tests need.
$(TESTED): $(READY)
	@echo "Setting up what the tests need (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(TESTED)
