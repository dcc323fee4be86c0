"""Numbers of papers, and their files."""

import re
from datetime import date
from typing import Any

from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.errors import NumberMissing, NumberTaken
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.messages import paper
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.rendering.papers import render
from nastavnik.domain.documents.rendering.words import plain
from nastavnik.domain.files.actions import remove, store
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.organisations.models import Organisation

CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
LEADING = re.compile(r"^\d+")


def take_turn(organisation_id: int) -> Organisation:
    """One paper of an organisation is numbered at a time; SQLite has one writer by itself."""
    return Organisation.objects.select_for_update().get(pk=organisation_id)


def free_number(number: str, *, organisation: Organisation, kind: str, year: int, but: Document | None = None) -> str:
    """The number as it is kept, if no other paper of the kind has it that year in whatever case."""
    tidy = " ".join(number.replace("№", " ").split())
    if not tidy:
        raise NumberMissing
    others = _numbered(organisation, kind, year).exclude(pk=but.pk if but else None)
    taken = next((other for other in others if other.number.casefold() == tidy.casefold()), None)
    if taken:
        raise NumberTaken(paper=paper(taken))
    return tidy


def next_number(organisation: Organisation, kind: str, year: int, *, suffix: str) -> str:
    """The number after the highest of the year: «118-Н». Numbers of revoked papers are not given again."""
    numbers = (LEADING.match(other.number) for other in _numbered(organisation, kind, year))
    return f"{max((int(found[0]) for found in numbers if found), default=0) + 1}{suffix}"


def write_files(document: Document, said: dict[str, Any], *, by: Any) -> None:
    """Keep what the paper says and make its files of it; files of an earlier text go."""
    kind = kind_of(document.kind)
    document.context = {**document.context, "paper": plain(said)}
    former: list[StoredFile] = [file for file in (document.docx, document.pdf) if file]
    document.docx = _file(document, "docx", by) if kind.docx else None
    document.pdf = _file(document, "pdf", by) if kind.typst else None
    document.save(update_fields=["context", "docx", "pdf"])
    for file in former:
        remove(file)


def year_of(day: date) -> int:
    """The year in which a number is unique."""
    return day.year


def _file(document: Document, format: str, by: Any) -> StoredFile:
    content = render(document.kind, document.context["paper"], format)  # type: ignore[arg-type]
    return store(
        document.organisation,
        title=f"{paper(document)}.{format}",
        content=content,
        content_type=CONTENT_TYPES[format],
        by=by,
    )


def _numbered(organisation: Organisation, kind: str, year: int) -> Any:
    rows = Document.objects.filter(organisation=organisation, kind=kind, year=year).exclude(number="")
    return rows.exclude(state=DocumentState.DISCARDED)
