# make demo    install, run the main job on examples/reports, print the path of the brief
# make test    install, then lint, types and all tests
# make check   lint and types only
# make lock    recompile requirements.lock after pyproject.toml was changed
# make clean   remove what the above made

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEMO := out/demo

.PHONY: demo test check lock clean

demo: $(INSTALLED)
	$(BIN)/tocsin run examples/reports --out $(DEMO) --panel data/ucdp_monthly.csv

test: check
	$(BIN)/python -m pytest -n 2

check: $(INSTALLED)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

lock: $(BIN)/uv
	$(BIN)/uv pip compile pyproject.toml --output-file requirements.lock --quiet \
	  --generate-hashes --no-emit-index-url --no-annotate --no-header --all-extras --python-version 3.11

clean:
	rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/uv:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv

$(INSTALLED): requirements.lock pyproject.toml | $(BIN)/uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	touch $@
