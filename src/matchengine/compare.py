"""What a plan reaches and how two plans differ, made by whomever: by the engine, by hand, last year, greedily.

A plan is a `Plan` or any pairs, `Pair` or (mentee id, mentor id). Everything is counted by the readable forms of rules
and criteria, one pair at a time. Nothing here solves anything.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from itertools import zip_longest

from matchengine.check import check
from matchengine.criteria import reasons
from matchengine.plan import Pair, Plan, Violation
from matchengine.problem import Ids, Problem

Pairs = Plan | Iterable[Pair | Ids]
"""Any plan: the engine's own or pairs from anywhere."""


@dataclass(frozen=True, order=True)
class Difference:
    """One plan's levels less another's; above zero is better. Compared level by level, most important first."""

    coverage: int = 0
    seats: int = 0
    mutual: int = 0
    worst: int = 0
    total: int = 0

    @property
    def is_gain(self) -> bool:
        return self > NOTHING

    @property
    def is_loss(self) -> bool:
        return self < NOTHING

    @property
    def turned(self) -> "Difference":
        """The same from the other side."""
        return Difference(*(-value for value in astuple(self)))


NOTHING = Difference()


@dataclass(frozen=True, order=True)
class Levels:
    """What a plan reaches on every goal; the order of the fields is the order of the goals, so levels compare.

    `coverage`: mentees matched. `seats`: pairs, the same number where nobody asks for a team. `mutual`: pairs that
    named each other. `worst`: points of the lowest pair that is
    neither mutual nor pinned, 0 where there is none. `total`: points of all pairs, less the load penalty, plus the
    bonus for kept pairs.
    """

    coverage: int
    seats: int
    mutual: int
    worst: int
    total: int

    def __sub__(self, other: "Levels") -> Difference:
        return Difference(
            self.coverage - other.coverage,
            self.seats - other.seats,
            self.mutual - other.mutual,
            self.worst - other.worst,
            self.total - other.total,
        )


@dataclass(frozen=True, order=True)
class Move:
    """One mentee's change of mentor; None: had nobody, has nobody."""

    mentee_id: str
    from_id: str | None
    to_id: str | None


@dataclass(frozen=True)
class Comparison:
    """Two plans of the same problem. `difference` is the second less the first.

    `kept`: pairs of both. `moves`: from the first to the second. `left_out_first`, `left_out_second`: mentees left
    out only there. `violations_first`, `violations_second`: what `check` finds, with the people of old pairs who are
    no longer here (`unknown_mentee`, `unknown_mentor`); their pairs count for nothing else.
    """

    first: Levels
    second: Levels
    difference: Difference
    kept: tuple[Ids, ...]
    moves: tuple[Move, ...]
    left_out_first: tuple[str, ...]
    left_out_second: tuple[str, ...]
    violations_first: tuple[Violation, ...]
    violations_second: tuple[Violation, ...]


def ids_of(pairs: Pairs) -> tuple[Ids, ...]:
    """(mentee id, mentor id) of every pair, each once, in order of id."""
    given = pairs.pairs if isinstance(pairs, Plan) else pairs
    return tuple(sorted({(p.mentee_id, p.mentor_id) if isinstance(p, Pair) else p for p in given}))


def score_of(problem: Problem, pair: Ids) -> int:
    """Points of one pair, possible or not. KeyError for an id that is not there."""
    mentee, mentor = problem.mentee_by_id[pair[0]], problem.mentor_by_id[pair[1]]
    return sum(reason.points for reason in reasons(mentee, mentor, problem))


def levels_of(problem: Problem, pairs: Pairs) -> Levels:
    """What any plan reaches, whether it keeps the rules or not; pairs of people who are not here count for nothing."""
    chosen = known(problem, pairs)
    scores = {pair: score_of(problem, pair) for pair in chosen}
    loads = Counter(mentor_id for _, mentor_id in chosen)
    off = sum(problem.settings.penalty(k) for load in loads.values() for k in range(load))
    kept = problem.settings.keep_bonus * len(problem.current.intersection(chosen))
    return Levels(
        coverage=len({mentee_id for mentee_id, _ in chosen}),
        seats=len(chosen),
        mutual=len(problem.mutual.intersection(chosen)),
        worst=min((s for pair, s in scores.items() if pair not in problem.mutual | problem.pins), default=0),
        total=sum(scores.values()) - off + kept,
    )


def known(problem: Problem, pairs: Pairs) -> tuple[Ids, ...]:
    """The pairs whose two people are in the problem."""
    return tuple(p for p in ids_of(pairs) if p[0] in problem.mentee_by_id and p[1] in problem.mentor_by_id)


def moves_between(before: Pairs, after: Pairs) -> tuple[Move, ...]:
    """Who changes mentor from one plan to the other, in order of id; of a team only the mentors who change."""
    old, new = _mentors_by_mentee(before), _mentors_by_mentee(after)
    moves = []
    for mentee_id in sorted(old.keys() | new.keys()):
        had, has = old.get(mentee_id, frozenset()), new.get(mentee_id, frozenset())
        moves += [Move(mentee_id, *change) for change in zip_longest(sorted(had - has), sorted(has - had))]
    return tuple(moves)


def left_out_of(problem: Problem, pairs: Pairs) -> frozenset[str]:
    """The mentees of the problem without any mentor in this plan."""
    return frozenset(problem.mentee_by_id) - {mentee_id for mentee_id, _ in known(problem, pairs)}


def compare(problem: Problem, first: Pairs, second: Pairs) -> Comparison:
    """Two runs, last year's pairs and this year's, the greedy plan and the best: in one shape."""
    one, two = ids_of(first), ids_of(second)
    before, after = levels_of(problem, one), levels_of(problem, two)
    out_first, out_second = left_out_of(problem, one), left_out_of(problem, two)
    here_first, here_second = known(problem, one), known(problem, two)
    return Comparison(
        first=before,
        second=after,
        difference=after - before,
        kept=tuple(sorted(set(here_first) & set(here_second))),
        moves=moves_between(here_first, here_second),
        left_out_first=tuple(sorted(out_first - out_second)),
        left_out_second=tuple(sorted(out_second - out_first)),
        violations_first=tuple(check(problem, one)),
        violations_second=tuple(check(problem, two)),
    )


def _mentors_by_mentee(pairs: Pairs) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for mentee_id, mentor_id in ids_of(pairs):
        found.setdefault(mentee_id, set()).add(mentor_id)
    return {mentee_id: frozenset(mentors) for mentee_id, mentors in found.items()}
