"""A change of a plan, plain or with the best whole plan around it: what it reaches and what forbids it. No queries."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matchengine import Plan, Problem, Violation, check, solve
from nastavnik.domain.matching.changes import PLACING, Change, Levels
from nastavnik.domain.matching.plans import Keys, Moved, after, decided, ids_of_pairs, keys_of, levels_of, moves


@dataclass(frozen=True)
class Priced:
    """A plan before and after a change. `problem` holds the decision; `plan` is there where all was solved again."""

    problem: Problem
    before: Levels
    after: Levels
    pairs: tuple[Keys, ...]
    moves: tuple[Moved, ...]
    violations: tuple[Violation, ...]
    plan: Plan | None = None


def priced(problem: Problem, pairs: Sequence[Keys], change: Change, *, whole: bool = False) -> Priced:
    """The plan `pairs` after the change: nobody else moved unless a place must be made, or with `whole` the best plan
    that holds it. Violations are those that the plan did not have before."""
    changed = decided(problem, change)
    plan = solve(asked(changed, change)) if whole else None
    found = keys_of(plan) if plan else after(pairs, change)
    had = {(one.code, one.mentee_id, one.mentor_id) for one in check(problem, ids_of_pairs(problem, pairs))}
    new = [
        one
        for one in check(changed, ids_of_pairs(changed, found))
        if (one.code, one.mentee_id, one.mentor_id) not in had
    ]
    return Priced(
        problem=changed,
        before=levels_of(problem, pairs),
        after=levels_of(changed, found),
        pairs=tuple(found),
        moves=tuple(moves(pairs, found)),
        violations=tuple(new),
        plan=plan,
    )


def asked(changed: Problem, change: Change) -> Problem:
    """What the best whole plan is looked for in: a swap holds its pair, a removal forbids it, this once."""
    pair = ids_of_pairs(changed, [(change.mentee, change.mentor or "")])[0]
    if change.kind in PLACING:
        return replace(changed, pins=changed.pins | {pair})
    if change.kind == "remove":
        return replace(changed, bans=changed.bans | {pair})
    return changed
