"""What a school waits for: a fresh process, and a warm one. Budgets are several times what was measured."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from matchengine import solve
from tests.matchengine.builders import school

ROOT = Path(__file__).parents[2]
PROBE = """
import json, sys, time
from matchengine import solve
from tests.matchengine.builders import school
invented = school()
begin = time.perf_counter()
plan = solve(invented)
seconds = time.perf_counter() - begin
print(json.dumps({"seconds": seconds, "numba": "numba" in sys.modules, "gap": plan.certificate.gap}))
"""


@pytest.mark.slow
def test_a_school_from_a_cold_process_needs_no_compiler():
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}

    run = subprocess.run([sys.executable, "-c", PROBE], env=environment, capture_output=True, check=True)

    answer = json.loads(run.stdout)
    assert answer["gap"] == 0
    assert answer["numba"] is False
    assert answer["seconds"] < 0.3


@pytest.mark.slow
def test_a_school_in_a_warm_process():
    invented = school()
    solve(invented)

    begin = time.perf_counter()
    solve(invented)

    assert time.perf_counter() - begin < 0.2
