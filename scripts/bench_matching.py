"""The matching benchmark: ours and its peers side by side in one run, ratios printed: `make bench-matching`.

Every line runs in a process of its own. Ours is `python -m matchengine bench …`; the peers are
`python -m matchengine.bench.peers …` in environments of their own, because two of them install one import name.
With `--write` the tables replace those between the marks of docs/benchmarks.md.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "benchmarks.md"
MARKS = ("<!-- bench-matching -->", "<!-- /bench-matching -->")
PATIENCE = 120
PEERS: dict[str, tuple[tuple[str, int], ...]] = {
    "school": (
        ("greedy", 0), ("mentor-match", 0), ("matching", 0), ("networkx", 0), ("scipy-dense", 0), ("scipy-sparse", 0),
        ("or-tools", 0),
    ),
    "town": (
        ("greedy", 0), ("mentor-match", 0), ("matching", 0), ("networkx", 20), ("scipy-dense", 0), ("scipy-sparse", 0),
        ("or-tools", 0),
    ),
    "city": (("greedy", 0), ("scipy-sparse", 20), ("or-tools", 20), ("or-tools", 0)),
    "region100": (),
    "region300": (),
}  # fmt: skip
"""Peers of an instance with the arcs a mentee that each is given; 0: every possible pair."""


@dataclass(frozen=True)
class Line:
    """One row of a table; `figures` None where the peer did not finish."""

    who: str
    figures: dict[str, Any] | None
    note: str = ""


def ours(name: str, seed: int, *words: str, **environment: str) -> dict[str, Any]:
    """The figures of one cold process, its whole wall time beside."""
    began = time.perf_counter()
    line = [sys.executable, "-m", "matchengine", "bench", name, "--seed", str(seed), "--json", *words]
    answer = subprocess.run(line, check=True, capture_output=True, text=True, env={**_environment(), **environment})
    return {**json.loads(answer.stdout), "process": time.perf_counter() - began}


def peer(python: Path, who: str, name: str, seed: int, top: int) -> Line:
    title = who if not top else f"{who}, {top} arcs a mentee"
    line = [str(python), "-m", "matchengine.bench.peers", who, name, "--seed", str(seed), "--top", str(top)]
    try:
        answer = subprocess.run(line, capture_output=True, text=True, env=_environment(), timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return Line(title, None, f"not done after {PATIENCE} s")
    if answer.returncode:
        return Line(title, None, answer.stderr.strip().splitlines()[-1][:80])
    return Line(title, json.loads(answer.stdout))


def instance(name: str, seed: int, folder: Path, *, with_peers: bool) -> list[str]:
    """The table of one instance."""
    runs = [ours(name, seed) for _ in range(1 if name.startswith("region") else 3)]
    best = {**runs[0], "seconds": statistics.median(run["seconds"] for run in runs)}
    lines = [
        f"### {name}, seed {seed}",
        "",
        "| who | seconds | of it arcs and graph | MB | matched | weight | time ÷ ours | memory ÷ ours |",
        "|---|---|---|---|---|---|---|---|",
        f"| **Nastavnik**, certified over {best['pairs_checked']:,} pairs, gap {best['gap']}, "
        f"{best['seconds'] / best['pairs_checked'] * 1e9:.2f} ns a pair "
        f"| {best['seconds']:.2f} | – | {best['peak_mb']} | {best['matched']:,} | {best['weight']:,} | 1 | 1 |",
    ]
    for who, top in PEERS[name] if with_peers else ():
        python = folder / ("mentor-match" if who == "mentor-match" else "peers") / "bin" / "python"
        lines.append(_row(peer(python, who, name, seed, top), best))
        print(lines[-1], file=sys.stderr, flush=True)
    return [*lines, ""]


def _row(line: Line, best: dict[str, Any]) -> str:
    if line.figures is None:
        return f"| {line.who} | – | – | – | – | – | {line.note} | – |"
    found = line.figures
    before = found["arcs_seconds"] + found["build_seconds"]
    seconds = before + found["solve_seconds"]
    return (
        f"| {line.who} | {seconds:.2f} | {before:.2f} | {found['peak_mb']} | {found['matched']:,} "
        f"| {found['weight']:,} | {seconds / best['seconds']:.1f} | {found['peak_mb'] / best['peak_mb']:.1f} |"
    )


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def levels() -> list[str]:
    """The product's own levels; and the same levels on the town and the city."""
    lines = [
        "### The product's levels",
        "",
        "| what | seconds | MB | matched | worst pair | gap |",
        "|---|---|---|---|---|---|",
    ]
    for name, words, title in (
        ("school", ("--goals", "product"), "school 200 × 60, plan + certificate + every explanation, warm"),
        ("town", ("--goals", "levels"), "town 2,000 × 700, levels on the instance's score"),
        ("city", ("--goals", "levels"), "city 20,000 × 7,000, levels on the instance's score"),
    ):
        found = ours(name, 1, *words)
        whole = ""
        if name == "school":
            whole = f" (first time {found['first_seconds']:.3f}, whole cold process {found['process']:.2f})"
        lines.append(
            f"| {title} | {found['seconds']:.3f}{whole} | {found['peak_mb']} | {found['matched']:,} "
            f"| {found.get('worst', '–')} | {found['gap']} |"
        )
        print(lines[-1], file=sys.stderr, flush=True)
    return [*lines, ""]


def changes() -> list[str]:
    """What-if on the city, and processors without the widest instructions."""
    lines = ["### What if, and other processors", "", "| what | seconds | gap |", "|---|---|---|"]
    for what in ("nothing", "pins", "bans", "leavers", "all"):
        found = ours("city", 1, "--what-if", what)
        lines.append(f"| city, {what}, re-proved over all pairs | {found['what_if_seconds']:.2f} | {found['gap']} |")
        print(lines[-1], file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(2):  # the first compiles
            plain = ours("city", 1, NUMBA_CPU_NAME="generic", NUMBA_CACHE_DIR=folder)
    ratio = plain["seconds"] / ours("city", 1)["seconds"]
    title = f"city on a generic processor (no AVX), {ratio:.1f} times as long"
    lines.append(f"| {title} | {plain['seconds']:.2f} | {plain['gap']} |")
    return [*lines, ""]


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="instances; all of them where none is named")
    parser.add_argument("--peers", type=Path, default=ROOT / ".venv-bench")
    parser.add_argument("--seeds", type=int, nargs="*", default=[1, 2, 3])
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md anew")
    chosen = parser.parse_args(words)
    table = [f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, load before {os.getloadavg()[0]:.1f}.", ""]
    for name in chosen.names or PEERS:
        for seed in chosen.seeds if name in ("school", "town", "city") else [1]:
            table += instance(name, seed, chosen.peers, with_peers=seed == 1)
    if not chosen.names:
        table += levels() + changes()
    print("\n".join(table))
    if chosen.write:
        before, rest = PAGE.read_text(encoding="utf-8").split(MARKS[0])
        after = rest.split(MARKS[1])[1]
        PAGE.write_text(before + MARKS[0] + "\n" + "\n".join(table) + MARKS[1] + after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
