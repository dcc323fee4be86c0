"""Rows of roadmaps whose end is near and for which a reminder was asked: one query, none for families."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from nastavnik.domain.desk.records import QueueItem
from nastavnik.domain.desk.words import spoken
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds
from nastavnik.domain.programmes.queries import is_time_to_remind, waiting_with_reminder

WORKS = (Permission.PROGRAMME_SEE, Permission.PROFILE_OBSERVE, Permission.MENTORSHIP_OWN)


def items(user: Any, organisation: Organisation, on: date) -> list[QueueItem]:
    """The rows that the user answers for; who edits programmes is told of all rows with the programmes' lines."""
    if holds(user, Permission.PROGRAMME_EDIT, organisation.pk):
        return []
    if not any(holds(user, permission, organisation.pk) for permission in WORKS):
        return []
    own = waiting_with_reminder().filter(organisation=organisation, people__person__user=user)
    rows = [row for row in own.prefetch_related(None) if is_time_to_remind(row, on)]
    return [near(row.title, row.ends_on, row.stage.programme.title, on) for row in rows]


def near(title: str, last: date, programme: str, on: date, *, pk: int | None = None) -> QueueItem:
    """A row whose end is near; `pk` is given to who may open it."""
    words = {"day": spoken(last, on), "programme": programme}
    why = _("До %(day)s. Дорожная карта «%(programme)s».") % words
    said = _("Близится срок: %(title)s") % {"title": title}
    if pk is None:
        return QueueItem("week", "flag", said, why)
    return QueueItem("week", "flag", said, why, None, _("Открыть строку"), "programmes:row", (pk,))
