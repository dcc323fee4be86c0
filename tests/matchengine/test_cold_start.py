"""What a school waits for stands in `make bench-matching`; here, what makes it quick: no compiler is loaded."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROBE = """
import json, sys
from matchengine import explain, solve
from tests.matchengine.builders import school
invented = school()
plan = solve(invented)
told = explain(invented, plan)
print(json.dumps({"numba": "numba" in sys.modules, "gap": plan.certificate.gap, "told": told == plan.left_out}))
"""


@pytest.mark.slow
def test_a_school_from_a_cold_process_needs_no_compiler():
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}

    run = subprocess.run([sys.executable, "-c", PROBE], env=environment, capture_output=True, check=True)

    assert json.loads(run.stdout) == {"numba": False, "gap": 0, "told": True}
