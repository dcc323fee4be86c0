"""Programmes before the head, and those that came back."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from nastavnik.domain.desk.queries.told import told
from nastavnik.domain.desk.records import QueueItem
from nastavnik.domain.desk.words import spoken
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission as P
from nastavnik.domain.people.rules import holds
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.models import Programme, ProgrammeStateChange


def parts(user: Any, organisation: Organisation) -> list[QuerySet[Any, Any]]:
    """What waits, in the shape of `told`."""
    programmes = Programme.objects.filter(organisation=organisation)
    found = []
    if holds(user, P.DOCUMENT_APPROVE, organisation.pk):
        proposed = programmes.filter(state=ProgrammeState.PROPOSED)
        found.append(told("programme_proposed", proposed, "title", Max("state_changes__at")))
    if holds(user, P.PROGRAMME_EDIT, organisation.pk):
        steps = ProgrammeStateChange.objects.filter(programme=OuterRef("pk")).order_by("-at", "-id")
        returned = programmes.filter(state=ProgrammeState.PREPARING).alias(step=Subquery(steps.values("action")[:1]))
        returned = returned.filter(step="send_back")
        found.append(told("programme_returned", returned, "title", Max("state_changes__at")))
    return found


def _proposed(pk: int, title: str, since: date | None, on: date) -> QueueItem:
    said = _("Программа ждёт вашего согласия: %(title)s") % {"title": title}
    why = _("Ждёт с %(day)s. Посмотрите цель, сроки и модули.") % {"day": spoken(since or on, on)}
    return QueueItem("today", "file", said, why, since, _("Открыть программу"), "programmes:programme", (pk,))


def _returned(pk: int, title: str, since: date | None, on: date) -> QueueItem:
    said = _("Программу вернули на доработку: %(title)s") % {"title": title}
    why = _("Возвращена %(day)s. Посмотрите замечание и отправьте снова.") % {"day": spoken(since or on, on)}
    return QueueItem("today", "file", said, why, since, _("Открыть программу"), "programmes:programme", (pk,))


WORDS: dict[str, Callable[[int, str, date | None, date], QueueItem]] = {
    "programme_proposed": _proposed,
    "programme_returned": _returned,
}
