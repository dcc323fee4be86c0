"""An order that appoints a coordinator, out of the programme and the answers."""

from nastavnik.domain.documents.adapter.introduction_order import lines, with_regulation
from nastavnik.domain.documents.adapter.programme import programme_of, programme_text
from nastavnik.domain.documents.errors import CoordinatorMissing
from nastavnik.domain.documents.kinds.coordinator_order import CoordinatorOrderContext
from nastavnik.domain.documents.models import Document


def context_of(document: Document) -> CoordinatorOrderContext:
    """From the rows as they are now. Raises HeadMissing, CoordinatorMissing."""
    frame = with_regulation(document)
    if frame.coordinator is None:
        raise CoordinatorMissing
    return CoordinatorOrderContext(
        frame=frame,
        programme=programme_text(programme_of(document)),
        coordinator=frame.coordinator,
        deputy=document.answers.get("deputy", ""),
        working_group=lines(document.answers.get("working_group", "")),
    )
