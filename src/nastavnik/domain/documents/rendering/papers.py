"""A kind of paper and what it was built of, to bytes."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.rendering import docx, pdf
from nastavnik.domain.documents.rendering.plain_paper import from_plain, to_plain

__all__ = ["Format", "NoSuchFormat", "from_plain", "render", "to_plain"]

Format = Literal["docx", "pdf"]


class NoSuchFormat(LookupError):
    """The kind of paper is not made in this format."""


def render(code: str, data: Mapping[str, Any], format: Format, *, template: bytes | None = None) -> bytes:
    """A paper out of `kind.build(context)`, or out of the same data kept as JSON: an issued paper never changes.

    `template` is an organisation's own DOCX in place of ours. Raises KeyError for an unknown kind, NoSuchFormat,
    TemplateRefused.
    """
    kind = kind_of(code)
    said = data["properties"]
    day = date.fromisoformat(said["day"]) if said["day"] else None
    if format == "docx" and (template or kind.docx):
        source = template or docx.TEMPLATES / kind.docx
        return docx.render_docx(source, data, title=said["title"], author=said["author"], day=day)
    if format == "pdf" and kind.typst:
        return pdf.render_pdf(kind.typst, data, day=day)
    raise NoSuchFormat(f"{code}: {format}")
