"""A regulation out of the programme."""

from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.programme import programme_of, programme_text
from nastavnik.domain.documents.kinds.regulation import RegulationContext
from nastavnik.domain.documents.models import Document


def context_of(document: Document) -> RegulationContext:
    """From the rows as they are now. Raises HeadMissing."""
    return RegulationContext(frame=frame_of(document), programme=programme_text(programme_of(document)))
