"""Who is missing: what a mentor who is not there would bring («кого не хватает»)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matchengine.compare import Difference, Levels, Pairs, known, left_out_of, levels_of, score_of
from matchengine.ladder import MOST_SOLVED, best_pairs, is_plain
from matchengine.problem import Mentee, Mentor, Problem
from matchengine.reports import weak_below
from matchengine.scan import scan

NEWCOMER = "\uffff newcomer"
"""The id of a mentor imagined: after every other, so that it wins no tie."""


@dataclass(frozen=True)
class Lacking:
    """A kind of mentor who is not there.

    `topic`: what this mentor knows; None: any mentor would do, the mentees named no need. `mentees`: who asks for that
    first and is left out or has a weak pair, in order of id; `left_out` of them have nobody. `difference`: what a
    mentor with a place for each of them, and for nobody else, would bring to the best plan: also to others, who take
    the places that become free. `matched` of the mentees would then find a mentor, `raised` a pair with more points.
    """

    topic: str | None
    mentees: tuple[str, ...]
    left_out: int
    difference: Difference
    matched: int
    raised: int


def lacking(problem: Problem, plan: Pairs, *, below: int | None = None) -> tuple[Lacking, ...]:
    """For each main need of those left out or weakly paired in this plan: what a mentor with it would bring.

    The mentor imagined knows this topic, is free whenever one of these mentees is, has consent and clearance;
    everything else is unknown. Each one is solved; who would bring most comes first, who would bring nothing is not
    listed. Where pairs are tied together (see `ladder`) only the `ladder.MOST_SOLVED` needs that most mentees have are
    looked at. `below`: what counts as weak, else `reports.weak_below`.
    """
    before = levels_of(problem, best_pairs(problem))
    had = _lowest(problem, plan)
    wanting = sorted(_wanting(problem, plan, below).items(), key=lambda entry: (-len(entry[1]), entry[0] or ""))
    most = len(wanting) if is_plain(problem, scan(problem)) else MOST_SOLVED
    found = [_effect(problem, before, had, topic, asking) for topic, asking in wanting[:most]]
    useful = (one for one in found if one.difference.is_gain)
    return tuple(sorted(useful, key=lambda one: (one.difference.turned, one.topic or "")))


def with_newcomer(problem: Problem, topic: str | None, asking: Sequence[Mentee]) -> Problem:
    """The problem with a mentor more who takes these mentees and nobody else."""
    ids = {m.id for m in asking}
    others = frozenset((m.id, NEWCOMER) for m in problem.mentees if m.id not in ids)
    mentors = (*problem.mentors, newcomer(topic, asking))
    return replace(problem, mentors=mentors, bans=problem.bans | others)


def newcomer(topic: str | None, asking: Sequence[Mentee]) -> Mentor:
    """An adult with papers who knows one topic, is free whenever one of these mentees is, and takes them all."""
    slots = None if any(m.slots is None for m in asking) else frozenset().union(*(m.slots or () for m in asking))
    return Mentor(
        id=NEWCOMER,
        competences=frozenset() if topic is None else frozenset({topic}),
        slots=slots,
        places=len(asking),
        consent=True,
        clearance=True,
        is_minor=False,
    )


def _wanting(problem: Problem, plan: Pairs, below: int | None) -> dict[str | None, list[Mentee]]:
    """Those left out and those with a weak pair, by main need."""
    limit = weak_below(problem) if below is None else below
    weak = {pair[0] for pair in known(problem, plan) if score_of(problem, pair) < limit}
    found: dict[str | None, list[Mentee]] = {}
    for key in sorted(weak | left_out_of(problem, plan)):
        mentee = problem.mentee_by_id[key]
        found.setdefault(mentee.main_need, []).append(mentee)
    return found


def _effect(
    problem: Problem, before: Levels, had: dict[str, int], topic: str | None, asking: Sequence[Mentee]
) -> Lacking:
    larger = with_newcomer(problem, topic, asking)
    best = best_pairs(larger, before.worst)
    has = _lowest(larger, best)
    return Lacking(
        topic=topic,
        mentees=tuple(m.id for m in asking),
        left_out=sum(m.id not in had for m in asking),
        difference=levels_of(larger, best) - before,
        matched=sum(m.id not in had and m.id in has for m in asking),
        raised=sum(m.id in had and has.get(m.id, 0) > had[m.id] for m in asking),
    )


def _lowest(problem: Problem, pairs: Pairs) -> dict[str, int]:
    """Points of each matched mentee's lowest pair."""
    found: dict[str, int] = {}
    for pair in known(problem, pairs):
        found[pair[0]] = min(score_of(problem, pair), found.get(pair[0], 2**60))
    return found
