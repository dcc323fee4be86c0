"""What a coordinator should know of a plan: blocking pairs, weak pairs, load, and who gets the weak pairs."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from matchengine.compare import Pairs, known, score_of
from matchengine.problem import Mentee, Problem
from matchengine.scan import scan

WEAK_SHARE = 3
"""A pair is weak below one third of the highest possible score, unless the caller says where."""


@dataclass(frozen=True)
class BlockingPair:
    """Two people who would both score higher with each other; None: the mentee has nobody, the mentor a free place.

    `mentee_has`, `mentor_has`: points of the lowest pair that each would give up.
    """

    mentee_id: str
    mentor_id: str
    score: int
    mentee_has: int | None
    mentor_has: int | None


@dataclass(frozen=True, order=True)
class WeakPair:
    """A pair with few points."""

    score: int
    mentee_id: str
    mentor_id: str
    is_mutual: bool
    is_pinned: bool


@dataclass(frozen=True)
class MentorLoad:
    """How many mentees a mentor has, and the points that costs."""

    mentor_id: str
    taken: int
    places: int
    penalty: int


@dataclass(frozen=True)
class FairnessRow:
    """How one group fared. `average`: mean points of a pair in hundredths, None where nobody is matched.

    `group` None: not known. `weak`: mentees with a weak pair; `worst`: the lowest pair, mutual ones included.
    """

    group: str | None
    mentees: int
    matched: int
    left_out: int
    weak: int
    average: int | None
    worst: int | None


def weak_below(problem: Problem) -> int:
    """The score below which a pair counts as weak where nobody says otherwise."""
    return -(-problem.settings.weights.total // WEAK_SHARE)


def weak_pairs(problem: Problem, plan: Pairs, below: int | None = None) -> tuple[WeakPair, ...]:
    """The pairs with fewer points than `below`, the weakest first."""
    limit = weak_below(problem) if below is None else below
    scored = ((score_of(problem, pair), pair) for pair in known(problem, plan))
    return tuple(
        sorted(WeakPair(s, *pair, pair in problem.mutual, pair in problem.pins) for s, pair in scored if s < limit)
    )


def load(problem: Problem, plan: Pairs) -> tuple[MentorLoad, ...]:
    """Every mentor's load, in order of id."""
    taken: dict[str, int] = defaultdict(int)
    for _, mentor_id in known(problem, plan):
        taken[mentor_id] += 1
    penalty = problem.settings.penalty
    return tuple(
        MentorLoad(m.id, taken[m.id], m.places, sum(penalty(k) for k in range(taken[m.id]))) for m in problem.mentors
    )


def fairness(
    problem: Problem, plan: Pairs, by: Callable[[Mentee], str | None], *, below: int | None = None
) -> tuple[FairnessRow, ...]:
    """Who is left out and who gets the weak pairs, group by group; those of unknown group come last.

    `by` names a mentee's group: building, class, format. A mentee of a team counts by the lowest of their pairs.
    """
    limit = weak_below(problem) if below is None else below
    scores: dict[str, list[int]] = defaultdict(list)
    for pair in known(problem, plan):
        scores[pair[0]].append(score_of(problem, pair))
    groups: dict[str | None, list[list[int]]] = defaultdict(list)
    for mentee in problem.mentees:
        groups[by(mentee)].append(scores[mentee.id])
    ordered = sorted(groups.items(), key=lambda entry: (entry[0] is None, entry[0] or ""))
    return tuple(_row(group, own, limit) for group, own in ordered)


def blocking_pairs(problem: Problem, plan: Pairs) -> tuple[BlockingPair, ...]:
    """Possible pairs outside the plan whose two people would both score higher with each other, most points first.

    The mentee has somebody with fewer points or still lacks a mentor; the mentor has a mentee with fewer points or a
    free place. The price of coverage: shown, not forbidden.
    """
    table = scan(problem)
    rows = {m.id: i for i, m in enumerate(problem.mentees)}
    columns = {m.id: j for j, m in enumerate(problem.mentors)}
    cells = [(rows[a], columns[b]) for a, b in known(problem, plan)]
    mentee_has = _lowest([m.demand for m in problem.mentees], [(i, int(table.score[i, j])) for i, j in cells])
    mentor_has = _lowest([m.places for m in problem.mentors], [(j, int(table.score[i, j])) for i, j in cells])
    better = table.possible & (table.score > mentee_has[:, None]) & (table.score > mentor_has[None, :])
    better[tuple(np.array(cells, np.int64).reshape(-1, 2).T)] = False
    found = [
        BlockingPair(
            problem.mentees[i].id,
            problem.mentors[j].id,
            int(table.score[i, j]),
            None if mentee_has[i] == FREE else int(mentee_has[i]),
            None if mentor_has[j] == FREE else int(mentor_has[j]),
        )
        for i, j in np.argwhere(better).tolist()
    ]
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.mentee_id, pair.mentor_id)))


FREE = -1
"""Below every score: whoever has room would gain by any pair."""


def _lowest(room: list[int], held: list[tuple[int, int]]) -> np.ndarray:
    """The lowest points each person holds, FREE where there is room for one more."""
    own: list[list[int]] = [[] for _ in room]
    for person, points in held:
        own[person].append(points)
    return np.array([FREE if len(p) < size else min(p, default=2**60) for p, size in zip(own, room, strict=True)])


def _row(group: str | None, own: list[list[int]], limit: int) -> FairnessRow:
    points = [score for scores in own for score in scores]
    matched = sum(bool(scores) for scores in own)
    return FairnessRow(
        group=group,
        mentees=len(own),
        matched=matched,
        left_out=len(own) - matched,
        weak=sum(bool(scores) and min(scores) < limit for scores in own),
        average=100 * sum(points) // len(points) if points else None,
        worst=min(points, default=None),
    )
