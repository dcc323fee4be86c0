"""Nobody mentors the person who mentors them (A→B and B→A): best-first branch and bound over the exact levels.

A plan that holds such a conflict is split in two: one branch forbids the first pair, the other the second. Rare, so
one branch is the rule. Past `MOST_BRANCHES` the search goes straight for a plan; what it has not proved shows as gap.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from matchengine.codes import Rule
from matchengine.problem import Problem
from matchengine.scan import Scale, Scan
from matchengine.solver.levels import Cell, Field, Values

MOST_BRANCHES = 200
People = Sequence[tuple[str, str]]


@dataclass(eq=False)
class Leaf:
    """A part of the search space with its best plan, reverse pairs perhaps still in it."""

    field: Field
    cells: tuple[Cell, ...]
    values: Values


def search(problem: Problem, table: Scan, factors: Scale) -> tuple[Leaf, list[Leaf]]:
    """The best leaf without a reverse pair, and all leaves: together they speak about every plan."""
    best = _leaf(table, factors, frozenset())
    waiting: list[tuple[tuple[int, ...], int, Leaf]] = []
    made = 1
    while (conflict := reverse_cells(problem, best.cells)) is not None:
        for cell in conflict:
            leaf = _leaf(table, factors, best.field.forbidden | {cell})
            heappush(waiting, (_rank(leaf, made), made, leaf))
            made += 1
        if made > MOST_BRANCHES:
            waiting = [(_rank(leaf, made), number, leaf) for _, number, leaf in waiting]
            heapify(waiting)
        best = heappop(waiting)[2]
    return best, [best, *(leaf for _, _, leaf in sorted(waiting, key=lambda entry: entry[1]))]


def _leaf(table: Scan, factors: Scale, forbidden: frozenset[Cell]) -> Leaf:
    field = Field(table, factors, forbidden)
    cells, values = field.solve()
    return Leaf(field, cells, values)


def _rank(leaf: Leaf, made: int) -> tuple[int, ...]:
    """Best values first; when too many have been made, the deepest first."""
    depth = len(leaf.field.forbidden) if made > MOST_BRANCHES else 0
    values = leaf.values
    return -depth, -values.coverage, -values.mutual, -values.worst, -values.total


def reverse_cells(problem: Problem, cells: Iterable[Cell]) -> tuple[Cell, Cell] | None:
    """The first two cells that make two people mentor each other, if the rule is in force."""
    if not problem.settings.is_hard(Rule.REVERSE):
        return None
    directions: dict[tuple[str, str], Cell] = {}
    for i, j in sorted(cells):
        mentee, mentor = problem.mentees[i].person, problem.mentors[j].person
        if not mentee or not mentor:
            continue
        directions.setdefault((mentee, mentor), (i, j))
        if (mentor, mentee) in directions and mentor != mentee:
            return directions[mentor, mentee], (i, j)
    return None
