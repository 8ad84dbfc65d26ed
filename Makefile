# make demo   set everything up and read the example dossiers
# make test   set everything up and run the tests
# make check  linters, types and import contracts
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
DEMO   := build/demo

.PHONY: demo test check errors lock clean

demo: $(VENV)/.run
	@mkdir -p $(DEMO)
	@rm -f $(DEMO)/istanbul.db*
	$(BIN)/pourparlers read examples/istanbul --dossier $(DEMO)/istanbul.db --known-by 2026-01-01
	@$(BIN)/pourparlers show timeline --dossier $(DEMO)/istanbul.db
	@printf '\nMore: %s\n' "$(BIN)/pourparlers show talks --dossier $(DEMO)/istanbul.db"

test: $(VENV)/.dev
	$(BIN)/python -m pytest

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

errors: $(VENV)/.dev
	$(BIN)/python benchmarks/evaluation.py --errors

lock:
	uv pip compile --universal --generate-hashes --no-annotate --custom-compile-command "make lock" --python-version 3.11 pyproject.toml -o requirements/run.lock
	uv pip compile --universal --generate-hashes --no-annotate --custom-compile-command "make lock" --python-version 3.11 --all-extras --group dev pyproject.toml -o requirements/dev.lock
	uv pip compile --universal --generate-hashes --no-annotate --custom-compile-command "make lock" --python-version 3.11 requirements/build.in -o requirements/build.lock

clean:
	rm -rf $(VENV) build

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11 …"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# Two stamps: what running needs, and what developing needs on top of it.
$(VENV)/.run: $(BIN)/python requirements/run.lock requirements/build.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock -r requirements/build.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@
