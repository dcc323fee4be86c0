"""Pages on other sites that name somebody who may not be named any more: for who edits programmes."""

from typing import Any

from django.utils.translation import gettext as _

from nastavnik.domain.desk.records import QueueItem
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds
from nastavnik.domain.programmes.queries import to_be_replaced


def items(user: Any, organisation: Organisation) -> list[QueueItem]:
    """One for each programme. Whose name it is stands nowhere: the withdrawal has told its own row."""
    if not holds(user, Permission.PROGRAMME_EDIT, organisation.pk):
        return []
    return [_item(export) for export in to_be_replaced(organisation)]


def _item(export: Any) -> QueueItem:
    title = _("Замените страницу на сайте: %(programme)s") % {"programme": export.programme.title}
    why = _("В файле для сайта назван тот, кого называть больше нельзя. Скачайте новый и поставьте вместо старого.")
    return QueueItem(
        "urgent", "shield", title, why, export.made_on, _("Открыть"), "public:site", (export.programme_id,)
    )
