"""A paper as it is kept, and its sections as a person edits them."""

from nastavnik.domain.documents.adapter.papers import own_paper, with_words
from nastavnik.domain.documents.comparing import Change, changes
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.queries import appendices_of
from nastavnik.domain.documents.rendering.blocks import Paper
from nastavnik.domain.documents.rendering.papers import from_plain, text_of
from nastavnik.domain.documents.rendering.plain_text import to_text


def kept_paper(document: Document) -> Paper:
    """What the paper says, as it was written when it was made."""
    return from_plain(document.context["paper"])


def section_text(document: Document, code: str) -> str | None:
    """The words of an editable section for its form: those by hand, else those of the rows; None where there is no
    such section."""
    for section in own_paper(document).sections:
        if section.code == code and section.is_editable:
            return document.sections[code] if code in document.sections else to_text(section.blocks)
    return None


def section_preview(document: Document, code: str) -> Paper:
    """The section alone, as it stands in the paper."""
    said = with_words(own_paper(document), document.sections)
    return Paper(heading="", title="", sections=(said.section(code),))


def changes_of(document: Document) -> tuple[Change, ...]:
    """What an edition says otherwise than the one before it, its appendices included."""
    if document.replaces is None:
        return ()
    return changes(_lines(document.replaces), _lines(document))


def _lines(document: Document) -> list[str]:
    return [line for one in (document, *appendices_of(document)) for line in text_of(kept_paper(one))]
