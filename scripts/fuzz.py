"""Lists without end: files made from known records and files made to hurt, read until something gives way.

    make fuzz                                    a million examples in two processes, then a report
    python scripts/fuzz.py --number 20000        fewer
    python scripts/fuzz.py --repeat people:123   one example again, with what it says

A target is a name and a function of a seed that raises where something is wrong; a new one is a line in `targets`. Each
process has the memory of the process that reads files of strangers, so a file that breaks it would be refused there.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
WORKERS = 2
NUMBER = 1_000_000
CHUNK = 5_000
MOST_SECONDS = 2.0
MOST_FAILURES = 50
MOST_SECONDS_OF_A_LOOP = 20  # of processor time; then the process is ended and the example told
STOPPED_BY_LIMIT = (-6, -9, -11)  # aborted for want of memory, killed
Target = tuple[str, Callable[[int], None]]


def targets() -> tuple[Target, ...]:
    """(name, function of a seed): to be imported late, because a worker limits its memory first."""
    from tests.domain.exchange import generated
    from tests.domain.questionnaires import generated as questionnaires

    return (
        ("people", generated.people),
        ("pairs", generated.pairs),
        ("damaged", generated.damaged),
        ("forms", questionnaires.forms),
    )


@dataclass
class Report:
    """What all workers found."""

    number: int = 0
    cpu_seconds: float = 0.0
    slowest: tuple[float, str] = (0.0, "")
    peak_bytes: int = 0
    stopped: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def add(self, one: dict[str, Any]) -> None:
        """What one worker found; only one thread at a time may add."""
        self.number += one["number"]
        self.cpu_seconds += one["cpu_seconds"]
        self.slowest = max(self.slowest, (one["slowest"], one["slowest_at"]))
        self.peak_bytes = max(self.peak_bytes, one["peak_bytes"])
        self.failures += one["failures"]

    def lines(self) -> Iterator[str]:
        yield f"{self.number:,} examples, {self.cpu_seconds:.0f} s of processor time".replace(",", " ")
        yield f"slowest {self.slowest[0] * 1000:.0f} ms ({self.slowest[1]}), peak memory {self.peak_bytes >> 20} MB"
        yield f"stopped by the limits of the process: {len(self.stopped)} {' '.join(self.stopped[:5])}"
        yield f"failures: {len(self.failures)} {' '.join(self.failures[:10])}"


def work(name: str, first: int, last: int, folder: Path) -> dict[str, Any]:
    """Examples `first` to `last` of a target in this process; what fails is written to `folder`."""
    from nastavnik.domain.exchange.reading import limits

    run = dict(targets())[name]
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY_BYTES, limits.MEMORY_BYTES))
    found: dict[str, Any] = {"number": 0, "slowest": 0.0, "slowest_at": "", "failures": []}
    began = time.thread_time()
    with (folder / f"at-{os.getpid()}").open("wb", buffering=0) as at:
        for seed in range(first, last):
            at.seek(0)
            at.write(b"%-20d" % seed)
            _limit_time()
            taken = attempt(name, run, seed, folder, found["failures"])
            if taken > found["slowest"]:
                found.update(slowest=taken, slowest_at=f"{name}:{seed}")
            found["number"] += 1
            if len(found["failures"]) >= MOST_FAILURES:
                break
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {**found, "cpu_seconds": time.thread_time() - began, "peak_bytes": peak}


def _limit_time() -> None:
    """From here on the process has so many seconds: an example may not go in circles where Python cannot see it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + MOST_SECONDS_OF_A_LOOP, most))


def attempt(name: str, run: Callable[[int], None], seed: int, folder: Path, failures: list[str]) -> float:
    """The seconds of processor time that one example took."""
    began = time.thread_time()
    try:
        run(seed)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        _keep(name, seed, folder, error)
        failures.append(f"{name}:{seed}")
    taken = time.thread_time() - began
    if taken > MOST_SECONDS:
        failures.append(f"{name}:{seed}")
    return taken


