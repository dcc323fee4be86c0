"""Surveys that wait for an answer of the user, whatever their role."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from nastavnik.domain.desk.queries.told import told
from nastavnik.domain.desk.records import QueueItem
from nastavnik.domain.monitoring.queries import waiting_for
from nastavnik.domain.organisations.models import Organisation


def parts(user: Any, organisation: Organisation) -> list[QuerySet[Any, Any]]:
    """What waits, in the shape of `told`."""
    waiting = waiting_for(user).filter(wave__organisation=organisation)
    return [told("survey", waiting, "wave__survey__title", F("created_at"))]


def _survey(pk: int, title: str, since: date | None, on: date) -> QueueItem:
    said = _("Вас просят ответить на анкету: %(title)s") % {"title": title}
    why = _("Отвечать не обязательно. Это займёт несколько минут.")
    return QueueItem("week", "edit", said, why, since, _("Ответить"), "questionnaires:mine")


WORDS: dict[str, Callable[[int, str, date | None, date], QueueItem]] = {"survey": _survey}
