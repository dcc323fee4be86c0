"""Which approved papers of a programme an institution shows on its site (273-ФЗ, ст. 29: local acts)."""

from django.db.models import QuerySet

from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.models import Document
from nastavnik.domain.programmes.models import Programme

# No order about a person is among them: what an order about pairs or a coordinator says is nobody else's.
LOCAL_ACTS = ("introduction_order", "regulation_order", "regulation", "institution_programme", "roadmap")


def local_acts(programme: Programme) -> QuerySet[Document]:
    """The acts in force, the oldest first. A page says kind, number and day: titles may be changed by hand."""
    rows = Document.objects.filter(programme=programme, kind__in=LOCAL_ACTS, state=DocumentState.ISSUED)
    return rows.only("kind", "number", "dated_on").order_by("dated_on", "id")
