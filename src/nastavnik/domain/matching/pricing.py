"""A change of a plan, plain or with the best whole plan around it: what it reaches and what forbids it. No queries."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matchengine import Plan, Problem, Violation, check, swap, what_if
from matchengine.problem import ProblemRefused
from nastavnik.domain.matching import messages
from nastavnik.domain.matching.adapter import ids_of
from nastavnik.domain.matching.changes import PLACING, Change, Levels
from nastavnik.domain.matching.plans import Keys, Moved, decided, ids_of_pairs, keys_of, levels_of, moves


@dataclass(frozen=True)
class Priced:
    """A plan before and after a change. `problem` holds the decision; `plan` is there where all was solved again."""

    problem: Problem
    before: Levels
    after: Levels
    pairs: tuple[Keys, ...]
    moves: tuple[Moved, ...]
    violations: tuple[Violation, ...] = ()
    refused: str = ""
    plan: Plan | None = None

    @property
    def refusals(self) -> list[str]:
        """Why it cannot be, in words."""
        said = [messages.violation(one.code, one.params) for one in self.violations]
        return [*said, messages.refused(self.refused)] if self.refused else said


def priced(problem: Problem, pairs: Sequence[Keys], change: Change, *, whole: bool = False) -> Priced:
    """The plan `pairs` after the change: nobody else moved unless a place must be made, or with `whole` the best plan
    that holds it. `violations` are those that the plan did not have before, `refused` the code where no whole plan can
    hold the pins.
    """
    changed = decided(problem, change)
    plan = None
    if whole and not forbidden(changed, change):
        wanted = asked(changed, change)
        try:
            plan = _best(problem, pairs, wanted)
        except ProblemRefused as error:
            before = levels_of(problem, pairs)
            return Priced(changed, before, before, tuple(pairs), (), refused=str(error.code))
    found = keys_of(plan) if plan else plain(changed, pairs, change)
    return Priced(
        problem=changed,
        before=levels_of(problem, pairs),
        after=levels_of(changed, found),
        pairs=tuple(found),
        moves=tuple(moves(pairs, found)),
        violations=tuple(_new(problem, pairs, changed, found)),
        plan=plan,
    )


def forbidden(problem: Problem, change: Change) -> bool:
    """Does a rule forbid the pair itself, whatever the rest of the plan?"""
    if change.kind not in PLACING:
        return False
    alone = replace(problem, pins=frozenset())
    return bool(check(alone, ids_of_pairs(problem, [(change.mentee, change.mentor or "")])))


def plain(problem: Problem, pairs: Sequence[Keys], change: Change) -> list[Keys]:
    """The plan with the change and nobody else moved; where the mentor is full, one of theirs makes room."""
    if change.kind in ("unpin", "lift_ban"):
        return list(pairs)
    if change.kind in ("ban", "remove"):
        return [pair for pair in pairs if pair[0] != change.mentee or change.mentor not in (None, pair[1])]
    mentees, mentors = ids_of(problem)
    if change.mentee not in mentees or change.mentor not in mentors:  # somebody is gone: the check will say so
        return [*pairs, (change.mentee, change.mentor or "")]
    made = swap(problem, ids_of_pairs(problem, pairs), mentees[change.mentee], mentors[change.mentor])
    return keys_of(made.pairs)


def asked(changed: Problem, change: Change) -> Problem:
    """What the best whole plan is looked for in: a swap holds its pair, a removal forbids it, this once."""
    pair = ids_of_pairs(changed, [(change.mentee, change.mentor or "")])[0]
    if change.kind in PLACING:
        return replace(changed, pins=changed.pins | {pair})
    if change.kind == "remove":
        return replace(changed, bans=changed.bans | {pair}, pins=changed.pins - {pair})
    return changed


def _best(problem: Problem, pairs: Sequence[Keys], wanted: Problem) -> Plan:
    """The best plan of what is wanted; of equally good ones the one that moves the fewest."""
    return what_if(
        problem,
        ids_of_pairs(problem, pairs),
        pins=wanted.pins - problem.pins,
        bans=wanted.bans - problem.bans,
        unpins=problem.pins - wanted.pins,
        unbans=problem.bans - wanted.bans,
    ).plan


def _new(problem: Problem, pairs: Sequence[Keys], changed: Problem, found: Sequence[Keys]) -> list[Violation]:
    had = {(one.code, one.mentee_id, one.mentor_id) for one in check(problem, ids_of_pairs(problem, pairs))}
    after = check(changed, ids_of_pairs(changed, found))
    return [one for one in after if (one.code, one.mentee_id, one.mentor_id) not in had]
