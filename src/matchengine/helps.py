"""The smallest single changes that really would match somebody left out. Each one is solved again."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace

from matchengine.codes import HelpCode, Rule
from matchengine.compare import Pairs, ids_of, left_out_of, levels_of
from matchengine.constraints import broken_rules, is_possible
from matchengine.explain import HELPS
from matchengine.lifting import lifted
from matchengine.plan import Help, Params, Plan, Value
from matchengine.problem import Ids, Mentee, Mentor, Problem
from matchengine.solve import solve


@dataclass(frozen=True)
class _Change:
    """One change: the pair it opens or, for a place, the mentor it is for."""

    code: HelpCode
    mentor_id: str
    problem: Problem
    params: Params
    size: int
    displaces: bool


def nearest_change(problem: Problem, plan: Pairs, mentee_id: str, *, most: int = 5) -> tuple[Help, ...]:
    """Up to `most` single changes that match this mentee in the best plan for all who are matched now.

    Those that cost nobody else their mentor come first, then the kinds of `explain.HELPS` in their order. The params
    of a help are those of `explain` for one mentor: `mentors` (one id), `count` 1, for time `missing_slots` and the
    first of them, `slot`; and `difference`, what the plan with the change reaches more on each level, counted without
    the others left out; and `displaces`, who of those matched now would lose their mentor: a help that only moves the
    loss. Each one is found by solving again. Raises ValueError for somebody who is matched.
    """
    if mentee_id not in left_out_of(problem, plan):
        raise ValueError("this mentee is matched")
    pairs = ids_of(plan)
    staying = frozenset(problem.mentee_by_id) - left_out_of(problem, plan) | {mentee_id}
    field = replace(problem, mentees=tuple(m for m in problem.mentees if m.id in staying))
    before = levels_of(field, pairs)
    helps: list[Help] = []
    for change in sorted(_changes(field, pairs, field.mentee_by_id[mentee_id]), key=_rank):
        if len(helps) == most:
            break
        best = _best_with(change, mentee_id)
        matched = {pair.mentee_id for pair in best.pairs}
        if mentee_id in matched:
            difference = levels_of(change.problem, best) - before
            params = {**change.params, "difference": asdict(difference), "displaces": sorted(staying - matched)}
            helps.append(Help(change.code, params))
    return tuple(sorted(helps, key=lambda one: bool(one.params["displaces"])))


def _best_with(change: _Change, mentee_id: str) -> Plan:
    """The best plan of the changed problem; where it leaves this mentee out, the best one with the pair opened."""
    best = solve(change.problem)
    pair = (mentee_id, change.mentor_id)
    if any(found.mentee_id == mentee_id for found in best.pairs) or change.code is HelpCode.MORE_PLACES:
        return best
    return solve(replace(change.problem, pins=change.problem.pins | {pair}))


def _changes(problem: Problem, pairs: tuple[Ids, ...], mentee: Mentee) -> Iterator[_Change]:
    """Every single change that opens a mentor or a place for this mentee."""
    reached, is_free = _reach(problem, pairs, mentee)
    if is_free:
        yield _Change(HelpCode.FREE_PLACE, "", problem, {"mentors": sorted(reached), "count": len(reached)}, 0, False)
        return
    for mentor in problem.mentors:
        broken = {rule for rule, _ in broken_rules(mentee, mentor, problem)}
        if mentor.id in reached or broken == {Rule.PLACES}:
            roomier = _with_place(problem, mentor)
            yield _Change(HelpCode.MORE_PLACES, mentor.id, roomier, _params(mentor), 0, False)
        elif broken:
            yield from _openings(problem, pairs, mentee, mentor, broken)


def _openings(
    problem: Problem, pairs: tuple[Ids, ...], mentee: Mentee, mentor: Mentor, broken: set[Rule]
) -> Iterator[_Change]:
    for code, rules in HELPS:
        change = lifted(problem, mentee, mentor, code) if broken <= rules else None
        if change is None:
            continue
        opened, params = change
        who, whom = opened.mentee_by_id[mentee.id], opened.mentor_by_id[mentor.id]
        if is_possible(who, whom, opened):
            size = params.get("missing_slots", 0)
            _, is_free = _reach(opened, pairs, who)
            yield _Change(
                code,
                mentor.id,
                opened,
                _params(mentor) | dict(params),
                size if isinstance(size, int) else 0,
                not is_free,
            )


def _reach(problem: Problem, pairs: tuple[Ids, ...], mentee: Mentee) -> tuple[frozenset[str], bool]:
    """The mentors with whom this mentee gets a place if they have one more, others moving on along a chain; and
    whether one of them has a free place already. Pinned pairs do not move."""
    holders: dict[str, list[str]] = {}
    for held, mentor_id in pairs:
        holders.setdefault(mentor_id, []).append(held)
    reached: set[str] = set()
    waiting, seen = [mentee.id], {mentee.id}
    while waiting:
        asking = problem.mentee_by_id[waiting.pop()]
        for mentor in problem.mentors:
            if mentor.id in reached or not is_possible(asking, mentor, problem):
                continue
            reached.add(mentor.id)
            if len(holders.get(mentor.id, ())) < mentor.places:
                return frozenset({mentor.id}), True
            movable = [held for held in holders[mentor.id] if (held, mentor.id) not in problem.pins]
            waiting += [held for held in movable if held not in seen and held in problem.mentee_by_id]
            seen.update(movable)
    return frozenset(reached), False


def _with_place(problem: Problem, lucky: Mentor) -> Problem:
    mentors = tuple(replace(m, places=m.places + 1) if m.id == lucky.id else m for m in problem.mentors)
    return replace(problem, mentors=mentors)


def _params(mentor: Mentor) -> dict[str, Value]:
    return {"mentors": [mentor.id], "count": 1}


def _rank(change: _Change) -> tuple[bool, int, int, str]:
    kinds = [code for code, _ in HELPS]
    return change.displaces, kinds.index(change.code) if change.code in kinds else -1, change.size, change.mentor_id
