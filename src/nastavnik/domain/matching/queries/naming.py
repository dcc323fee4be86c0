"""A mentee who knows already with whom: where they ask for a mentor, whom they mean, whom they have named."""

from typing import Any

from django.db.models import Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.matching.enums import SuggestionState
from nastavnik.domain.matching.models import Suggestion
from nastavnik.domain.matching.queries.suggestions import PEOPLE, SUGGESTIBLE
from nastavnik.domain.mentorships.enums import Way
from nastavnik.domain.mentorships.queries import occupied
from nastavnik.domain.people.normal import comparable_name
from nastavnik.domain.programmes.enums import ParticipationRole, ProgrammeState
from nastavnik.domain.programmes.models import Module, Participation
from nastavnik.domain.programmes.queries import with_gates


def asks_for_a_mentor(user: Any) -> list[Participation]:
    """Participations in which the user may still name a mentor: of programmes that go on, without a pair, with
    consent."""
    rows = Participation.objects.filter(person__user=user, role=ParticipationRole.MENTEE, state__in=SUGGESTIBLE)
    rows = rows.exclude(module__programme__state=ProgrammeState.CLOSED)
    agreed = with_gates(rows, clock.today()).filter(is_agreed=True)  # type: ignore[misc]
    found = list(agreed.select_related("organisation", "person", "module__programme").order_by("pk"))
    taken = {member.participation_id for member in occupied(found)}
    return [participation for participation in found if participation.pk not in taken]


def mentors_called(module: Module, name: str) -> list[Participation]:
    """Mentors of the module of that surname and given name, with or without the patronymic. No list is shown: who
    does not know the name learns none."""
    wanted = comparable_name(name)
    if len(wanted.split()) < 2:
        return []
    called = Q(person__normal_name=wanted) | Q(person__normal_name__startswith=f"{wanted} ")
    rows = Participation.objects.filter(called, module=module, role=ParticipationRole.MENTOR, state__in=SUGGESTIBLE)
    agreed = with_gates(rows, clock.today()).filter(is_agreed=True)  # type: ignore[misc]
    return list(agreed.select_related("person"))


def named_by(user: Any) -> QuerySet[Suggestion]:
    """Whom the user has named and the coordinator has not decided about."""
    rows = Suggestion.objects.filter(by_id=user.pk, way=Way.SELF_CHOICE, state=SuggestionState.OPEN)
    return rows.filter(mentee__person__user=user).select_related(*PEOPLE)
