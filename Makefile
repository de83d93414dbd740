# Every target is one script in tools/, which can be read and run by itself.

.DEFAULT_GOAL := help
.PHONY: help run test bench conformance fuzz build format lint clean libraries test-tools

help: ## say what can be made
	@awk -F ' ## ' '/^[a-z-]+:.*## / { sub(/:.*/, "", $$1); printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## build, and run the demonstration at https://localhost:8443
	@tools/run.sh

test: libraries test-tools ## everything: format, imports, build, tests, demonstration, browser
	@tools/test.sh

bench: ## measure the server beside the reference in C
	@tools/bench.sh

conformance: ## judge the WebSocket by the Autobahn testsuite
	@Tests/Conformance/autobahn.sh

fuzz: ## fuzz what reads bytes from outside, ten minutes each
	@tools/fuzz.sh 600

build: ## build the program for release
	@tools/build.sh

format: ## bring the Swift sources into form
	@tools/format.sh

lint: ## check form, imports, lengths; changes nothing
	@tools/lint.sh

libraries: ## install what the build needs
	@tools/install-libraries.sh

test-tools: ## install what `make test` needs beyond that
	@tools/install-test-tools.sh

clean: ## remove what was built, the test tools' folder and the demonstration's data
	rm -rf .build .venv run artifacts
