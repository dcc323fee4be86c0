"""All that must hold before a change is pushed: `make test`. Two workers side by side, one word at the end.

Each worker takes the next step of the list when it is free, the longest first: the browser, the tests on PostgreSQL,
those on SQLite in parts; format, lint, types and contracts. The first to need tables makes them, the later ones copy
them (`tests/prepared.py`). `--fast` leaves out what is slow, `--long` tries properties five times as often and repeats
the tests of pages on PostgreSQL too.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NO_SERVER = 77
WORKERS = 2
# In the short form not repeated on PostgreSQL: what pages ask of the database is asked by the rooms below them, papers
# are drawn and pairs are found alike from the same rows, and a damaged copy is refused before the database is asked.
# The gate is asked of both by `test_processable`; ten thousand lives, the walks and the story are told on one.
ALIKE = (
    "tests/access",
    "tests/web",
    "tests/demo",
    "tests/domain/consents/test_histories.py",
    "tests/domain/consents/test_walks.py",
    "tests/domain/desk",
    "tests/domain/documents",
    "tests/domain/exchange/test_undo.py",
    "tests/domain/questionnaires",
    "tests/domain/matching/test_comparing.py",
    "tests/domain/matching/test_history.py",
    "tests/domain/matching/test_kinds.py",
    "tests/domain/matching/test_offering.py",
    "tests/domain/matching/test_proof_after_change.py",
    "tests/domain/matching/test_rematching.py",
    "tests/domain/matching/test_studio_reports.py",
    "tests/domain/matching/test_ways.py",
    "tests/seeds",
)
WITHOUT_DATABASE = "tests/matchengine"  # to collect it loads what is compiled, which on a fresh clone takes long
BROWSER = "tests/journeys"  # all that drive the browser, so that nothing else need be collected for them
DAMAGED = "tests/live/test_copies.py::test_a_damaged_copy_is_refused_and_nothing_changes"
PARTS = {
    "all else": "tests",
    "domain": "tests/domain",
    "pages": "tests/web",
    "lists": "tests/domain/exchange",
    "engine": "tests/matchengine",
}  # the longest first, so that at the end neither worker waits long for the other


@dataclass
class Step:
    """One command; `code` and `output` are known when it has run."""

    title: str
    command: Sequence[str]
    code: int | None = None
    output: str = ""
    seconds: float = 0.0
    environment: dict[str, str] = field(default_factory=dict)

    def run(self) -> None:
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="nastavnik-check-") as data:
            environment = {**os.environ, "NASTAVNIK_DATA_DIR": data, **self.environment}
            done = subprocess.run(
                self.command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
            )
        self.code, self.output = done.returncode, done.stdout.decode(errors="replace")
        self.seconds = time.monotonic() - began

    @property
    def has_passed(self) -> bool:
        return self.code in (0, NO_SERVER) if "PostgreSQL" in self.title else self.code == 0


def static_steps() -> Iterator[Step]:
    templates = [str(path) for path in (ROOT / "src/nastavnik/web/templates").rglob("*.html")]
    yield Step("format", [f"{BIN}/ruff", "format", "--check", "--quiet", "src", "tests", "scripts"])
    yield Step("lint", [f"{BIN}/ruff", "check", "--quiet", "src", "tests", "scripts"])
    yield Step("templates", [f"{BIN}/djade", "--check", *templates])
    yield Step("contracts", [f"{BIN}/lint-imports"])
    yield Step("types", [f"{BIN}/mypy"])
    yield Step("migrations", [f"{BIN}/nastavnik", "manage", "makemigrations", "--check", "--dry-run"])


def steps_of(*, fast: bool, long: bool) -> list[Step]:
    """Every step, in the order in which they are begun."""
    python = [sys.executable]
    tests = [*python, "-m", "pytest", "--durations=10", "--durations-min=1"]
    if fast:
        order = ("pages", "engine", "domain", "lists", "all else")
        return [*(part(title, [*tests, "-m", "not slow and not browser"]) for title in order), *static_steps()]
    server = [*python, "scripts/postgresql.py", *tests, "--database-only", "-m", "not slow or postgres"]
    server += [f"--ignore={WITHOUT_DATABASE}"]
    if not long:
        server += [f"--ignore={path}" for path in ALIKE] + [f"--deselect={DAMAGED}"]
    steps = [Step("tests on PostgreSQL", server)]
    chosen = {title: [*tests, "-m", "not browser"] for title in PARTS}
    if os.environ.get("NO_BROWSER"):
        chosen["all else"] = tests  # says how many are left out
    else:
        steps.insert(0, Step("tests in the browser", [*tests, "-m", "browser", BROWSER]))
    return [*steps, *(part(title, command) for title, command in chosen.items()), *static_steps()]


def part(title: str, command: Sequence[str]) -> Step:
    """The tests of one folder without those that another part has."""
    folder = PARTS[title]
    others = [f"--ignore={other}" for other in PARTS.values() if other.startswith(f"{folder}/")]
    return Step(f"tests of {title}", [*command, folder, *others])


def show(step: Step) -> None:
    """One line for what holds; all its words for what does not. Of tests always what was left out."""
    print(f"{'ok    ' if step.has_passed else 'FAILED'} {step.seconds:6.1f} s  {step.title}", flush=True)
    if not step.has_passed:
        print(step.output, flush=True)
    elif step.title.startswith("tests"):
        told = ("left out", "passed", "no PostgreSQL", "skipped")
        print("\n".join(f"         {line}" for line in step.output.splitlines() if any(t in line for t in told)))


def total(outputs: str, word: str) -> int:
    """How many tests all runs together call so in their closing lines."""
    return sum(int(number) for number in re.findall(rf"^.*?(\d+) {word}\b.* in \d+\.\d+s", outputs, re.MULTILINE))


def work(waiting: Iterator[Step], door: threading.Lock) -> None:
    """Take the next step until there is none."""
    while True:
        with door:
            step = next(waiting, None)
        if step is None:
            return
        step.run()
        show(step)


def require_browser() -> None:
    """Chromium, or the wish to go without."""
    if os.environ.get("NO_BROWSER") or any(shutil.which(name) for name in BROWSERS):
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("installing chromium …", flush=True)
        install = "apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium"
        subprocess.run(["sh", "-c", install], stdout=subprocess.DEVNULL)
    if not any(shutil.which(name) for name in BROWSERS):
        sys.exit(
            "Chromium is missing. Install it (sudo apt-get install --no-install-recommends chromium) "
            "or leave the browser tests out: NO_BROWSER=1 make test"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--long", action="store_true")
    asked = parser.parse_args()
    if not asked.fast:
        require_browser()
    if asked.long:
        os.environ["NASTAVNIK_THOROUGH"] = "1"
    began, steps = time.monotonic(), steps_of(fast=asked.fast, long=asked.long)
    waiting, door = iter(steps), threading.Lock()
    threads = [threading.Thread(target=work, args=(waiting, door)) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    failed = [step.title for step in steps if not step.has_passed]
    print(f"{time.monotonic() - began:.0f} s, load {os.getloadavg()[0]:.1f}")
    print(f"FAILED: {', '.join(failed)}" if failed else "PASSED")
    outputs = "\n".join(step.output for step in steps)
    print(f"{total(outputs, 'passed')} passed, {total(outputs, 'failed')} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
