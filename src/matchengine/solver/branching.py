"""Rules that speak about several pairs of a plan: best-first branch and bound over the exact levels.

A plan that breaks such a rule is split into the parts that resolve it (`conflicts`). Best values first, so the first
plan without a conflict is the best one. Past `MOST_BRANCHES` the search goes straight for a plan; what it has not
proved shows as gap.
"""

from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

import numpy as np

from matchengine.constraints.standing import themes_of_mentee
from matchengine.pairs import Flags
from matchengine.problem import Problem
from matchengine.progress import Progress, Stage, report
from matchengine.solver.conflicts import Cell, Conflict, Part, first_conflict
from matchengine.solver.levels import Field, Goals, Values

MOST_BRANCHES = 200


@dataclass(eq=False)
class Node:
    """A part of the search space with its best plan, conflicts perhaps still in it, and the way that led to it."""

    field: Field
    cells: tuple[Cell, ...]
    values: Values
    forbidden: frozenset[Cell] = frozenset()
    required: frozenset[Cell] = frozenset()
    themes: tuple[tuple[int, str], ...] = ()
    conflict: Conflict | None = None
    parts: "list[Node | None]" = field(default_factory=list)

    @property
    def depth(self) -> int:
        return len(self.forbidden) + len(self.required) + len(self.themes)


def search(problem: Problem, goals: Goals, progress: Progress | None = None) -> tuple[Node, Node]:
    """The node of the best plan without a conflict, and the root of the tree."""
    report(progress, Stage.SEARCH, 0, MOST_BRANCHES)
    root = best = _root(goals)
    waiting: list[tuple[tuple[int, ...], int, Node]] = []
    made = 1
    while (conflict := first_conflict(problem, best.cells)) is not None:
        best.conflict = conflict
        for part in conflict.parts:
            node = _child(problem, best, part)
            best.parts.append(node)
            if node is not None:
                heappush(waiting, (_rank(node, made), made, node))
                made += 1
        report(progress, Stage.SEARCH, min(made, MOST_BRANCHES), MOST_BRANCHES)
        if made > MOST_BRANCHES:
            waiting = [(_rank(node, made), number, node) for _, number, node in waiting]
            heapify(waiting)
        best = heappop(waiting)[2]
    return best, root


def _root(goals: Goals) -> Node:
    rows, columns = goals.scan.pinned.nonzero()
    pins = frozenset(zip(rows.tolist(), columns.tolist(), strict=True))
    whole = Field(goals, goals.scan.possible, pins)
    return Node(whole, *whole.solve())


def _child(problem: Problem, node: Node, part: Part) -> Node | None:
    """None if no plan keeps what is asked."""
    possible = node.field.possible.copy()
    for cell in part.forbidden:
        possible[cell] = False
    themes = node.themes
    if part.theme is not None:
        mentor, topic = part.theme
        possible[:, mentor] &= _fits(problem, topic)
        themes = (*themes, part.theme)
    narrowed = Field(node.field.goals, possible, node.field.required | set(part.required))
    if narrowed.is_empty:
        return None
    return Node(
        narrowed,
        *narrowed.solve(node.values),
        forbidden=node.forbidden | set(part.forbidden),
        required=node.required | set(part.required),
        themes=themes,
    )


def _fits(problem: Problem, topic: str) -> Flags:
    """Whose known topics have this one; unknown fits."""
    asked = [themes_of_mentee(m, problem.settings.theme) for m in problem.mentees]
    return np.array([not known or topic in known for known in asked], np.bool_)


def _rank(node: Node, made: int) -> tuple[int, ...]:
    """Best values first; when too many have been made, the deepest first."""
    depth = node.depth if made > MOST_BRANCHES else 0
    values = node.values
    return -depth, -values.coverage, -values.seats, -values.mutual, -values.worst, -values.total
