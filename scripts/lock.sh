#!/bin/sh
# Writes the hashed locks anew; needs uv in the virtual environment (pip install uv).
set -eu
options="--universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --python-version 3.11"
.venv/bin/uv pip compile -q $options --extra postgres --extra setup pyproject.toml -o requirements/run.txt "$@"
.venv/bin/uv pip compile -q $options --extra postgres --extra setup --extra dev -c requirements/run.txt pyproject.toml -o requirements/dev.txt "$@"
.venv/bin/uv pip compile -q $options -c requirements/run.txt requirements/bench.in -o requirements/bench.txt "$@"
.venv/bin/uv pip compile -q $options -c requirements/run.txt requirements/bench-mentor-match.in -o requirements/bench-mentor-match.txt "$@"
