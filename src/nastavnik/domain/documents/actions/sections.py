"""Words written by hand in place of those that a paper was filled with."""

from typing import Any

from django.db import transaction

from nastavnik.core.versions import save_changes
from nastavnik.domain.documents.actions.writing import require_draft, write
from nastavnik.domain.documents.adapter import own_paper
from nastavnik.domain.documents.errors import SectionFixed
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.rendering.blocks import Section
from nastavnik.domain.documents.rendering.plain_text import to_text


@transaction.atomic
def write_section(document: Document, code: str, text: str, *, version: int, by: Any) -> Document:
    """Other words in one section of a draft; the programme's own words again are no words by hand.

    Raises SectionFixed, ChangedMeanwhile.
    """
    require_draft(document, "write_section")
    tidy = "\n".join(line.rstrip() for line in text.splitlines()).strip()
    written = {**document.sections, code: tidy}
    if tidy == to_text(_editable(document, code).blocks).strip():
        del written[code]
    return _save(document, written, version, by)


@transaction.atomic
def restore_section(document: Document, code: str, *, version: int, by: Any) -> Document:
    """The text that the programme gives, in place of the words by hand. Raises ChangedMeanwhile."""
    require_draft(document, "restore_section")
    written = {other: text for other, text in document.sections.items() if other != code}
    return _save(document, written, version, by)


def _save(document: Document, written: dict[str, str], version: int, by: Any) -> Document:
    save_changes(document, {"sections": written}, version=version, by=by)
    write(document, by=by)
    return document


def _editable(document: Document, code: str) -> Section:
    for section in own_paper(document).sections:
        if section.code == code and section.is_editable:
            return section
    raise SectionFixed
