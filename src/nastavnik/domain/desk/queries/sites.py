"""Pages on other sites that name somebody who may not be named any more: for who edits programmes."""

from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from nastavnik.domain.desk.queries.told import told
from nastavnik.domain.desk.records import QueueItem
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds
from nastavnik.domain.programmes.queries import naming_on_sites, to_be_replaced


def parts(user: Any, organisation: Organisation) -> list[QuerySet[Any, Any]]:
    """Pages on sites that name anybody at all, for the one query of the room; most institutions have none."""
    if not holds(user, Permission.PROGRAMME_EDIT, organisation.pk):
        return []
    return [told("site", naming_on_sites(organisation), "programme__title", F("created_at"))]


def items(organisation: Organisation, are_there: bool) -> list[QueueItem]:
    """One for each programme. Whose name it is stands nowhere: the withdrawal has told its own row."""
    return [_item(export) for export in to_be_replaced(organisation)] if are_there else []


def _item(export: Any) -> QueueItem:
    title = _("Замените страницу на сайте: %(programme)s") % {"programme": export.programme.title}
    why = _("В файле для сайта назван тот, кого называть больше нельзя. Скачайте новый и поставьте вместо старого.")
    return QueueItem(
        "urgent", "shield", title, why, export.made_on, _("Открыть"), "public:site", (export.programme_id,)
    )
