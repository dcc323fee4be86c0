"""What came of a meeting: applications made on the spot, and who came but did not apply."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from nastavnik.domain.events.models import Attendance, Event
from nastavnik.domain.events.queries import came_to
from nastavnik.domain.intake.enums import ApplicationState
from nastavnik.domain.intake.models import Application, Intake
from nastavnik.domain.programmes.models import Participation


@dataclass(frozen=True)
class Gathered:
    """`on_the_spot`: sent with the code of the meeting; `begun`: with its code and not sent yet (nobody is named);
    `silent` came, did not apply since, and take no part."""

    on_the_spot: int
    begun: int
    silent: list[Attendance]


def gathered(event: Event) -> Gathered:
    """Three queries whatever the number of people."""
    here = Application.objects.filter(event=event)
    begun = here.filter(state=ApplicationState.DRAFT).count()
    sent = here.exclude(state=ApplicationState.DRAFT).count()
    return Gathered(sent, begun, not_applied(event))


def not_applied(event: Event) -> list[Attendance]:
    """Who came and has neither applied to the module nor takes part in it, by name; one query. A withdrawn
    application counts as one: nobody is asked twice."""
    applied = Application.objects.filter(~Q(state=ApplicationState.DRAFT), module=event.module_id)
    applied = applied.filter(person=OuterRef("person_id"))
    takes_part = Participation.objects.filter(module=event.module_id, person=OuterRef("person_id"))
    rows = came_to([event]).filter(~Exists(applied), ~Exists(takes_part))
    return list(rows)


def takes_applications(event: Event) -> bool:
    """Is there an open intake of the module, so that the code of the event leads somewhere?"""
    return Intake.objects.filter(module=event.module_id, is_open=True).exists()
