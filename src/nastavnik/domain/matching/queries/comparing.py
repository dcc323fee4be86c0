"""Two plans side by side."""

from typing import Literal

from django.db.models import Case, Q, QuerySet, When

from matchengine import deferred_acceptance, greedy
from nastavnik.domain.matching import messages
from nastavnik.domain.matching.adapter import ids_of
from nastavnik.domain.matching.changes import ComparisonView
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.models import MatchRun
from nastavnik.domain.matching.plans import Keys, keys_of, levels_of, moves
from nastavnik.domain.matching.queries.studio import Studio

Against = MatchRun | Literal["greedy", "stable", "last_year"]


def comparable(run: MatchRun) -> QuerySet[MatchRun]:
    """Other runs of the module that have a plan, the newest first."""
    counted = (MatchRunState.READY, MatchRunState.PUBLISHED, MatchRunState.DISCARDED)
    return MatchRun.objects.filter(module=run.module, state__in=counted).exclude(pk=run.pk).exclude(input_sha256="")


def compared_first(run: MatchRun) -> MatchRun | None:
    """What a run is compared with when nobody has said with what: a second matching with what was published last,
    others with the newest that was not put aside."""
    is_nearest = Q(state=MatchRunState.PUBLISHED) if run.settings.get("rematch") else ~Q(state=MatchRunState.DISCARDED)
    nearest_first = Case(When(is_nearest, then=0), default=1)
    return comparable(run).order_by(nearest_first, "-number").first()


def compare(studio: Studio, against: Against) -> ComparisonView:
    """The plan of the run beside another run, last year's pairs, or a plan made without the engine's look ahead.

    Only people of this matching are compared: who has a pair by now, or has left, is counted as `elsewhere`.
    """
    here, problem = studio.pairs, studio.pool.problem
    mentees, mentors = ids_of(problem)
    everybody = _pairs(studio, against)
    there = [pair for pair in everybody if pair[0] in mentees and pair[1] in mentors]
    matched_here, matched_there = {e for e, _r in here}, {e for e, _r in there}
    return ComparisonView(
        title=_title(against),
        here=levels_of(problem, here),
        there=levels_of(problem, there),
        kept=len(set(here) & set(there)),
        moves=studio.move_lines(moves(there, here)),
        only_left_out_here=[studio.side_of(key) for key in sorted(matched_there - matched_here)],
        only_left_out_there=[studio.side_of(key) for key in sorted(matched_here - matched_there)],
        keeps=studio.keeps,
        elsewhere=len(everybody) - len(there),
    )


def _pairs(studio: Studio, against: Against) -> list[Keys]:
    if isinstance(against, MatchRun):
        return [(str(e), str(r)) for e, r in against.proposals.values_list("mentee_id", "mentor_id")]
    problem = studio.pool.problem
    if against == "last_year":
        return list(studio.pool.former)
    plan = greedy(problem) if against == "greedy" else deferred_acceptance(problem)
    return keys_of(plan)


def _title(against: Against) -> str:
    if isinstance(against, MatchRun):
        return messages.run_title(against.number)
    return messages.plan_title(against)
