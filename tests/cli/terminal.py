"""Runs the command as people do: in a process of its own, with a folder of data of its own."""

import os
import subprocess
import sys
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data"
SECONDS = 60


def nastavnik(*words, data, **variables):
    """The finished process; `data` becomes NASTAVNIK_DATA_DIR."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NASTAVNIK_", "DJANGO_"))}
    environment = {**kept, "NASTAVNIK_DATA_DIR": str(data), **variables}
    command = [sys.executable, "-m", "nastavnik.cli.main", *map(str, words)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=SECONDS)
