"""Applications that wait, talks after a refusal, help that was promised: parts of the query of `admitting`."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Case, CharField, F, Value, When
from django.utils.translation import gettext as _

from nastavnik.domain.desk.records import QueueItem
from nastavnik.domain.desk.words import counted, spoken
from nastavnik.domain.intake.queries import awaiting_review, remedies_due, talks_waiting
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds

SOON = timedelta(days=3)  # before the day by which help was promised


def parts(user: Any, organisation: Organisation, on: date, told: Callable[..., Any]) -> list[Any]:
    """What waits, for the union of the room: `first` says «late», `second` says «ready»."""
    if not holds(user, Permission.APPLICATION_REVIEW, organisation.pk):
        return []
    waiting = awaiting_review(user).filter(organisation=organisation)
    late = Case(When(is_late=True, then=Value("late")), default=Value(""), output_field=CharField())
    ready = Case(When(is_agreed=True, then=Value("ready")), default=Value(""), output_field=CharField())
    talks = talks_waiting(user).filter(organisation=organisation)
    due = remedies_due(user, on + SOON).filter(organisation=organisation)
    plain = {"of": F("pk"), "first": Value(""), "second": Value("")}
    return [
        told(waiting, "application", of=F("pk"), at=F("submitted_at"), first=late, second=ready),
        told(talks, "talk", at=F("touched_at"), **plain),
        told(due, "remedy", at=F("remedy_due_on"), **plain),
    ]


def items(rows: Sequence[tuple[str, int, datetime, str, str]], on: date) -> list[QueueItem]:
    """What waits for the coordinator; nobody is named before a parent agreed."""
    waiting = [row for row in rows if row[0] == "application"]
    due = [row[2].date() for row in rows if row[0] == "remedy"]
    return [
        *_waiting(waiting),
        *_talks(sum(row[0] == "talk" for row in rows)),
        *_remedies(due, on),
    ]


def _waiting(rows: Sequence[tuple[str, int, datetime, str, str]]) -> list[QueueItem]:
    if not rows:
        return []
    late, ready = sum(row[3] == "late" for row in rows), sum(row[4] == "ready" for row in rows)
    title = _("Заявки ждут: %(n)s") % {"n": len(rows)}
    if late:
        title = _("Заявки ждут: %(n)s, из них %(late)s дольше обещанного") % {"n": len(rows), "late": late}
    why = _("Можно решать: %(ready)s. Остальным нужно согласие или ответ, один ли это человек.") % {"ready": ready}
    since = min(row[2] for row in rows).date()
    return [QueueItem("today" if late else "week", "edit", title, why, since, _("Разобрать"), "intake:index")]


def _talks(number: int) -> list[QueueItem]:
    if not number:
        return []
    children = counted(number, _("ребёнок"), _("ребёнка"), _("детей"))
    title = _("Передумали: %(children)s") % {"children": children}
    why = _("Поговорите, не уговаривая: что мешает, не хочется ли вести самому.")
    return [QueueItem("week", "chat", title, why, None, _("Открыть"), "intake:index", (), "show=withdrawn")]


def _remedies(due: Sequence[date], on: date) -> list[QueueItem]:
    if not due:
        return []
    title = _("Обещана помощь: %(n)s") % {"n": counted(len(due), _("заявка"), _("заявки"), _("заявок"))}
    why = _("Первая к %(day)s.") % {"day": spoken(min(due), on)}
    return [QueueItem("week", "clock", title, why, min(due), _("Посмотреть"), "intake:index", (), "show=remedies")]
