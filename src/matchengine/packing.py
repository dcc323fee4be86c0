"""A problem as `PackedPairs`: the packed forms of all rules in force and of all criteria, put together."""

from collections.abc import Iterable
from typing import TypeVar

import numpy as np

from matchengine.bits import KindBits, joined
from matchengine.constraints import PackedRule, in_force
from matchengine.criteria import CRITERIA, PackedPoints
from matchengine.pairs import BitPoints, BitRule, Cells, Flags, KeyPoints, KeyRule, PackedPairs
from matchengine.people import Gates, People
from matchengine.problem import Problem
from matchengine.soundness import require_sound

T = TypeVar("T")


def pack(problem: Problem) -> PackedPairs:
    """All pairs of a problem, mentees and mentors in order of id.

    Some hundred bytes a person, nothing per pair but the cells that the problem names: 20,000 × 7,000 takes under a
    second and some tens of megabytes. Raises ProblemRefused for pins that no plan can hold and points too large to be
    added exactly.
    """
    require_sound(problem)
    people = People(problem)
    rules = [part for one in in_force(problem.settings.hard) for part in one.packed(people)]
    points = [part for criterion in CRITERIA for part in criterion.packed(people)]
    return assemble(people, rules, points)


def assemble(people: People, rules: Iterable[PackedRule], points: Iterable[PackedPoints]) -> PackedPairs:
    """The pairs that these parts allow, with the points that these parts give."""
    rules, points = list(rules), list(points)
    mentees, mentors = len(people.mentees), len(people.mentors)
    gates = _of_kind(Gates, rules)
    left, right = joined(_of_kind(KindBits, rules), mentees, mentors)
    forbidden = [BitRule(left, right, at_most=0)] if left.shape[1] else []
    return PackedPairs(
        open_rows=_all_open(mentees, [gate.mentees for gate in gates]),
        open_columns=_all_open(mentors, [gate.mentors for gate in gates]),
        # nobody can hold more mentees than there are
        places=np.array([min(m.places, mentees) for m in people.mentors], np.int64),
        rules=(*forbidden, *(part for part in rules if isinstance(part, BitRule | KeyRule))),
        points=tuple(part for part in points if isinstance(part, BitPoints | KeyPoints)),
        mentor_points=sum(_of_kind(np.ndarray, points), start=np.zeros(mentors, np.int64)),
        extra=_added(_of_kind(Cells, points)),
        banned=_added(_of_kind(Cells, rules)),
        mutual=people.cells(people.problem.mutual),
        pinned=people.cells(people.problem.pins),
        current=people.cells(people.problem.current),
        penalty=np.array(people.settings.load_penalty, np.int64),
    )


def _of_kind(kind: type[T], parts: Iterable[object]) -> list[T]:
    return [part for part in parts if isinstance(part, kind)]


def _all_open(size: int, flags: Iterable[Flags | None]) -> Flags:
    found = np.ones(size, np.bool_)
    for some in flags:
        if some is not None:
            found &= some
    return found


def _added(parts: Iterable[Cells]) -> Cells:
    """Cells of several lists as one; points of a cell that stands in more than one are added."""
    total: dict[tuple[int, int], int] = {}
    for part in parts:
        for i, j, points in zip(part.rows.tolist(), part.columns.tolist(), part.points.tolist(), strict=True):
            total[i, j] = total.get((i, j), 0) + points
    return Cells.of([i for i, _ in total], [j for _, j in total], list(total.values()))
