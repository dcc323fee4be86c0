"""How people pair without an engine: the best pair first, and deferred acceptance. For comparison, not proposed.

Both keep every hard rule that `check` knows, hold all pins and depend on nothing but the problem; neither looks ahead,
so both leave out mentees who could be matched.
"""

from dataclasses import dataclass, field

import numpy as np

from matchengine.check import check
from matchengine.codes import ViolationCode
from matchengine.compare import known
from matchengine.problem import Ids, Problem
from matchengine.scan import scan


def greedy(problem: Problem) -> tuple[Ids, ...]:
    """Pins first, then the pair with the most points that still fits, ties by id; pairs in order of id.

    A pair that would break a rule of a group, of a team or the rule on reverse pairs beside the pairs already chosen is
    passed over, and tried again once more has been chosen.
    """
    plan = _Growing(problem, known(problem, problem.pins))
    waiting = sorted(_scores(problem).items(), key=lambda entry: (-entry[1], entry[0]))
    while True:
        passed = [(pair, score) for pair, score in waiting if not plan.take(pair)]
        if len(passed) == len(waiting):
            return plan.pairs
        waiting = passed


def deferred_acceptance(problem: Problem) -> tuple[Ids, ...]:
    """The mentees propose, best mentor first; a full mentor lets go of the lowest pair (Gale and Shapley 1962).

    Both sides prefer by the points of the pair, ties by id, so without rules that tie pairs together the result is
    stable: nobody would rather have each other (see `reports.blocking_pairs`). Pins stand outside. A proposal that
    would break a rule beside the pairs held at that moment is refused for good.
    """
    scores = _scores(problem)
    plan = _Growing(problem, known(problem, problem.pins))
    wishes = {m.id: _wishes(problem, scores, m.id) for m in problem.mentees}
    asking = [m.id for m in reversed(problem.mentees)]
    while asking:
        mentee_id = asking[-1]
        if not wishes[mentee_id] or plan.free_demand(mentee_id) == 0:
            asking.pop()
            continue
        pair = (mentee_id, wishes[mentee_id].pop())
        lowest = plan.lowest(pair[1], scores) if plan.free_places(pair[1]) == 0 else None
        if lowest is not None and _rank(scores, lowest) <= _rank(scores, pair):
            continue
        if lowest is not None:
            plan.drop(lowest)
        if plan.take(pair):
            if lowest is not None:
                asking.append(lowest[0])
        elif lowest is not None:
            plan.put_back(lowest)
    return plan.cleaned()


@dataclass(eq=False)
class _Growing:
    """Pairs chosen so far. Pins are never dropped."""

    problem: Problem
    pins: tuple[Ids, ...]
    by_mentee: dict[str, list[Ids]] = field(default_factory=dict)
    by_mentor: dict[str, list[Ids]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for pair in self.pins:
            self.put_back(pair)

    @property
    def pairs(self) -> tuple[Ids, ...]:
        return tuple(sorted(pair for held in self.by_mentee.values() for pair in held))

    def free_places(self, mentor_id: str) -> int:
        return max(0, self.problem.mentor_by_id[mentor_id].places - len(self.by_mentor.get(mentor_id, ())))

    def free_demand(self, mentee_id: str) -> int:
        return max(0, self.problem.mentee_by_id[mentee_id].demand - len(self.by_mentee.get(mentee_id, ())))

    def lowest(self, mentor_id: str, scores: dict[Ids, int]) -> Ids | None:
        """The pair this mentor would let go of first; None where all are pinned."""
        held = [pair for pair in self.by_mentor.get(mentor_id, ()) if pair not in self.problem.pins]
        return max(held, key=lambda pair: _rank(scores, pair), default=None)

    def take(self, pair: Ids) -> bool:
        """Add the pair if it fits beside the others."""
        if not self.free_places(pair[1]) or not self.free_demand(pair[0]) or pair in self.by_mentee.get(pair[0], ()):
            return False
        if not self._fits(pair):
            return False
        self.put_back(pair)
        return True

    def put_back(self, pair: Ids) -> None:
        self.by_mentee.setdefault(pair[0], []).append(pair)
        self.by_mentor.setdefault(pair[1], []).append(pair)

    def drop(self, pair: Ids) -> None:
        self.by_mentee[pair[0]].remove(pair)
        self.by_mentor[pair[1]].remove(pair)

    def cleaned(self) -> tuple[Ids, ...]:
        """Without the pairs that broke a rule once another was dropped: the last of them goes, until all is well."""
        while found := _faults(self.problem, self.pairs):
            guilty = [p for p in self.pairs if p not in self.problem.pins and any(_names(v, p) for v in found)]
            if not guilty:
                break
            self.drop(guilty[-1])
        return self.pairs

    def _fits(self, pair: Ids) -> bool:
        # rules of groups speak about one mentor, rules of teams about one mentee, reverse pairs about two persons
        near = {pair, *self.by_mentee.get(pair[0], ()), *self.by_mentor.get(pair[1], ()), *self._turned(pair)}
        return not _faults(self.problem, sorted(near))

    def _turned(self, pair: Ids) -> list[Ids]:
        mentee, mentor = self.problem.mentee_by_id[pair[0]].person, self.problem.mentor_by_id[pair[1]].person
        if not mentee or not mentor:
            return []
        people = self.problem.mentee_by_id, self.problem.mentor_by_id
        return [p for p in self.pairs if people[0][p[0]].person == mentor and people[1][p[1]].person == mentee]


def _faults(problem: Problem, pairs: tuple[Ids, ...] | list[Ids]) -> list[Ids | None]:
    return [
        None if v.mentee_id is None else (v.mentee_id, v.mentor_id or "")
        for v in check(problem, pairs)
        if v.code is not ViolationCode.PIN_MISSING
    ]


def _names(found: Ids | None, pair: Ids) -> bool:
    return found is None or found[0] == pair[0] or found[1] == pair[1]


def _scores(problem: Problem) -> dict[Ids, int]:
    """Points of every possible pair."""
    table = scan(problem)
    rows, columns = (side.tolist() for side in np.nonzero(table.possible))
    points = table.score[rows, columns].tolist()
    keys = ((problem.mentees[i].id, problem.mentors[j].id) for i, j in zip(rows, columns, strict=True))
    return dict(zip(keys, points, strict=True))


def _rank(scores: dict[Ids, int], pair: Ids) -> tuple[int, Ids]:
    """Smaller is dearer to both."""
    return -scores.get(pair, 0), pair


def _wishes(problem: Problem, scores: dict[Ids, int], mentee_id: str) -> list[str]:
    """Possible mentors, the dearest last."""
    own = [(mentee_id, m.id) for m in problem.mentors if (mentee_id, m.id) in scores]
    return [pair[1] for pair in sorted(own, key=lambda pair: _rank(scores, pair), reverse=True)]
