"""Group meetings and suggested pairs: what the coordinator decides, whom a mentor or a mentee names."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import DateTimeField, F, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from nastavnik.domain.desk.queries.told import told
from nastavnik.domain.desk.records import QueueItem
from nastavnik.domain.desk.words import counted, spoken
from nastavnik.domain.matching.enums import GroupMeetingState, SuggestionState
from nastavnik.domain.matching.models import GroupMeeting, Suggestion
from nastavnik.domain.matching.queries.meetings import to_choose
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission as P
from nastavnik.domain.people.rules import holds


def parts(user: Any, organisation: Organisation, on: date) -> list[QuerySet[Any, Any]]:
    """What waits, in the shape of `told`."""
    found = []
    if holds(user, P.MATCHING_RUN, organisation.pk):
        day = Cast("held_on", DateTimeField())
        been = GroupMeeting.objects.filter(organisation=organisation, held_on__lte=on)
        suggested = Suggestion.objects.filter(organisation=organisation, state=SuggestionState.OPEN)
        found += [
            told("attendance", been.filter(state=GroupMeetingState.PLANNED), "title", day),
            told("choosing", been.filter(state=GroupMeetingState.OPEN), "title", day),
            told("suggested", suggested, "module__programme__title", F("at")),
        ]
    if holds(user, P.MENTORSHIP_OWN, organisation.pk):
        mine = to_choose(user).filter(organisation=organisation)
        found.append(told("choose", mine, "meeting__title", Cast("meeting__held_on", DateTimeField())))
    return found


def suggestions(number: int) -> list[QueueItem]:
    """However many, one line."""
    if not number:
        return []
    title = _("Предложено: %(pairs)s") % {"pairs": counted(number, _("пара"), _("пары"), _("пар"))}
    why = _("Примите или отложите: принятая пара закрепляется, остальные строятся вокруг неё.")
    return [QueueItem("today", "pair", title, why, None, _("Посмотреть"), "matching:suggestions")]


def _day(since: date | None, on: date) -> str:
    return spoken(since, on) if since else ""


def _attendance(pk: int, title: str, since: date | None, on: date) -> QueueItem:
    said = _("Отметьте, кто пришёл: %(title)s, %(day)s") % {"title": title, "day": _day(since, on)}
    why = _("После отметки начните выбор, пока все помнят друг друга.")
    return QueueItem("today", "people", said, why, since, _("Открыть встречу"), "matching:meeting", (pk,))


def _choosing(pk: int, title: str, since: date | None, on: date) -> QueueItem:
    said = _("Идёт выбор: %(title)s, %(day)s") % {"title": title, "day": _day(since, on)}
    why = _("Запишите ответы с бумаги и закончите выбор: взаимные учтёт подбор.")
    return QueueItem("today", "people", said, why, since, _("Открыть встречу"), "matching:meeting", (pk,))


def _choose(pk: int, title: str, since: date | None, on: date) -> QueueItem:
    why = _("%(title)s, %(day)s. Ответ увидит только куратор.") % {"title": title, "day": _day(since, on)}
    said = _("С кем хотелось бы работать?")
    return QueueItem("today", "pair", said, why, since, _("Сделать выбор"), "matching:choose", (pk,))


WORDS: dict[str, Callable[[int, str, date | None, date], QueueItem]] = {
    "attendance": _attendance,
    "choosing": _choosing,
    "choose": _choose,
}
