"""One mentee's list of mentors, and a change made by hand with its price. Nothing here solves anything."""

from collections.abc import Iterable
from dataclasses import dataclass

from matchengine.check import check
from matchengine.compare import Difference, Levels, Move, Pairs, ids_of, levels_of, moves_between
from matchengine.explain import explain_pair
from matchengine.plan import Reason, Violation
from matchengine.problem import Ids, Problem


@dataclass(frozen=True)
class Candidate:
    """A mentor as one mentee's choice.

    `violations`: the hard rules that forbid the pair; empty: possible. `taken`: how many of the `places` are held in
    the plan; `blocked_by`: the mentees who hold them where none is free for this mentee. `is_pinned`: pinned to this
    mentee.
    """

    mentor_id: str
    score: int
    reasons: tuple[Reason, ...]
    violations: tuple[Violation, ...]
    is_current: bool
    is_pinned: bool
    taken: int
    places: int
    blocked_by: tuple[str, ...]


@dataclass(frozen=True)
class Swap:
    """A plan after one change by hand. `violations`: what `check` finds in it, other breaches of the plan included."""

    pairs: tuple[Ids, ...]
    before: Levels
    after: Levels
    difference: Difference
    moves: tuple[Move, ...]
    violations: tuple[Violation, ...]


def candidates(problem: Problem, plan: Pairs, mentee_id: str) -> tuple[Candidate, ...]:
    """Every mentor for this mentee: possible ones first, the most points first, then those whom fewer rules forbid.

    Whether a mentor is full does not count for the order. KeyError for an id that is not there.
    """
    pairs = ids_of(plan)
    found = [_candidate(problem, pairs, mentee_id, mentor.id) for mentor in problem.mentors]
    return tuple(sorted(found, key=lambda c: (len(c.violations), -c.score, c.mentor_id)))


def swap(
    problem: Problem, plan: Pairs, mentee_id: str, mentor_id: str | None, *, instead_of: str | None = None
) -> Swap:
    """The plan with this pair instead of the mentee's present one, everybody else left where they are.

    `mentor_id` None takes the mentor away. Where the mentor is full, one of their mentees makes room and takes the
    place that became free, if any: the one whose going leaves the fewest breaches and then the best levels; pinned
    pairs make room last. `instead_of` names the mentor of a team whom the new one replaces; without it a team that is
    not complete gains one, a complete one changes its lowest pair. Nothing is refused: `violations` says what breaks.
    KeyError for an id that is not there.
    """
    before = ids_of(plan)
    if mentor_id is not None and (mentee_id, mentor_id) in before:
        return _priced(problem, before, before)
    left = _left_mentor(problem, before, mentee_id, mentor_id, instead_of)
    kept = [pair for pair in before if pair != (mentee_id, left)]
    if mentor_id is None:
        return _priced(problem, before, kept)
    held = [pair for pair in kept if pair[1] == mentor_id]
    if len(held) < problem.mentor_by_id[mentor_id].places or not held:
        return _priced(problem, before, [*kept, (mentee_id, mentor_id)])
    options = [_exchange(kept, out, (mentee_id, mentor_id), left) for out in held]
    priced = [(out in problem.pins, _priced(problem, before, pairs)) for out, pairs in zip(held, options, strict=True)]
    return min(priced, key=lambda entry: (entry[0], *_badness(entry[1])))[1]


def _candidate(problem: Problem, pairs: Iterable[Ids], mentee_id: str, mentor_id: str) -> Candidate:
    explained = explain_pair(problem, mentee_id, mentor_id)
    holders = tuple(held for held, mentor in pairs if mentor == mentor_id)
    places = problem.mentor_by_id[mentor_id].places
    is_current = mentee_id in holders
    return Candidate(
        mentor_id=mentor_id,
        score=explained.score,
        reasons=explained.reasons,
        violations=explained.violations,
        is_current=is_current,
        is_pinned=(mentee_id, mentor_id) in problem.pins,
        taken=len(holders),
        places=places,
        blocked_by=holders if len(holders) >= places and not is_current else (),
    )


def _left_mentor(
    problem: Problem, pairs: Iterable[Ids], mentee_id: str, mentor_id: str | None, instead_of: str | None
) -> str | None:
    """The mentor whom this mentee leaves: the one named, the only one, or the lowest of a complete team."""
    own = [held for mentee, held in pairs if mentee == mentee_id]
    if instead_of is not None or not own:
        return instead_of
    if mentor_id is not None and len(own) < problem.mentee_by_id[mentee_id].demand:
        return None
    scores = {held: explain_pair(problem, mentee_id, held).score for held in own}
    return min(own, key=lambda held: ((mentee_id, held) in problem.pins, scores[held], held))


def _exchange(pairs: Iterable[Ids], out: Ids, wanted: Ids, left: str | None) -> list[Ids]:
    moved = [] if left is None else [(out[0], left)]
    return [*(pair for pair in pairs if pair != out), wanted, *moved]


def _priced(problem: Problem, before: Iterable[Ids], after: Iterable[Ids]) -> Swap:
    pairs, first = ids_of(after), levels_of(problem, before)
    last = levels_of(problem, pairs)
    found = tuple(check(problem, pairs))
    return Swap(pairs, first, last, last - first, moves_between(before, pairs), found)


def _badness(change: Swap) -> tuple[int, Difference, tuple[Ids, ...]]:
    return len(change.violations), change.difference.turned, change.pairs
