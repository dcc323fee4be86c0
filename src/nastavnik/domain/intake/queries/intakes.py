"""Which intakes there are, for staff and for whoever comes by a link or a code."""

from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from nastavnik.domain.events.models import Event
from nastavnik.domain.intake.codes import canonical, with_yo
from nastavnik.domain.intake.enums import ApplicationState
from nastavnik.domain.intake.models import Intake
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.models import Module, Programme


def takes_on(intake: Intake, on: date) -> bool:
    """Can somebody apply on the day?"""
    begun = intake.starts_on <= on and (intake.ends_on is None or intake.ends_on >= on)
    return intake.is_open and begun and intake.module.programme.state != ProgrammeState.CLOSED


def taking(on: date) -> Q:
    """`takes_on` for rows."""
    lasts = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    return Q(is_open=True, starts_on__lte=on) & lasts & ~Q(module__programme__state=ProgrammeState.CLOSED)


def intake_by(token: str) -> Intake | None:
    """What a link leads to, open or not."""
    return _loaded().filter(token=token[:40].replace("\0", "")).first()  # no database takes a zero byte


def intake_by_code(code: str) -> tuple[Intake, Event | None] | None:
    """What the code of a poster, or of a meeting, leads to: the open intake of its module."""
    typed = canonical(code)
    for intake in _loaded().filter(code__in=_spellings(typed)):
        return intake, None
    event = Event.objects.filter(code__in=_spellings(typed)).first()
    if event is None:
        return None
    there = _loaded().filter(module=event.module_id).order_by("-is_open", "-starts_on", "-id").first()
    return (there, event) if there else None


def event_of(intake: Intake, code: str) -> Event | None:
    """The meeting of the same module at which somebody applies by its code."""
    typed = canonical(code)
    return Event.objects.filter(module=intake.module_id, code__in=_spellings(typed)).first() if typed else None


def taking_now(programme: Programme, on: date) -> QuerySet[Intake]:
    """Where somebody can apply for the programme on the day, in the order of its modules."""
    return _loaded().filter(taking(on), module__programme=programme).order_by("module", "pk")


def _spellings(typed: str) -> list[str]:
    """The code as it may be kept: the words of posters hold ё."""
    return [typed, with_yo(typed)]


def _loaded() -> QuerySet[Intake]:
    return Intake.objects.select_related("organisation", "module__programme__academic_year", "module__mentoring_format")


def intakes_visible_to(user: Any) -> QuerySet[Intake]:
    """Intakes of the organisations in which the user enters or reviews applications, with what came by them."""
    held = standing(user).organisations_where(Permission.APPLICATION_ENTER)
    of_state = {
        "waiting": Count("applications", filter=Q(applications__state=ApplicationState.SUBMITTED)),
        "accepted": Count("applications", filter=Q(applications__state=ApplicationState.ACCEPTED)),
        "sent": Count("applications", filter=~Q(applications__state=ApplicationState.DRAFT)),
    }
    return _loaded().filter(organisation__in=held).annotate(**of_state)


def modules_to_open(user: Any, organisation: Any) -> QuerySet[Module]:
    """Modules for which an intake can be opened: of programmes that are not over."""
    held = standing(user).organisations_where(Permission.APPLICATION_REVIEW)
    rows = Module.objects.filter(organisation=organisation, organisation__in=held)
    return rows.exclude(programme__state=ProgrammeState.CLOSED).select_related("programme", "mentoring_format")
