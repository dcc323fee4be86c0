"""A paper to bytes: our own page, an institution's own template, or many papers for one print job."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from nastavnik.domain.documents.rendering import docx_paper, own_template, pdf
from nastavnik.domain.documents.rendering.blocks import Heading, Paper, Section
from nastavnik.domain.documents.rendering.plain_paper import from_plain, to_plain
from nastavnik.domain.documents.rendering.text import text_of
from nastavnik.domain.documents.rendering.words import unbroken

AS_IT_IS = ("properties", "square")
Format = Literal["docx", "pdf"]

__all__ = ["Format", "NoSuchFormat", "from_plain", "render", "render_many", "text_of", "to_plain"]


class NoSuchFormat(LookupError):
    """A paper of an institution's own template has no PDF of ours."""


def render(paper: Paper | Mapping[str, Any], format: Format, *, template: bytes | None = None) -> bytes:
    """The file of a paper, or of the same paper kept as JSON; the same paper gives the same bytes.

    `template` is an institution's own DOCX in place of our page. Raises NoSuchFormat, TemplateRefused, and TypeError
    for what is not plain.
    """
    said = _clean(paper)
    if template and format == "docx":
        return own_template.render_template(template, said)
    if template:
        raise NoSuchFormat("an institution's own template gives a DOCX alone")
    return docx_paper.render_paper(said) if format == "docx" else pdf.render_papers([said])


def render_many(papers: Sequence[Paper | Mapping[str, Any]], *, title: str = "") -> bytes:
    """One PDF of many papers to print at once; the pages of each are counted from one, and each begins on an odd page:
    a sheet printed on both sides never holds two of them."""
    return pdf.render_papers([_clean(paper) for paper in papers], title=title, tagged=False)


def _clean(paper: Paper | Mapping[str, Any]) -> Paper:
    """Free of what XML forbids, whether it was just built or comes out of the database; its outline skips no level."""
    plain = to_plain(paper) if isinstance(paper, Paper) else paper
    clean = from_plain({name: said if name in AS_IT_IS else _shown(said) for name, said in plain.items()})
    above = clean.top_level - 1
    if not above:
        return clean
    return replace(clean, sections=tuple(_raised(section, above) for section in clean.sections))


def _shown(said: Any) -> Any:
    """The words with numbers that no line breaks."""
    if isinstance(said, str):
        return unbroken(said)
    if isinstance(said, Mapping):
        return {name: _shown(one) for name, one in said.items()}
    return [_shown(one) for one in said] if isinstance(said, list | tuple) else said


def _raised(section: Section, above: int) -> Section:
    blocks = (replace(one, level=one.level - above) if isinstance(one, Heading) else one for one in section.blocks)
    return replace(section, blocks=tuple(blocks))
