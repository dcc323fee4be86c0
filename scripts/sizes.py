"""The size report: medians, 90th percentiles and what is longer than agreed (files 300 lines, functions 25)."""

import ast
import statistics
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILE_LINES, FUNCTION_LINES = 300, 25


def sources() -> Iterator[Path]:
    """Our Python files; migrations are written by a program."""
    for folder in ("src", "tests", "scripts"):
        yield from (path for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts)


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and number of lines of every function in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1


def row(title: str, sizes: Sequence[int], limit: int) -> str:
    """One line of the report."""
    high = statistics.quantiles(sizes, n=10)[-1] if len(sizes) > 1 else sizes[0]
    over = sum(size > limit for size in sizes)
    return f"{title}: {len(sizes)}, median {statistics.median(sizes):.0f}, p90 {high:.0f}, over {limit}: {over}"


def main() -> int:
    files = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    lengths = [entry for path in sources() if "tests" not in path.parts for entry in functions(path)]
    print(row("files", list(files.values()), FILE_LINES))
    print(row("functions", [length for _name, length in lengths], FUNCTION_LINES))
    for name, length in sorted(files.items(), key=lambda entry: -entry[1]):
        if length > FILE_LINES:
            print(f"{length:5} {name}")
    for name, length in sorted(lengths, key=lambda entry: -entry[1])[:20]:
        if length > FUNCTION_LINES:
            print(f"{length:5} {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
