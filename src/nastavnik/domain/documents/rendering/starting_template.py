"""Our own page as a template to begin from: the fields stand where the words would."""

from nastavnik.domain.documents.enums import Book
from nastavnik.domain.documents.kinds.shape import DocumentKind
from nastavnik.domain.documents.rendering.blocks import Block, Heading, Paper, Paragraph, Section, Signatures, Stamp
from nastavnik.domain.documents.rendering.docx_paper import render_paper
from nastavnik.domain.documents.rendering.own_template import BODY

HEAD = ("founder", "full_name", "address", "contacts")
QUIET = ("note", "facts", "period")  # small lines of an award


def starting_template(kind: DocumentKind, *, is_appendix: bool = False) -> bytes:
    """A DOCX that an institution can change and upload; filled as it is, it says what our own page says."""
    award = kind.book == Book.CERTIFICATES
    return render_paper(
        Paper(
            heading=braces("heading"),
            title="" if award else braces("title"),
            sections=(Section("text", "", _award(kind) if award else (Paragraph(braces(BODY)),)),),
            letterhead={name: braces(f"letterhead_{name}") for name in HEAD},
            stamp=Stamp((braces("stamp"),)) if is_appendix else None,
            number=braces("number") if kind.is_numbered else "",
            date=braces("date"),
            city=braces("city"),
            is_order=kind.book == Book.ORDERS,
            decorated=award,
            footnote=braces("footnote") if kind.has_check_code else "",
        )
    )


def braces(name: str) -> str:
    """A field as it is written in a template."""
    return "{{ " + name + " }}"


def _award(kind: DocumentKind) -> tuple[Block, ...]:
    named = dict(kind.named)
    lines: list[Block] = [Heading(braces("name"))]
    lines += [Paragraph(braces("deed"), "centre")] if "deed" in named else []
    lines += [Paragraph(braces(name), "centre", small=True) for name in QUIET if name in named]
    return (*lines, Signatures(((braces("head_post"), braces("head_name")),)))
