"""`python -m matchengine bench`: its arguments, and its answer in print."""

import argparse
import json
import sys

from matchengine.bench.drawing import SIZES

GOALS = ("weight", "levels", "product")
CHANGES = ("nothing", "pins", "bans", "leavers", "all")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Solve the bench instance NAME. seconds: wall time from the arrays of the instance to the certified plan, with "
        "packing, in a process whose kernels are loaded (a small instance is solved first); drawing the instance and "
        "the independent check afterwards are not counted. peak_mb: the largest resident memory of the whole process, "
        "with Python, the compiler's library and the instance. A plan that does not stand the check ends with status 1."
    )
    parser.add_argument("name", choices=SIZES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    parser.add_argument("--goals", choices=GOALS, default="weight", help="levels: the product's goals, level by level")
    parser.add_argument("--what-if", choices=CHANGES, help="then change the instance and solve from the last optimum")


def run(chosen: argparse.Namespace) -> int:
    from matchengine.bench.figures import measure  # the compiler's library is loaded for this command alone

    figures, faults = measure(chosen.name, chosen.seed, chosen.goals, chosen.what_if)
    lines = [json.dumps(figures)] if chosen.json else [f"{key:16}{value:,}" for key, value in figures.items()]
    sys.stdout.write("\n".join(lines) + "\n")
    if faults:
        sys.stderr.write(f"the plan does not stand the check: {', '.join(faults)}\n")
    return 1 if faults else 0
