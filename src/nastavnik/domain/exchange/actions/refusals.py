"""«Нет» in the column of consents is remembered: no later list without an answer admits that person to matching."""

from dataclasses import dataclass, field

from django.db.models import F

from nastavnik.domain.exchange.actions.taking import Taken
from nastavnik.domain.exchange.models import ListedRefusal
from nastavnik.domain.mentorships.queries.members import occupied
from nastavnik.domain.programmes.actions import suspend
from nastavnik.domain.programmes.enums import ParticipationState
from nastavnik.domain.programmes.models import Participation


@dataclass
class Refused:
    """Who is not to be admitted, and the refusals that this list took back."""

    in_force: set[int] = field(default_factory=set)
    taken_back: list[int] = field(default_factory=list)


def remember_refusals(taken: Taken) -> Refused:
    """A «нет» stays until a list says «да»; a child's as well: growing up is no answer."""
    said_no = {person.pk: person for record, person in taken.people if record.consent is False}
    said_yes = {person.pk for record, person in taken.people if record.consent}
    rows = ListedRefusal.objects.filter(person__in=[person.pk for _record, person in taken.people], taken_back_on=None)
    there = dict(rows.values_list("person_id", "pk"))
    back = [number for person, number in there.items() if person in said_yes]
    ListedRefusal.objects.filter(pk__in=back).update(taken_back_on=taken.on, version=F("version") + 1)
    ListedRefusal.objects.bulk_create(
        ListedRefusal(
            organisation=taken.organisation, people_import=taken.people_import, person=person, said_on=taken.on
        )
        for pk, person in said_no.items()
        if pk not in there
    )
    _suspend(taken, list(said_no))
    return Refused({*said_no, *(pk for pk in there if pk not in said_yes)}, back)


def _suspend(taken: Taken, said_no: list[int]) -> None:
    """Who could be matched and says no now is left out; a pair at work is for the coordinator to talk about."""
    rows = Participation.objects.filter(
        module=taken.people_import.module, role=taken.people_import.role, person__in=said_no
    )
    for participation in rows.filter(state=ParticipationState.READY):
        if not occupied([participation]).exists():
            suspend(participation, by=taken.by)
