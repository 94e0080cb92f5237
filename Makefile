# Everything a developer does, as `make` targets. Each installs what it is missing.
# Tool versions: .tools/versions.env.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.SILENT:
.DEFAULT_GOAL := help

TOOLS = setup=$$(.tools/setup.sh build) && eval "$$setup"
LINT_TOOLS = setup=$$(.tools/setup.sh lint) && eval "$$setup"
FUZZ_TOOLS = setup=$$(.tools/setup.sh fuzz) && eval "$$setup"
TEST_TOOLS = setup=$$(.tools/setup.sh test) && eval "$$setup"

.PHONY: help serve test test-native test-web test-e2e build bench soak fuzz lint audit clean

help: ## This list
	grep -E '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /\1\t/' | expand -t 14

serve: ## Build the app as it is released, serve it, and rebuild on every change
	$(TOOLS)
	.tools/serve.sh

test: ## Run every test, the browser ones included
	$(TEST_TOOLS)
	.tools/run-tests.mjs native web e2e

test-native: ## The tests that need no browser
	$(TOOLS)
	.tools/run-tests.mjs native

test-web: ## The component tests, in headless Chromium
	$(TEST_TOOLS)
	.tools/run-tests.mjs web

test-e2e: ## The end-to-end tests, against a fresh release build
	$(TEST_TOOLS)
	.tools/run-tests.mjs e2e

build: ## Put the released app in dist/ and print its size
	$(TOOLS)
	.tools/build.sh
	node .tools/size.mjs dist

bench: ## Measure: the core natively, then the page in a browser
	$(TEST_TOOLS)
	cargo bench -p domain -p store --bench '*'
	.tools/build.sh
	node .tools/size.mjs dist
	node .tools/model-size.mjs
	export LOOPLINE_TEST_PORT=$$(node .tools/free-port.mjs 4173)
	cd tests/e2e && npx playwright test --config bench.config.ts

soak: ## The long trials of what keeps the data, and the table of what ran and held
	$(TEST_TOOLS)
	.tools/soak.mjs

fuzz: ## Feed the readers of stored and imported texts what a fuzzer comes up with, ten minutes each
	$(FUZZ_TOOLS)
	.tools/fuzz.sh

lint: ## Formatting, lints for both targets, rules of the code base, licences and sources of dependencies
	$(LINT_TOOLS)
	cargo fmt --all --check
	cargo clippy -p domain -p store --all-targets -- -D warnings
	cargo clippy -p loopline --target wasm32-unknown-unknown --all-targets --features browser-tests -- -D warnings
	cargo test -q -p domain --test tidy
	cargo deny --log-level error check licenses bans sources

audit: ## Known weaknesses of the dependencies; needs the network
	$(LINT_TOOLS)
	cargo deny --log-level error check advisories

clean: ## Remove what was built; the tools stay
	cargo clean
	rm -rf dist tests/e2e/node_modules tests/e2e/test-results tests/e2e/playwright-report
