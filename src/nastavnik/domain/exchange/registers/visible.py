"""Which rows of the registers somebody may see, and which they may see by name in a table that leaves the house."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from nastavnik.domain.consents.queries import processable
from nastavnik.domain.exchange.models import SavedView
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.models import Participation


def visible_to(user: Any, on: date) -> QuerySet[Participation]:
    """Participations of the organisations whose registers the user keeps.

    Who does not collect consents there sees nobody whose data may not be used on the day; whose data were erased is
    nobody's to see.
    """
    keep = standing(user).organisations_where(Permission.REGISTER_SEE)
    collect = keep & standing(user).organisations_where(Permission.CONSENT_RECORD)
    rows = Q(organisation__in=collect)
    if keep - collect:
        rows |= Q(organisation__in=keep - collect) & processable(on, prefix="person__")
    return Participation.objects.filter(rows, person__erased_on__isnull=True)


def views_visible_to(user: Any) -> QuerySet[SavedView]:
    """Own views, and those that others share where the user keeps the registers."""
    keep = standing(user).organisations_where(Permission.REGISTER_SEE)
    return SavedView.objects.filter(Q(owner=user) | Q(is_shared=True), organisation__in=keep)


def views_of(user: Any, organisation: Organisation, register: str) -> list[SavedView]:
    """The views of one register here, own ones first; one query."""
    rows = views_visible_to(user).filter(organisation=organisation, register=register)
    return sorted(rows, key=lambda view: (view.owner_id != user.pk, view.title.lower()))
