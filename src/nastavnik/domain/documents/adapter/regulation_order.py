"""An order that approves a regulation, out of its rows."""

from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.introduction_order import appendices
from nastavnik.domain.documents.adapter.programme import programme_of, programme_text
from nastavnik.domain.documents.kinds.regulation_order import RegulationOrderContext
from nastavnik.domain.documents.models import Document


def context_of(document: Document) -> RegulationOrderContext:
    """From the rows as they are now. Raises HeadMissing."""
    return RegulationOrderContext(
        frame=frame_of(document),
        programme=programme_text(programme_of(document)),
        appendices=appendices(document),
    )