def _keep(name: str, seed: int, folder: Path, error: Exception) -> None:
    repeat = f"python scripts/fuzz.py --repeat {name}:{seed}\n\n"
    (folder / f"{name}-{seed}.txt").write_text(repeat + "".join(traceback.format_exception(error)))
    content = getattr(error, "content", None)
    if content is not None:
        (folder / f"{name}-{seed}.bin").write_bytes(content)


DOOR = threading.Lock()


def in_process(name: str, first: int, last: int, folder: Path, report: Report) -> None:
    """A chunk of examples in a process of its own; begun again behind an example that ended it."""
    while first < last:
        command = [sys.executable, __file__, "--work", name, str(first), str(last), str(folder)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            output, _ = process.communicate()
            at = folder / f"at-{process.pid}"
        reached = int(at.read_text() or first) if at.exists() else first
        at.unlink(missing_ok=True)
        if process.returncode == 0:
            with DOOR:
                report.add(json.loads(output))
            return
        with DOOR:
            if process.returncode not in STOPPED_BY_LIMIT:
                report.failures.append(f"{name}:{reached} (exit {process.returncode})")
            report.stopped.append(f"{name}:{reached}")
            report.number += reached - first + 1
        first = reached + 1


def run_all(number: int, start: int, folder: Path, *, names: tuple[str, ...] = (), quiet: bool = False) -> Report:
    """`number` examples shared out among the targets, in chunks for the workers."""
    chosen = names or tuple(name for name, _ in targets())
    each = -(-number // len(chosen))
    chunks = [
        (name, first, min(first + CHUNK, start + each))
        for first in range(start, start + each, CHUNK)
        for name in chosen
    ]
    report = Report()
    began = time.monotonic()
    with ThreadPoolExecutor(WORKERS) as pool:
        for _ in pool.map(lambda chunk: in_process(*chunk, folder, report), chunks):
            if not quiet:
                per_second = report.number / (time.monotonic() - began)
                print(f"\r{report.number} of {number}, {per_second:.0f}/s, {len(report.failures)} failures", end=" ")
                sys.stdout.flush()
    return report


def repeat(text: str) -> int:
    """One example again, its file kept for a look."""
    name, seed = text.split(":")
    folder = Path(tempfile.mkdtemp(prefix="nastavnik-fuzz-"))
    failures: list[str] = []
    taken = attempt(name, dict(targets())[name], int(seed), folder, failures)
    print(f"{text}: {taken * 1000:.0f} ms")
    for path in sorted(folder.iterdir()):
        print(path)
        if path.suffix == ".txt":
            print(path.read_text())
    return 1 if failures else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=NUMBER)
    parser.add_argument("--from", type=int, default=0, dest="start", help="first seed")
    parser.add_argument("--target", action="append", default=[], help="only this one (may be given again)")
    parser.add_argument("--failures", type=Path, default=ROOT / "var" / "fuzz")
    parser.add_argument("--json", action="store_true", help="the report alone, for programs")
    parser.add_argument("--repeat", metavar="TARGET:SEED")
    parser.add_argument("--work", nargs=4, metavar=("TARGET", "FIRST", "LAST", "FOLDER"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.work:
        name, first, last, folder = asked.work
        print(json.dumps(work(name, int(first), int(last), Path(folder))))
        return 0
    if asked.repeat:
        return repeat(asked.repeat)
    asked.failures.mkdir(parents=True, exist_ok=True)
    names = tuple(asked.target)
    report = run_all(asked.number, asked.start, asked.failures, names=names, quiet=asked.json)
    if asked.json:
        print(json.dumps(asdict(report)))
    else:
        print("", *report.lines(), f"kept in {asked.failures}", sep="\n")
    return 1 if report.failures else 0


if __name__ == "__main__":
    sys.exit(main())
