"""What a flow cannot see: rules about several pairs of one plan. Each conflict names the parts that resolve it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matchengine.codes import Rule, SplitKind
from matchengine.problem import Problem

Cell = tuple[int, int]


@dataclass(frozen=True)
class Part:
    """What one alternative asks: cells without, cells with, and the topic of one mentor's group."""

    forbidden: tuple[Cell, ...] = ()
    required: tuple[Cell, ...] = ()
    theme: tuple[int, str] | None = None


@dataclass(frozen=True)
class Conflict:
    """A rule that some cells of a plan break; every plan that may be lies in one of the `parts`."""

    kind: SplitKind
    parts: tuple[Part, ...]
    pairs: tuple[Cell, ...] = ()
    mentor: int | None = None
    mentee: int | None = None

    def person(self, problem: Problem) -> str:
        """The id of the one whom the conflict is about, if it is one."""
        if self.mentor is not None:
            return problem.mentors[self.mentor].id
        return "" if self.mentee is None else problem.mentees[self.mentee].id


def first_conflict(problem: Problem, cells: Iterable[Cell]) -> Conflict | None:
    """The conflict to be resolved next; the same for the same cells."""
    chosen = sorted(cells)
    return _reverse(problem, chosen)


def _reverse(problem: Problem, cells: Sequence[Cell]) -> Conflict | None:
    """The first two cells that make two people mentor each other, if the rule is in force."""
    if not problem.settings.is_hard(Rule.REVERSE):
        return None
    directions: dict[tuple[str, str], Cell] = {}
    for i, j in cells:
        mentee, mentor = problem.mentees[i].person, problem.mentors[j].person
        if not mentee or not mentor:
            continue
        directions.setdefault((mentee, mentor), (i, j))
        if (mentor, mentee) in directions and mentor != mentee:
            return _either(SplitKind.REVERSE, (directions[mentor, mentee], (i, j)))
    return None


def _either(kind: SplitKind, pairs: tuple[Cell, ...]) -> Conflict:
    return Conflict(kind, tuple(Part(forbidden=(cell,)) for cell in pairs), pairs)
