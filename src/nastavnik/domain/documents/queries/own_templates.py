"""An institution's own template of a kind of paper."""

from nastavnik.domain.documents.models import OwnTemplate
from nastavnik.domain.organisations.models import Organisation


def current_template(organisation: Organisation, code: str) -> OwnTemplate | None:
    """The template that papers of this kind are made of now; None where ours is used."""
    rows = OwnTemplate.objects.filter(organisation=organisation, kind=code, is_current=True)
    return rows.select_related("file").first()
