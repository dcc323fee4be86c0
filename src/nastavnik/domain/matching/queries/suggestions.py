"""Pairs that somebody named: who may see them, and how they stand beside the optimum."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.matching.enums import MatchRunState, SuggestionState
from nastavnik.domain.matching.models import MatchRun, Suggestion
from nastavnik.domain.matching.queries.studio import Studio
from nastavnik.domain.matching.sides import Side
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import ParticipationState, ProgrammeState
from nastavnik.domain.programmes.models import Module, Participation
from nastavnik.domain.programmes.queries import participations_visible_to, with_gates

SUGGESTIBLE = (ParticipationState.ENROLLED, ParticipationState.READY)
PEOPLE = ("organisation", "module__organisation", "module__programme", "mentee__person", "mentor__person", "by")


@dataclass(frozen=True)
class SuggestionLine:
    """A suggestion beside the plan: `rank` is the place of the mentor among all who are possible for the mentee, by
    points, None where a rule forbids the pair (`refusals`) or one of the two is not in the pool."""

    suggestion: Suggestion
    mentee: Side
    mentor: Side
    score: int | None
    of: int
    rank: int | None
    ranked: int
    in_plan: bool
    refusals: list[str]

    @property
    def way_title(self) -> str:
        return str(self.suggestion.get_way_display())


def suggestions_visible_to(user: Any) -> QuerySet[Suggestion]:
    """Own ones of a teacher; for coordinators all of the organisation."""
    held = standing(user)
    led = Q(organisation__in=held.organisations_where(Permission.MATCHING_RUN))
    own = Q(organisation__in=held.organisations_where(Permission.PAIR_SUGGEST), by_id=user.pk)
    return Suggestion.objects.filter(led | own).select_related(*PEOPLE)


def suggestions(module: Module) -> list[Suggestion]:
    """What waits for the coordinator's decision in a module, the newest first."""
    return list(Suggestion.objects.filter(module=module, state=SuggestionState.OPEN).select_related(*PEOPLE))


def ready_run(module: Module) -> MatchRun | None:
    """The proposal in which an accepted pair is pinned at once."""
    rows = MatchRun.objects.filter(module=module, state=MatchRunState.READY)
    return rows.select_related("module", "organisation").order_by("number").last()


def modules_to_suggest_in(user: Any) -> QuerySet[Module]:
    """Modules of programmes that are not over, where the user may name a pair."""
    organisations = standing(user).organisations_where(Permission.PAIR_SUGGEST)
    rows = Module.objects.filter(organisation__in=organisations).exclude(programme__state=ProgrammeState.CLOSED)
    return rows.select_related("organisation", "programme").order_by("-programme__starts_on", "pk")


def to_suggest(user: Any, module: Module, role: str) -> QuerySet[Participation]:
    """People of one side whom the user may name."""
    rows = participations_visible_to(user).filter(module=module, role=role, state__in=SUGGESTIBLE)
    today = clock.today(module.organisation.time_zone)
    agreed = with_gates(rows, today).filter(is_agreed=True)  # type: ignore[misc]
    return agreed.order_by("person__normal_name", "pk")


def suggestion_lines(studio: Studio) -> list[SuggestionLine]:
    """The open suggestions of the module beside the plan of the run."""
    return [_line(studio, one) for one in suggestions(studio.run.module)]


def _line(studio: Studio, suggestion: Suggestion) -> SuggestionLine:
    mentee, mentor = str(suggestion.mentee_id), str(suggestion.mentor_id)
    found = studio.candidates(mentee) if studio.mentee(mentee) else []
    mine = next((one for one in found if one.mentor.key == mentor), None)
    possible = [one for one in found if not one.refusals]
    ahead = [one for one in possible if mine and one.score > mine.score]
    return SuggestionLine(
        suggestion=suggestion,
        mentee=studio.side(suggestion.mentee),
        mentor=studio.side(suggestion.mentor),
        score=mine.score if mine else None,
        of=studio.of,
        rank=len(ahead) + 1 if mine and not mine.refusals else None,
        ranked=len(possible),
        in_plan=studio.current_mentor(mentee) == mentor,
        refusals=mine.refusals if mine else [],
    )
