"""Numbers of papers, and their files."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

from nastavnik.domain.documents.citations import folded as acts_folded
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.errors import NumberMissing, NumberTaken
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.messages import paper
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.queries import current_template
from nastavnik.domain.documents.rendering.blocks import Paper
from nastavnik.domain.documents.rendering.papers import Format, render, to_plain
from nastavnik.domain.files.actions import remove, store
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.files.queries import read
from nastavnik.domain.organisations.models import Organisation

CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
LEADING = re.compile(r"^\d+")
LETTERED = re.compile(r"-[а-яё]$", re.IGNORECASE)
LETTERS = "абвгдежиклмнопрст"


def take_turn(organisation_id: int) -> Organisation:
    """One paper of an organisation is numbered at a time; SQLite has one writer by itself."""
    return Organisation.objects.select_for_update().get(pk=organisation_id)


def new_document(
    code: str, organisation: Organisation, *, number: str, dated_on: date, by: Any, **about: Any
) -> Document:
    """The row of a new paper with its place in the book; `about` says what it is about. Nothing is written yet."""
    kind = kind_of(code)
    return Document(
        organisation=organisation,
        kind=code,
        title=str(kind.title),
        book=kind.book,
        number=number,
        normal_number=folded(number),
        dated_on=dated_on,
        year=year_of(dated_on),
        prepared_by=by,
        template=current_template(organisation, code),
        **about,
    )


def free_number(number: str, *, organisation: Organisation, book: str, year: int, but: Document | None = None) -> str:
    """The number as it is kept, if no other paper of the book has it that year in whatever case.

    A new edition may keep the number of what it replaces.
    """
    tidy = " ".join(number.replace("№", " ").split())
    if not tidy:
        raise NumberMissing
    others = _numbered(organisation, book, year).filter(normal_number=folded(tidy))
    taken = others.exclude(pk__in=_chain(but)).first()
    if taken:
        raise NumberTaken(paper=paper(taken), free=beside(tidy, organisation, book, year))
    return tidy


def next_number(organisation: Organisation, book: str, year: int, *, suffix: str) -> str:
    """The number after the highest of the year: «118-Н». Numbers of revoked papers are not given again."""
    numbers = (LEADING.match(other) for other in _numbered(organisation, book, year).values_list("number", flat=True))
    return f"{max((int(found[0]) for found in numbers if found), default=0) + 1}{suffix}"


def beside(number: str, organisation: Organisation, book: str, year: int) -> str:
    """A free number close to a taken one: «14-а» after «14», «14-б» after «14-а»."""
    stem = LETTERED.sub("", number)
    taken = set(_numbered(organisation, book, year).values_list("normal_number", flat=True))
    return next((f"{stem}-{letter}" for letter in LETTERS if folded(f"{stem}-{letter}") not in taken), f"{number}-1")


def folded(number: str) -> str:
    """What tells two numbers apart: case, spaces, Latin letters that look Russian and sorts of dashes do not."""
    return acts_folded(number)


def write_files(document: Document, said: Paper, *, by: Any) -> None:
    """Keep what the paper says and make its files of it; files of an earlier text go.

    Of an institution's own template there is a DOCX alone. Raises TemplateRefused.
    """
    own = read(document.template.file) if document.template else None
    document.context = {**document.context, "paper": to_plain(said)}
    former: list[StoredFile] = [file for file in (document.docx, document.pdf) if file]
    # A PDF is drawn outside the interpreter: meanwhile the DOCX is made and kept.
    with ThreadPoolExecutor(max_workers=1) as pool:
        drawn = None if own else pool.submit(render, said, "pdf")
        document.docx = _file(document, "docx", render(said, "docx", template=own), by)
        document.pdf = _file(document, "pdf", drawn.result(), by) if drawn else None
    document.save(update_fields=["context", "docx", "pdf"])
    for file in former:
        remove(file)


def year_of(day: date) -> int:
    """The year in which a number is unique."""
    return day.year


def _file(document: Document, format: Format, content: bytes, by: Any) -> StoredFile:
    return store(
        document.organisation,
        title=f"{paper(document)}.{format}",
        content=content,
        content_type=CONTENT_TYPES[format],
        by=by,
    )


def _numbered(organisation: Organisation, book: str, year: int) -> Any:
    rows = Document.objects.filter(organisation=organisation, book=book, year=year, appendix_to=None)
    return rows.exclude(number="").exclude(state=DocumentState.DISCARDED)


def _chain(document: Document | None) -> list[int]:
    """The paper and all that it replaces."""
    found = []
    while document:
        found.append(document.pk)
        document = document.replaces
    return found
