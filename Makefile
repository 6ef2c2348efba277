# Timeline Explorer. "make" alone says what can be made.
.DEFAULT_GOAL := help
.PHONY: help run test lint bench bundle lock clean setup
SHELL := /bin/sh
python := .venv/bin/python

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' Makefile | awk -F'|' '{ printf "%-12s %s\n", $$1, $$2 }'

run: setup ## Set up if need be, and start the app (ARGS="my.tlx" and the like go to main.py)
	@$(python) main.py $(ARGS)

test: ## Set up if need be, then lint and all tests (ARGS="-k words" for some of them)
	@.ci/setup test
	@$(MAKE) --no-print-directory lint
	@.ci/tests $(ARGS)

lint: setup ## Style, types and the direction of the imports
	@$(python) -m ruff check .
	@$(python) -m ruff format --check --quiet .
	@$(python) -m mypy --no-error-summary
	@$(python) .venv/bin/lint-imports --no-cache --no-logo

bench: setup ## Measure everything, about 5 minutes (ARGS="startup --runs 3" for a quick look)
	@$(python) -m tests.bench $(or $(ARGS),all)

bundle: ## Build dist/TimelineExplorer, which runs from a USB stick, and test it (ARGS="-k words")
	@.ci/setup test
	@.ci/bundle $(ARGS)

lock: setup ## Choose the newest allowed versions anew (needs a network connection)
	@$(python) -m pip install --quiet uv
	@$(python) -m uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade --quiet \
		--generate-hashes --no-header --no-annotate --no-emit-index-url --output-file requirements.lock

clean: ## Remove .venv and every cache
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

setup:
	@.ci/setup
