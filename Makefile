# Everything runs in .venv, which `make setup` makes and keeps up to date; all other targets do so first.
PYTHON ?= python3
VENV := .venv/bin
# Where npm is at home, with what checks and serves the sources there; setup installs only what builds the dashboard.
NPM := cd clients && { [ -d node_modules/typescript ] || npm ci --silent; } &&
OPENAPI ?= ../../build/openapi.json

.DEFAULT_GOAL := help
.PHONY: help setup run web typescript bench truths chaos soak fuzz fuzzfiles test lint document examples generators format types check generate lock audit clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## .venv with all packages, those of tests and checks too, and the generated code
	@$(PYTHON) scripts/setup.py

run: ## server and gateway in the foreground, with sample data; Ctrl-C stops them
	@$(PYTHON) scripts/setup.py --to-serve
	@$(VENV)/python scripts/run.py

web: setup ## the dashboard's dev server on http://localhost:3000, beside `make run`; takes Node.js
	@$(NPM) npm run --silent dev --workspace web

typescript: setup ## the TypeScript package, build/bi-client-1.0.0.tgz; of your own model: make typescript OPENAPI=http://localhost:8000/openapi.json
	@mkdir -p build && $(VENV)/python scripts/openapi_document.py > build/openapi.json
	@$(NPM) OPENAPI=$(OPENAPI) npm run --silent schema --workspace typescript
	@cd clients && npm pack --silent --workspace typescript --pack-destination ../build

bench: setup ## speed beside others, into bench-results/; options as in: make bench ARGS="--quick --only peers"
	@$(VENV)/uv pip install --quiet --group bench
	@$(VENV)/python -m scripts.benchmark $(ARGS)

truths: setup ## made-up shops with planted truths: which are told, which are missed; options: make truths ARGS="--seeds 7"
	@$(VENV)/python -m scripts.planted_truths $(ARGS)

chaos: setup ## random faults under load for ten minutes, and what was promised; options: make chaos ARGS="--seconds 60 --seed 7"
	@$(VENV)/python -m scripts.chaos $(ARGS)

soak: setup ## an hour of load, and whether anything grows; options: make soak ARGS="--seconds 600 --every 10"
	@$(VENV)/python -m scripts.soak $(ARGS)

fuzzfiles: setup ## one table written in ten thousand ways: is any read wrong? options: make fuzzfiles ARGS="--tries 500 --seed 7"
	@$(VENV)/python -m scripts.fuzz_import $(ARGS)

fuzz: setup ## whatever is sent to either port, nothing falls; options: make fuzz ARGS="--seconds 60 --seed 7"
	@$(VENV)/python -m scripts.fuzz $(ARGS)

test: setup ## all tests, on two cores; THOROUGH=1 tries more examples of what is costly
	@[ "$$CI" != true ] || $(VENV)/python -m pip install --quiet -r tests/web/requirements.txt # nothing may be skipped there
	@[ "$$CI" != true ] || { $(NPM) true; }
	@# Bytecode is kept, whatever the environment says: without it every process reads all sources again, pytest its tests twice.
	@PYTHONDONTWRITEBYTECODE= $(VENV)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

lint: setup ## style of the code and of the protos, and the arrows between packages
	@$(VENV)/ruff check .
	@$(VENV)/ruff format --check .
	@$(VENV)/lint-imports --no-cache
	@$(VENV)/python scripts/check_protos.py
	@! command -v npm >/dev/null || { $(NPM) npm run --silent lint; }

examples: setup ## real answers, taken again after a change of answers: of the OpenAPI document, and docs/routes
	@$(VENV)/python -m scripts.openapi_examples

generators: setup ## clients that known generators make of the OpenAPI document, at work; takes Node.js, and Go for one of them
	@THOROUGH=1 $(VENV)/python -m pytest tests/generators

document: setup ## the OpenAPI document by the rules of redocly and spectral, which are fetched; takes Node.js
	@mkdir -p build && $(VENV)/python scripts/openapi_document.py > build/openapi.json
	@printf 'extends: ["spectral:oas"]\n' > build/spectral.yaml
	@npx --yes @redocly/cli@2.77.0 lint --max-problems 1000 build/openapi.json
	@npx --yes @stoplight/spectral-cli@6.16.3 lint --fail-severity hint --ruleset build/spectral.yaml build/openapi.json

format: setup ## rewrite the code in the house style
	@$(VENV)/ruff check --fix .
	@$(VENV)/ruff format .

types: setup ## static types
	@$(VENV)/mypy server envoy scripts clients/python/bi_client tests
	@mkdir -p build && $(VENV)/python scripts/openapi_document.py > build/openapi.json
	@! command -v npm >/dev/null || { $(NPM) npm run --silent schema --workspace typescript && npm run --silent types; }

check: lint types ## what continuous integration asks besides the tests

generate: setup ## messages and stubs from the protos, after a change there (setup does it too)
	@$(VENV)/python clients/python/generate.py

LOCKED := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-package bi-client \
  --no-annotate --custom-compile-command "make lock" --quiet
lock: setup ## newest versions of all packages: requirements.lock to serve, requirements-dev.lock with tests and checks
	@$(VENV)/uv pip compile pyproject.toml --extra build --upgrade $(LOCKED) --output-file requirements.lock
	@$(VENV)/uv pip compile pyproject.toml --extra build --extra dev --upgrade $(LOCKED) \
	  --constraint requirements.lock --output-file requirements-dev.lock

audit: setup ## known holes in what is locked; takes a network that reaches the database of PyPI or OSV
	@$(VENV)/python -m scripts.audit

clean: ## remove .venv and what is generated; the store stays
	rm -rf .venv clients/python/bi clients/node_modules clients/typescript/dist envoy/bi_gateway/app .pytest_cache .mypy_cache .ruff_cache .hypothesis
