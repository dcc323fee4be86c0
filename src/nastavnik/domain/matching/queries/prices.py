"""What a change would cost, and what other weights would bring; nothing is written."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from matchengine import Problem, Weights, explain_pair, solve
from matchengine.codes import ReasonCode
from nastavnik.domain.matching import messages
from nastavnik.domain.matching.adapter import ids_of
from nastavnik.domain.matching.changes import PLACING, Change, Preview, Price, Share
from nastavnik.domain.matching.plans import Keys, ids_of_pairs, keys_of, levels_of, moves
from nastavnik.domain.matching.pricing import Priced, priced
from nastavnik.domain.matching.queries.rows import WEAK
from nastavnik.domain.matching.queries.studio import Studio

SHARES = (
    ("main_need", ReasonCode.NEED_MAIN_COVERED, ReasonCode.NEED_UNKNOWN),
    ("interests", ReasonCode.INTERESTS_COMMON, ReasonCode.INTERESTS_UNKNOWN),
    ("wishes", ReasonCode.AGE_AS_WISHED, ReasonCode.AGE_UNKNOWN),
)
"""What a preview counts: where the criterion holds, and where nothing is known of it."""


def price(studio: Studio, change: Change) -> Price:
    """The plain change, nobody else moved unless a place must be made; in `best` the best whole plan with it."""
    plain = priced(studio.pool.problem, studio.pairs, change)
    best = priced(studio.pool.problem, studio.pairs, change, whole=True)
    found = _price(studio, change, plain)
    if best.refused and change.kind == "pin":
        return replace(found, refusals=best.refusals)
    if best.plan is None or best.refusals or (found.is_possible and not _is_better(best, plain)):
        return found
    return replace(found, best=_price(studio, change, best))


def _is_better(best: Priced, plain: Priced) -> bool:
    """Is the whole plan worth moving other people for?"""
    return any(moved > 0 for moved in plain.after.until(best.after).values())


def preview(studio: Studio, weights: Mapping[str, int]) -> Preview:
    """The best plan by other weights beside the plan as it stands; both counted by the new weights."""
    problem = studio.pool.problem
    settings = replace(problem.settings, weights=Weights(**{**vars(problem.settings.weights), **weights}))
    asked = replace(problem, settings=settings)
    found = keys_of(solve(asked))
    return Preview(
        weights={name: int(points) for name, points in weights.items()},
        before=levels_of(asked, studio.pairs),
        after=levels_of(asked, found),
        of=settings.weights.total,
        moves=studio.move_lines(moves(studio.pairs, found)),
        shares=_shares(asked, studio.pairs, found),
        keeps=studio.keeps,
    )


def _price(studio: Studio, change: Change, found: Priced) -> Price:
    return Price(
        change=change,
        before=found.before,
        after=found.after,
        score_before=_score(found.problem, studio.pairs, change.mentee),
        score_after=_score(found.problem, found.pairs, change.mentee),
        moves=studio.move_lines(found.moves),
        refusals=found.refusals,
        warnings=_warnings(studio, change, found),
        keeps=studio.keeps,
    )


def _warnings(studio: Studio, change: Change, found: Priced) -> list[str]:
    """What to think of: a weak pair, a child who is left without anybody, pins of others that move."""
    score = _score(found.problem, found.pairs, change.mentee)
    said = []
    if change.kind in PLACING and score is not None and score * 100 < WEAK * studio.of:
        said.append(messages.weak_pair(score))
    lost = [studio.side_of(mentee).name for mentee, had, has in found.moves if had and not has]
    return [*said, messages.without_pair(lost)] if lost else said


def _score(problem: Problem, pairs: Sequence[Keys], mentee: str) -> int | None:
    """Points of the mentee's pair; of a team's the lowest."""
    mentees, mentors = ids_of(problem)
    own = [(mentees[e], mentors[r]) for e, r in pairs if e == mentee and e in mentees and r in mentors]
    return min((explain_pair(problem, *pair).score for pair in own), default=None)


def _shares(problem: Problem, before: Sequence[Keys], found: Sequence[Keys]) -> list[Share]:
    """How many have the main need covered, something in common, and the age they asked for."""
    said = [_reasons(problem, pairs) for pairs in (before, found)]
    return [
        Share(
            code,
            messages.share(code),
            *(
                number
                for codes in said
                for number in (sum(good in c for c in codes), sum(none not in c for c in codes))
            ),
        )
        for code, good, none in SHARES
    ]


def _reasons(problem: Problem, pairs: Sequence[Keys]) -> list[set[str]]:
    """The codes of each pair."""
    known = [(e, r) for e, r in ids_of_pairs(problem, pairs) if e in problem.mentee_by_id and r in problem.mentor_by_id]
    return [{str(reason.code) for reason in explain_pair(problem, *pair).reasons} for pair in known]
