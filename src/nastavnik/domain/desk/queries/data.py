"""Requests about personal data that wait for an answer: one query for who answers them, none for others."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from nastavnik.domain.desk.records import QueueItem
from nastavnik.domain.desk.words import counted, some, spoken
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds
from nastavnik.domain.privacy.queries import open_requests

LAST_DAYS = 3


def items(user: Any, organisation: Organisation, on: date) -> list[QueueItem]:
    """The requests as one item; it is urgent when the first term is near."""
    if not holds(user, Permission.PERSONAL_DATA_ERASE, organisation.pk):
        return []
    waiting = list(open_requests(user).filter(organisation=organisation))
    if not waiting:
        return []
    title = _("Просьбы о данных: %(people)s") % {
        "people": counted(len(waiting), _("человек"), _("человека"), _("человек"))
    }
    words = {"day": spoken(waiting[0].due_on, on), "names": some([one.person.list_name for one in waiting])}
    why = _("Ответить до %(day)s: %(names)s.") % words
    urgency = "urgent" if (waiting[0].due_on - on).days <= LAST_DAYS else "week"
    return [QueueItem(urgency, "shield", title, why, waiting[0].asked_on, _("Ответить"), "privacy:requests")]
