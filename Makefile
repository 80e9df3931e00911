# make demo   plans the bundled network; make test   checks everything; make docs   rewrites generated pages
.PHONY: demo test lint docs clean
.DEFAULT_GOAL := demo

NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c "$(NEW_ENOUGH)" 2>/dev/null && echo "$$p" && break; done)
VENV := .venv
BIN := $(VENV)/bin

demo: $(VENV)/.installed
	@$(BIN)/setka demo

test: $(VENV)/.installed-dev
	@.ci/system-packages
	@$(MAKE) --no-print-directory lint
	@$(BIN)/python -m pytest -n 2 -q

lint: $(VENV)/.installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

docs: $(VENV)/.installed-dev
	@$(BIN)/python docs/generate.py

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "setka needs Python 3.11 or newer: make PYTHON=/path/to/python"; exit 1; }
	@"$(PYTHON)" -c "$(NEW_ENOUGH)" || { echo "setka needs Python 3.11 or newer"; exit 1; }
	@"$(PYTHON)" -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@

clean:
	rm -rf $(VENV) out build dist
