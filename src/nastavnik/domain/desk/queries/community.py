"""Invitations to meetings of many, and attestations that come near: parts of queries that are asked anyway."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import CharField, F, QuerySet, TimeField, Value
from django.db.models.functions import Cast, TruncDate
from django.utils.translation import gettext as _

from nastavnik.core import clock
from nastavnik.domain.achievements.models import Attestation
from nastavnik.domain.achievements.queries import AHEAD
from nastavnik.domain.desk.records import QueueItem
from nastavnik.domain.desk.words import some, spoken
from nastavnik.domain.events.enums import EventState
from nastavnik.domain.events.models import Event
from nastavnik.domain.events.queries import FESTIVE, asked_to
from nastavnik.domain.organisations.models import Organisation

SOON = timedelta(days=30)
INVITED, TERM = "invited", "term"
Told = tuple[str, int, date, Any, str]


def parts(user: Any, organisation: Organisation, on: date) -> list[QuerySet[Any, Any]]:
    """To what one is invited, and one's own attestation, as (what, of, day, at, words)."""
    near = due(organisation, on).filter(person__user=user).order_by()
    term = near.annotate(
        what=Value(TERM, CharField()), of=F("person_id"), day=F("due_on"), at=Cast(Value(None), TimeField()),
        words=Value("", CharField()),
    )  # fmt: skip
    return [invited(user, organisation), term.values_list("what", "of", "day", "at", "words")]


def invited(user: Any, organisation: Organisation) -> QuerySet[Any, Any]:
    """Festive events of the next month on whose list one, or one's child, stands."""
    now = clock.now()
    rows: QuerySet[Event] = asked_to(user).filter(
        organisation=organisation, kind__in=FESTIVE, state=EventState.PLANNED, starts_at__range=(now, now + SOON)
    )
    shaped = rows.order_by().annotate(
        what=Value(INVITED, CharField()), of=F("pk"),
        day=TruncDate("starts_at", tzinfo=ZoneInfo(organisation.time_zone)), at=Cast(Value(None), TimeField()),
        words=F("title"),
    )  # fmt: skip
    return shaped.values_list("what", "of", "day", "at", "words")


def due(organisation: Organisation, on: date) -> QuerySet[Attestation]:
    """Attestations of the institution whose day comes near."""
    return Attestation.objects.filter(
        organisation=organisation, due_on__lte=on + AHEAD, passed_on__isnull=True, person__erased_on__isnull=True
    )


def items(rows: Sequence[Told], on: date) -> list[QueueItem]:
    """Of the rows of `parts`."""
    return [
        _event(pk, words, day, on) if what == INVITED else _own_term(pk, day, on)
        for what, pk, day, _at, words in sorted(rows, key=lambda row: (row[2], row[1]))
    ]


def terms_of_others(names: Sequence[str]) -> list[QueueItem]:
    """For who leads."""
    if not names:
        return []
    title = _("Подходит срок аттестации")
    return [QueueItem("week", "flag", title, some(names), None, _("Посмотреть, чья"), "achievements:mentors")]


def wishes(names: Sequence[str]) -> list[QueueItem]:
    """«Хочу стать наставником», said at the end of a pair: the first step is a talk."""
    if not names:
        return []
    title = _("Хотят стать наставниками: %(names)s") % {"names": some(names)}
    why = _("Позовите на беседу, пока желание свежее.")
    return [QueueItem("week", "people", title, why, None, _("Взять в наставники"), "mentorships:wishes")]


def _event(pk: int, title: str, day: date, on: date) -> QueueItem:
    said = _("%(title)s, %(day)s") % {"title": title, "day": spoken(day, on)}
    return QueueItem("week", "calendar", said, "", day, _("Открыть приглашение"), "events:invitation", (pk,))


def _own_term(person: int, day: date, on: date) -> QueueItem:
    title = _("Подходит срок аттестации: %(day)s") % {"day": spoken(day, on)}
    why = _("Проверьте, всё ли записано: занятия, обмен опытом, благодарности.")
    return QueueItem("week", "flag", title, why, None, _("Посмотреть срок"), "achievements:attestation", (person,))
