"""The programme of an institution out of its rows, with the order that introduced it."""

from nastavnik.domain.documents.adapter.introduction_order import issued_order, with_regulation
from nastavnik.domain.documents.adapter.programme import programme_of, programme_text
from nastavnik.domain.documents.kinds.institution_programme import InstitutionProgrammeContext
from nastavnik.domain.documents.models import Document


def context_of(document: Document) -> InstitutionProgrammeContext:
    """From the rows as they are now. Raises HeadMissing."""
    return InstitutionProgrammeContext(
        frame=with_regulation(document),
        programme=programme_text(programme_of(document)),
        approved_by=issued_order(document, "introduction_order"),
    )
