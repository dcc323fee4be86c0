"""An institution's own template of a kind of paper."""

from typing import Any

from django.db.models import QuerySet

from nastavnik.domain.documents.models import OwnTemplate
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing


def current_template(organisation: Organisation, code: str) -> OwnTemplate | None:
    """The template that papers of this kind are made of now; None where ours is used."""
    rows = OwnTemplate.objects.filter(organisation=organisation, kind=code, is_current=True)
    return rows.select_related("file").first()


def templates_visible_to(user: Any) -> QuerySet[OwnTemplate]:
    """Templates in use in the organisations in which the user prepares papers."""
    organisations = standing(user).organisations_where(Permission.DOCUMENT_PREPARE)
    rows = OwnTemplate.objects.filter(organisation__in=organisations, is_current=True)
    return rows.select_related("organisation", "file__uploaded_by")
