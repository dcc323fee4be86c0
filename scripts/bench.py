"""The figures of docs/benchmarks.md, as rows of its table: `make bench`. Each is the median of five cold processes."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LISTS = [str(ROOT / "tests/data" / name) for name in ("mentees.xlsx", "mentors.xlsx")]
AS_OF = "2026-11-23"
TIMES = 5


def command(*words: str) -> float:
    """Seconds of wall time of one `nastavnik …`."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "NASTAVNIK_DATA_DIR": f"{folder}/data"}
        began = time.perf_counter()
        line = [sys.executable, "-m", "nastavnik.cli.main", *(word.format(folder=folder) for word in words)]
        subprocess.run(line, check=True, stdout=subprocess.DEVNULL, env=environment)
        return time.perf_counter() - began


def matching() -> float:
    """Seconds of matching alone: two read lists → a checked plan with its proof."""
    from nastavnik.cli.quick.matching import match
    from nastavnik.domain.exchange.reading.people import read_people
    from nastavnik.domain.exchange.reading.table import read_table

    as_of = date.fromisoformat(AS_OF)
    readings = [
        read_people(read_table(Path(path).read_bytes(), path), role, as_of=as_of)
        for path, role in zip(LISTS, ("mentee", "mentor"), strict=True)
    ]
    began = time.perf_counter()
    match(*readings, as_of)
    return time.perf_counter() - began


def row(title: str, measure: Callable[[], float], limit: str) -> str:
    """One line of the table."""
    seconds = [measure() for _ in range(TIMES)]
    middle, longest = statistics.median(seconds), max(seconds)
    return f"| {title} | {middle:.2f} s | {longest:.2f} s | {limit} | {os.getloadavg()[0]:.1f} |"


def main(_words: Sequence[str]) -> int:
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, load before {os.getloadavg()[0]:.1f}")
    print("| What | median | longest | wanted | load |\n|---|---|---|---|---|")
    quick = ("quick", *LISTS, "--out", "{folder}/out", "--as-of", AS_OF)
    print(row("nastavnik quick, cold process", lambda: command(*quick), "≤ 5 s"))
    print(row("matching alone, 120 × 40", matching, "≤ 0.3 s"))
    check = ("people", "import", LISTS[0], "--role", "mentee", "--dry-run", "--json")
    print(row("nastavnik people import --dry-run, 124 rows", lambda: command(*check), "≤ 2 s"))
    print(row("nastavnik --version", lambda: command("--version"), ""))
    print("\n| Papers | wall | processor | wanted | load |\n|---|---|---|---|---|", flush=True)
    subprocess.run([sys.executable, str(ROOT / "scripts/bench_papers.py")], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
