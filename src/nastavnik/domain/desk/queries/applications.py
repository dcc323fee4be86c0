"""Applications that wait, talks after a refusal, help that was promised: one query, and only for who reviews."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from nastavnik.domain.desk.records import QueueItem
from nastavnik.domain.desk.words import counted, spoken
from nastavnik.domain.intake.queries import waiting_counts
from nastavnik.domain.intake.records import WaitingCounts
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds

SOON = timedelta(days=3)  # before the day by which help was promised


def items(user: Any, organisation: Organisation, on: date) -> list[QueueItem]:
    """What waits for the coordinator; nobody is named before a parent agreed."""
    if not holds(user, Permission.APPLICATION_REVIEW, organisation.pk):
        return []
    found = waiting_counts(user, organisation, due_by=on + SOON)
    return [*_waiting(found), *_talks(found), *_remedies(found, on)]


def _waiting(found: WaitingCounts) -> list[QueueItem]:
    if not found.waiting:
        return []
    title = _("Заявки ждут: %(n)s") % {"n": found.waiting}
    if found.late:
        title = _("Заявки ждут: %(n)s, из них %(late)s дольше обещанного") % {"n": found.waiting, "late": found.late}
    why = _("Можно решать: %(ready)s. Остальным нужно согласие или ответ, один ли это человек.")
    urgency = "today" if found.late else "week"
    said = why % {"ready": found.ready}
    return [QueueItem(urgency, "edit", title, said, found.oldest_on, _("Разобрать"), "intake:index")]


def _talks(found: WaitingCounts) -> list[QueueItem]:
    if not found.talks:
        return []
    children = counted(found.talks, _("ребёнок"), _("ребёнка"), _("детей"))
    title = _("Передумали: %(children)s") % {"children": children}
    why = _("Поговорите, не уговаривая: что мешает, не хочется ли вести самому.")
    return [QueueItem("week", "chat", title, why, None, _("Открыть"), "intake:index", (), "show=withdrawn")]


def _remedies(found: WaitingCounts, on: date) -> list[QueueItem]:
    if not found.remedies_due:
        return []
    first = found.first_due_on or on
    title = _("Обещана помощь: %(n)s") % {"n": counted(found.remedies_due, _("заявка"), _("заявки"), _("заявок"))}
    why = _("Первая к %(day)s.") % {"day": spoken(first, on)}
    return [QueueItem("week", "clock", title, why, first, _("Посмотреть"), "intake:index", (), "show=remedies")]
