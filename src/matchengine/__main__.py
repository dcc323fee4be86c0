"""The engine without the product: `solve PROBLEM.json [--json]`, `bench NAME --seed S [--json]` and `compile`."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from matchengine import kernels
from matchengine.bench import command
from matchengine.json_form import read_problem, write_plan
from matchengine.plan import Plan
from matchengine.problem import ProblemRefused
from matchengine.solve import solve


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m matchengine", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    solving = commands.add_parser("solve", help="solve a problem given as JSON (its form: matchengine.json_form)")
    solving.add_argument("problem", type=Path)
    solving.add_argument("--json", action="store_true", help="print the whole plan as JSON")
    commands.add_parser("compile", help="compile all kernels ahead of time")
    command.add_arguments(commands.add_parser("bench", help="solve a seeded bench instance and print the figures"))
    chosen = parser.parse_args(arguments)
    if chosen.command == "compile":
        print(f"{kernels.compile_all()} compiled")
        return 0
    if chosen.command == "bench":
        return command.run(chosen)
    return _solve(chosen.problem, as_json=chosen.json)


def _solve(path: Path, *, as_json: bool) -> int:
    try:
        problem = read_problem(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        print(f"{path}: {error}", file=sys.stderr)
        return 2
    try:
        plan = solve(problem)
    except ProblemRefused as refused:
        print(f"{path}: {refused} ({refused.code})", file=sys.stderr)
        return 2
    if as_json:
        print(json.dumps(write_plan(plan), ensure_ascii=False, indent=1))
    else:
        _print_short(plan)
    return 0


def _print_short(plan: Plan) -> None:
    for pair in plan.pairs:
        print(f"{pair.mentee_id}\t{pair.mentor_id}\t{pair.score}")
    for left in plan.left_out:
        print(f"{left.mentee_id}\t-\t{left.code}")
    for level in plan.certificate.levels:
        print(f"# {level.name}: {level.value}, at most {level.bound}")


if __name__ == "__main__":
    sys.exit(main())
