"""An institution's own DOCX in place of our page: single values in its lines, whole sections in its paragraphs."""

import io
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from docxtpl import DocxTemplate

from nastavnik.domain.documents.kinds.shape import DocumentKind
from nastavnik.domain.documents.rendering import foreign_styles
from nastavnik.domain.documents.rendering.archive import repack
from nastavnik.domain.documents.rendering.blocks import Block, Paper, Paragraph, Section
from nastavnik.domain.documents.rendering.docx import fields_in, filled, set_properties
from nastavnik.domain.documents.rendering.docx_blocks import draw
from nastavnik.domain.documents.rendering.docx_paper import page_of
from nastavnik.domain.documents.rendering.docx_safety import TemplateRefused
from nastavnik.domain.documents.rendering.plain_paper import from_plain, to_plain
from nastavnik.domain.documents.rendering.words import joined

BODY, SECTION = "body", "section_"
# What every paper has, with what it means to who writes the template.
COMMON: dict[str, Promise] = {
    "number": _("номер: «№ 42-ОД»"),
    "date": _("дата словами: «25 сентября 2026 г.»"),
    "city": _("место"),
    "heading": _("слово в заглавии: «ПРИКАЗ»"),
    "title": _("о чём документ"),
    "stamp": _("гриф приложения: «Приложение 1 к приказу…»"),
    "letterhead_founder": _("учредитель"),
    "letterhead_full_name": _("полное название организации"),
    "letterhead_short_name": _("краткое название в скобках"),
    "letterhead_address": _("адрес"),
    "letterhead_contacts": _("телефон, почта, сайт"),
    "head_post": _("должность руководителя"),
    "head_name": _("руководитель: «А. К. Лев»"),
    "coordinator": _("куратор программы"),
    "programme": _("название программы"),
    "footnote": _("строки внизу последней страницы"),
    BODY: _("весь текст документа; стоит один в своём абзаце"),
}
MARK = re.compile("\ue000([a-z0-9_]+)\ue001")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def render_template(template: bytes, paper: Paper) -> bytes:
    """The institution's DOCX with the values and sections of a paper; the same input gives the same bytes.

    Raises TemplateRefused: codes of `inspect_template`, unsafe_expression, unknown_field, syntax, and inside_line where
    a field of whole paragraphs does not stand alone in its paragraph.
    """
    document = filled(template, values_of(paper))
    blocks = {BODY: [block for section in paper.sections for block in section.blocks]}
    blocks |= {f"{SECTION}{section.code}": list(section.blocks) for section in paper.sections}
    _place(document, blocks, page_of(paper).column)
    said = paper.properties
    day = date.fromisoformat(said["day"]) if said.get("day") else None
    set_properties(document, said.get("title", ""), said.get("author", ""), day)
    target = io.BytesIO()
    document.save(target)
    return repack(target.getvalue(), day)


def values_of(paper: Paper) -> dict[str, str]:
    """What the fields of a template give: words, or the mark of what is drawn in their place."""
    head = {f"letterhead_{name}": line for name, line in (paper.letterhead or {}).items()}
    own = {name: getattr(paper, name) for name in ("number", "date", "city", "heading", "title", "footnote")}
    own["stamp"] = "\n".join(paper.stamp.lines) if paper.stamp else ""
    marks = {name: f"\ue000{name}\ue001" for name in (BODY, *(f"{SECTION}{one.code}" for one in paper.sections))}
    return dict.fromkeys(COMMON, "") | head | paper.named | own | marks


def fields_of(kind: DocumentKind) -> dict[str, Promise | str]:
    """The fields that a template of this kind may use, each with its meaning."""
    return {**COMMON, **dict(kind.named), **{f"{SECTION}{code}": title for code, title in kind.sections}}


def unknown_fields(template: bytes, kind: DocumentKind) -> tuple[str, ...]:
    """The placeholders that no paper of this kind can fill. Raises TemplateRefused."""
    return _unknown(fields_in(template), kind)


def check_template(data: bytes, kind: DocumentKind) -> tuple[str, ...]:
    """The fields found in a template that can be used: it is filled once for trial. Raises TemplateRefused, also with
    unknown_fields (`fields`, joined) and no_fields."""
    found = fields_in(data)
    if unknown := _unknown(found, kind):
        raise TemplateRefused("unknown_fields", fields=joined(*unknown), count=len(unknown))
    if not found:
        raise TemplateRefused("no_fields")
    render_template(data, _trial(kind))
    return found


def _unknown(found: Sequence[str], kind: DocumentKind) -> tuple[str, ...]:
    known = fields_of(kind)
    return tuple(name for name in found if name not in known)


def _trial(kind: DocumentKind) -> Paper:
    words = (Paragraph("Текст раздела."),)
    sections = tuple(Section(code, code, words) for code, _title in kind.sections)
    named = dict.fromkeys(dict(kind.named), "слово")
    return from_plain(to_plain(Paper("ДОКУМЕНТ", "о проверке шаблона", sections, named=named)))


def _place(document: DocxTemplate, blocks: dict[str, list[Block]], width: float) -> None:
    """Draw blocks in place of the paragraphs that hold their marks."""
    root = document.docx.element.body
    for paragraph in list(root.iter(f"{W}p")):
        text = "".join(piece.text or "" for piece in paragraph.iter(f"{W}t"))
        found = MARK.search(text)
        if not found:
            continue
        if text.strip() != found[0]:
            raise TemplateRefused("inside_line", field=found[1])
        drawn = foreign_styles.fitted(draw(blocks[found[1]], width), document.docx)
        for element in drawn:
            paragraph.addprevious(element)
        if paragraph.getparent().tag == f"{W}tc":
            _emptied(paragraph)  # a cell ends with a paragraph
        else:
            paragraph.getparent().remove(paragraph)
    _refuse_elsewhere(document)


def _emptied(paragraph: Any) -> None:
    for child in list(paragraph):
        if child.tag != f"{W}pPr":
            paragraph.remove(child)


def _refuse_elsewhere(document: DocxTemplate) -> None:
    """Headers, footers and notes take single values alone."""
    for part in document.docx.part.package.iter_parts():
        if not str(part.partname).endswith(".xml"):
            continue
        if found := MARK.search(part.blob.decode("utf-8", "replace")):
            raise TemplateRefused("inside_line", field=found[1])
