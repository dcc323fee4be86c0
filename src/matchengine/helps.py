"""The smallest single changes that really would match somebody left out. Each one is solved again."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace

import numpy as np

from matchengine.codes import HelpCode, Rule
from matchengine.compare import NOTHING, Difference, Levels, Pairs, ids_of, known, left_out_of, levels_of
from matchengine.constraints import broken_rules, is_possible
from matchengine.explain import HELPS, explain_pair
from matchengine.ladder import Ladder, best_pairs, is_plain
from matchengine.lifting import lifted, with_place
from matchengine.pairs import Flags
from matchengine.plan import Help, Params, Value
from matchengine.problem import Ids, Mentee, Mentor, Problem
from matchengine.scan import Scan, scan

OF_A_KIND = 2
"""So many helps of one kind are enough to choose from."""

ORDER = (HelpCode.FREE_PLACE, *(code for code, _ in HELPS), HelpCode.LIFT_PIN)


@dataclass(frozen=True, eq=False)
class _Change:
    """One change: the problem with it, the pair it opens, how much it asks and what it likely brings.

    `displaces`: no place becomes free, so the loss would only move.
    """

    code: HelpCode
    problem: Problem
    pair: Ids
    params: Params = field(default_factory=dict)
    size: int = 0
    gain: Difference = NOTHING
    score: int = 0
    displaces: bool = False


@dataclass(frozen=True, eq=False)
class _View:
    """A problem of those who are matched and one mentee more, with the plan: where chains of moves can lead."""

    problem: Problem
    mentee: Mentee
    pairs: tuple[Ids, ...]
    table: Scan
    held: Flags

    def reach(self, first: Flags, movable: Flags) -> tuple[Flags, bool]:
        """(mentors from whom on a chain of moves can end, does one of them have a free place), from `first` on."""
        reached, fresh = first.copy(), first
        while fresh.any():
            rows = (self.held & movable)[:, fresh].any(axis=1)
            fresh = self.table.possible[rows].any(axis=0) & ~reached
            reached |= fresh
        is_free = self.held.sum(axis=0) < self.table.places
        return reached, bool((reached & is_free).any())


def nearest_change(problem: Problem, plan: Pairs, mentee_id: str, *, most: int = 6) -> tuple[Help, ...]:
    """Up to `most` single changes that match this mentee beside all who are matched now, the smallest first.

    The params of a help are those of `explain`: `mentors` (one id, for a consent of the mentee all whom it opens) and
    `count`; for time `missing_slots` and `slot`, the first half hour that is missing; for a pin its `mentee`. Besides
    `difference`: the levels of the best plan with the change for this mentee and those matched now, less the levels of
    the plan given; and `displaces`: who of those matched now would have nobody, one at most, so that the loss only
    moves. Such helps come last and are looked for only where there is no choice of others. Every help is solved again.
    What cannot be helped has none: a refusal, kinship, a former break-up. Where pairs are tied together (see `ladder`)
    only the first `most` changes are solved at all. ValueError for somebody who is matched.
    """
    if mentee_id not in left_out_of(problem, plan):
        raise ValueError("this mentee is matched")
    view = _view(problem, known(problem, (*ids_of(plan), *problem.pins)), mentee_id)
    before = levels_of(view.problem, view.pairs)
    helps: list[Help] = []
    kinds: Counter[HelpCode] = Counter()
    changes = sorted(_changes(view, before.worst), key=_rank)
    for change in changes if is_plain(view.problem, view.table) else changes[:most]:
        enough = len(helps) >= min(most, OF_A_KIND if change.displaces else most)
        if not enough and kinds[change.code] < OF_A_KIND and (found := _solved(view, before, change)):
            helps.append(found)
            kinds[change.code] += 1
    return tuple(sorted(helps, key=lambda one: bool(one.params["displaces"])))


def _solved(view: _View, before: Levels, change: _Change) -> Help | None:
    """The help with what it brings; None if it leaves the mentee out or costs more than one other the place."""
    problem = change.problem
    best = best_pairs(problem, before.worst)
    if view.mentee.id not in {pair[0] for pair in best} and is_possible(*_people(problem, change.pair), problem):
        try:
            problem = replace(problem, pins=problem.pins | {change.pair})
            best = best_pairs(problem, before.worst)
        except ValueError:  # other pins leave no room for this one
            return None
    left_out = left_out_of(problem, best)
    if view.mentee.id in left_out or len(left_out) > (change.code is not HelpCode.FREE_PLACE):
        return None
    difference = levels_of(change.problem, best) - before
    params = {**change.params, "difference": asdict(difference), "displaces": sorted(left_out)}
    return Help(change.code, params)


def _view(problem: Problem, pairs: tuple[Ids, ...], mentee_id: str) -> _View:
    staying = {mentee_id, *(pair[0] for pair in pairs)}
    smaller = replace(problem, mentees=tuple(m for m in problem.mentees if m.id in staying))
    rows = {m.id: i for i, m in enumerate(smaller.mentees)}
    columns = {m.id: j for j, m in enumerate(smaller.mentors)}
    table = scan(smaller)
    held = np.zeros(table.possible.shape, np.bool_)
    for one, other in pairs:
        held[rows[one], columns[other]] = True
    return _View(smaller, smaller.mentee_by_id[mentee_id], pairs, table, held)


def _changes(view: _View, hint: int) -> Iterator[_Change]:
    """Every single change that opens a place for this mentee, or a mentor."""
    row = view.table.possible[[m.id for m in view.problem.mentees].index(view.mentee.id)]
    reached, is_free = view.reach(row, ~view.table.pinned)
    if is_free:
        ids = [m.id for j, m in enumerate(view.problem.mentors) if row[j]]
        yield _Change(HelpCode.FREE_PLACE, view.problem, (view.mentee.id, ids[0]), _of(ids))
        if is_plain(view.problem, view.table):
            return
    yield from _places(view, reached, hint)
    yield from _pins(view, row)
    yield from _openings(view)


def _places(view: _View, reached: Flags, hint: int) -> Iterator[_Change]:
    """One more place of a mentor from whom a chain leads to this mentee, or of one who has none."""
    ladder = Ladder(view.problem, view.table, hint) if is_plain(view.problem, view.table) else None
    for j, mentor in enumerate(view.problem.mentors):
        if reached[j] or _broken(view, mentor) == {Rule.PLACES}:
            gain = ladder.with_place(j) - ladder.best if ladder is not None else NOTHING
            roomier = with_place(view.problem, mentor)
            yield _Change(HelpCode.MORE_PLACES, roomier, (view.mentee.id, mentor.id), _of([mentor.id]), gain=gain)


def _pins(view: _View, row: Flags) -> Iterator[_Change]:
    """A pin lifted, so that somebody moves on."""
    for i, j in np.argwhere(view.table.pinned & view.held).tolist():
        movable = ~view.table.pinned
        movable[i, j] = True
        if view.reach(row, movable)[1]:
            pair = view.problem.mentees[i].id, view.problem.mentors[j].id
            freer = replace(view.problem, pins=view.problem.pins - {pair})
            yield _Change(HelpCode.LIFT_PIN, freer, (view.mentee.id, pair[1]), _of([pair[1]]) | {"mentee": pair[0]})


def _openings(view: _View) -> Iterator[_Change]:
    """A rule lifted, so that a mentor becomes possible; a consent of the mentee is one change for all mentors."""
    found: dict[HelpCode, list[_Change]] = {}
    for mentor in view.problem.mentors:
        broken = _broken(view, mentor)
        for code, rules in HELPS:
            change = lifted(view.problem, view.mentee, mentor, code) if broken and broken <= rules else None
            if change is not None and is_possible(*_people(change[0], (view.mentee.id, mentor.id)), change[0]):
                found.setdefault(code, []).append(_opening(view, code, mentor.id, *change))
    consents = sorted(found.pop(HelpCode.CONSENT, ()), key=_rank)
    if consents:
        yield replace(consents[0], params=_of(sorted(change.pair[1] for change in consents)))
    for changes in found.values():
        yield from changes


def _opening(view: _View, code: HelpCode, mentor_id: str, opened: Problem, params: Params) -> _Change:
    mentee = opened.mentee_by_id[view.mentee.id]
    row = np.array([is_possible(mentee, m, opened) for m in opened.mentors], np.bool_)
    missing = params.get("missing_slots")
    return _Change(
        code,
        opened,
        (mentee.id, mentor_id),
        _of([mentor_id]) | dict(params),
        size=missing if isinstance(missing, int) else 0,
        score=explain_pair(opened, mentee.id, mentor_id).score,
        displaces=not view.reach(row, ~view.table.pinned)[1],
    )


def _broken(view: _View, mentor: Mentor) -> set[Rule]:
    return {rule for rule, _ in broken_rules(view.mentee, mentor, view.problem)}


def _people(problem: Problem, pair: Ids) -> tuple[Mentee, Mentor]:
    return problem.mentee_by_id[pair[0]], problem.mentor_by_id[pair[1]]


def _of(mentors: list[str]) -> dict[str, Value]:
    return {"mentors": mentors, "count": len(mentors)}


def _rank(change: _Change) -> tuple[bool, int, int, Difference, int, Ids]:
    """What costs nobody else comes first, then the kinds in their order, the smaller, the better, the id."""
    return change.displaces, ORDER.index(change.code), change.size, change.gain.turned, -change.score, change.pair
