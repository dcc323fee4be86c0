"""An individual plan out of goals and steps of a pair."""

from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.pair import mentorship_of, pair_text
from nastavnik.domain.documents.kinds.development_plan import DevelopmentPlanContext
from nastavnik.domain.documents.models import Document


def context_of(document: Document) -> DevelopmentPlanContext:
    """From the rows as they are now. Raises HeadMissing."""
    return DevelopmentPlanContext(frame_of(document), pair_text(mentorship_of(document), document.dated_on))
