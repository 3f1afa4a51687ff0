# Set-up and checks. Each target makes the virtual environment that it needs; nothing else has to be typed before.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site serve test lint types contract unit bench bench-index bench-reading bench-search bench-similarity screenshots clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(STAMP) ## Build the sample library and our documentation into site/
	$(BIN)/mkdocs build --strict --quiet
	@echo "The site is in site/. Look at it with: make serve"

serve: $(STAMP) ## Show the site on http://127.0.0.1:8000 and rebuild it at every change
	$(BIN)/mkdocs serve --livereload

test: lint types contract unit ## Run every check: ruff, mypy, import contract, pytest, strict build of our site
	$(BIN)/mkdocs build --strict --quiet --site-dir "$$(mktemp -d)/site"
	@echo "All checks passed."

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

contract: $(STAMP)
	$(BIN)/lint-imports

unit: $(STAMP)
	$(BIN)/pytest -n 2 --dist worksteal

bench: $(STAMP) ## Print how long reading and checking take, as ratios
	$(BIN)/python -m benchmarks.check

bench-index: $(STAMP) ## Print how fast the index and the board of ten thousand incidents are in a browser
	$(BIN)/python -m benchmarks.index_page

bench-reading: $(STAMP) ## Print how the time of reading grows with a document, for every nasty shape
	$(BIN)/python -m benchmarks.reading

bench-search: $(STAMP) ## Print how long the site's search takes to find an incident, by size and mode
	$(BIN)/python -m benchmarks.search

bench-similarity: $(STAMP) ## Print how the time of finding similar incidents grows with a library
	$(BIN)/python -m benchmarks.similarity

screenshots: $(STAMP) ## Take the pictures in docs/assets anew, with Chromium
	$(BIN)/python -m scripts.take_screenshots

clean: ## Remove everything that was made here
	rm -rf $(VENV) site .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $(STAMP)
