# Every command of the project; `make` lists them.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
NASTAVNIK_DEMO ?= 1
export HOST PORT

VENV := .venv
BIN := $(VENV)/bin
DONE := $(VENV)/.done
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all:

.DEFAULT_GOAL := help
.PHONY: help run setup test test-fast test-long test-kinds fuzz bench bench-people bench-radar bench-import bench-matching lock sizes clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: setup ## set everything up and serve on port 8000 (HOST=0.0.0.0 for the school's network, NASTAVNIK_DEMO=0 without the invented school)
	@if [ "$(NASTAVNIK_DEMO)" = 1 ]; then NASTAVNIK_DEMO=1 $(BIN)/nastavnik demo --if-empty; fi
	@NASTAVNIK_DEMO=$(NASTAVNIK_DEMO) exec $(BIN)/nastavnik serve

setup: $(DONE)/run $(DONE)/assets ## packages, assets, database, static files, compiled kernels
	@$(BIN)/nastavnik setup

test: $(DONE)/dev $(DONE)/assets ## all checks and tests, also in the browser and on PostgreSQL (NO_BROWSER=1 without)
	@$(BIN)/python scripts/checks.py

test-long: $(DONE)/dev $(DONE)/assets ## make test with properties tried five times as often and all pages on PostgreSQL too
	@$(BIN)/python scripts/checks.py --long

test-kinds: $(DONE)/dev $(DONE)/assets ## every kind of mentoring from start to end in the browser
	@NASTAVNIK_THOROUGH=1 $(BIN)/python -m pytest tests/journeys/test_kinds.py --durations=10

test-fast: $(DONE)/dev $(DONE)/assets ## checks and quick tests, while working
	@$(BIN)/python scripts/checks.py --fast

fuzz: $(DONE)/dev ## a million generated lists, whole and damaged (NUMBER=…; failures in var/fuzz)
	@$(BIN)/python scripts/fuzz.py $(if $(NUMBER),--number $(NUMBER))

bench: $(DONE)/dev ## the figures of docs/benchmarks.md
	@$(BIN)/python scripts/bench.py

bench-people: $(DONE)/dev ## registers and lists at ten thousand people: processor time and queries of each page
	@$(BIN)/python scripts/bench_people.py

bench-radar: $(DONE)/dev ## the radar of a hundred thousand pairs beside the scalar reference (PAIRS, MEETINGS)
	@$(BIN)/python scripts/bench_radar.py

bench-import: $(DONE)/dev ## ten thousand rows through the pages: file, check, accept, undo (ROWS)
	@$(BIN)/python scripts/bench_import.py

bench-matching: $(DONE)/dev $(DONE)/bench ## the matching beside its peers, in one run (an hour; SEEDS, NAMES)
	@$(BIN)/python -m matchengine compile
	@$(BIN)/python scripts/bench_matching.py $(NAMES) $(if $(SEEDS),--seeds $(SEEDS)) --write

lock: $(DONE)/dev ## write the locked lists of packages anew (needs uv: pip install uv)
	@sh scripts/lock.sh --upgrade

sizes: ## sizes of files and functions
	@$(PYTHON) scripts/sizes.py

clean: ## forget everything that can be made again; data in var/ stays
	rm -rf $(VENV) .venv-bench node_modules src/nastavnik/web/static/vendor src/nastavnik/domain/documents/fonts var/static
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(DONE)/venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "python3-venv is missing: apt-get install python3-venv"; exit 1; }
	@mkdir -p $(DONE) && touch $@

$(DONE)/run: $(DONE)/venv requirements/run.txt pyproject.toml
	@echo "packages …"
	@$(PIP) --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-index --no-build-isolation -e .
	@touch $@

$(DONE)/bench: $(DONE)/venv requirements/bench.txt requirements/bench-mentor-match.txt
	@echo "peers of the matching benchmark …"
	@for one in peers mentor-match; do test -x .venv-bench/$$one/bin/python || $(PYTHON) -m venv .venv-bench/$$one; done
	@.venv-bench/peers/bin/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r requirements/bench.txt
	@.venv-bench/mentor-match/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench-mentor-match.txt
	@touch $@

$(DONE)/dev: $(DONE)/run requirements/dev.txt
	@echo "packages for tests …"
	@$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

# A release archive brings the assets with it and needs no Node.
$(DONE)/assets: $(DONE)/venv package-lock.json scripts/vendor.py
	@if [ -f package-lock.json ] && command -v npm >/dev/null; then \
		echo "assets …"; npm ci --ignore-scripts --silent --no-audit --no-fund && $(BIN)/python scripts/vendor.py >/dev/null; \
	elif [ ! -d src/nastavnik/web/static/vendor ]; then \
		echo "Node.js with npm is needed once: apt-get install nodejs npm"; exit 1; \
	fi
	@touch $@
