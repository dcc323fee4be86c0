"""The page and the blocks our DOCX templates are built of; used by make_docx_templates.py."""

import io
from pathlib import Path

from docx import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from nastavnik.domain.documents.rendering.archive import repack
from nastavnik.domain.documents.rendering.docx_safety import inspect_template

FONT = "Times New Roman"
CENTRE, LEFT, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT
JUSTIFIED = WD_ALIGN_PARAGRAPH.JUSTIFY
INDENT = Mm(12.5)
SCRIPTS = ("ascii", "hAnsi", "cs", "eastAsia")
SPARE_PARTS = {"thumbnail", "customXml", "numbering", "stylesWithEffects", "theme", "webSettings", "fontTable"}
KEPT_STYLES = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList", "TableGrid", "Header", "Footer"}


class Paper:
    """An A4 page with the margins of office papers and the few blocks our papers are made of."""

    def __init__(self, size: float) -> None:
        self.document = Document()
        self._set_page()
        self._set_style(size)

    def _set_page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.right_margin = Mm(30), Mm(15)
        section.top_margin, section.bottom_margin = Mm(20), Mm(20)
        section.header_distance = section.footer_distance = Mm(10)
        section.different_first_page_header_footer = True
        number = section.header.paragraphs[0]
        number.alignment = CENTRE
        add_field(number, "PAGE")

    def _set_style(self, size: float) -> None:
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in SCRIPTS:
            fonts.set(qn(f"w:{script}"), FONT)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "ru-RU")
        style.element.get_or_add_rPr().append(language)
        style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)
        style.paragraph_format.line_spacing = 1.08

    def line(self, text: str, align=LEFT, **look):
        return write(self.document.add_paragraph(), text, align, **look)

    def body(self, text: str, **look):
        paragraph = self.line(text, JUSTIFIED, **look)
        paragraph.paragraph_format.first_line_indent = INDENT
        return paragraph

    def tag(self, text: str) -> None:
        """A line that only steers the template and leaves nothing behind."""
        self.document.add_paragraph(text)

    def optional(self, field: str, align=LEFT, **look) -> None:
        self.tag(f"{{%p if {field} %}}")
        self.line(f"{{{{ {field} }}}}", align, **look)
        self.tag("{%p endif %}")

    def letterhead(self) -> None:
        self.optional("letterhead.founder", CENTRE, size=11)
        self.line("{{ letterhead.full_name }}", CENTRE, bold=True)
        self.optional("letterhead.short_name", CENTRE)
        self.optional("letterhead.address", CENTRE, size=10.5)
        self.optional("letterhead.contacts", CENTRE, size=10.5)
        add_rule(self.line("", after=12))

    def table(self, widths: list[float], borders: bool = True):
        table = self.document.add_table(rows=0, cols=len(widths))
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        if borders:
            table.style = "Table Grid"
        set_layout(table, widths, 70 if borders else 0)
        return table

    def signatures(self, loop: str = "", field: str = "signature") -> None:
        table = self.table([80, 15, 70], borders=False)
        if loop:
            add_row(table, [f"{{%tr for {field} in {loop} %}}", "", ""])
        row = add_row(table, [f"{{{{ {field}.post }}}}", "", f"{{{{ {field}.name }}}}"], space=9)
        row.cells[2].paragraphs[0].alignment = RIGHT
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = bool(loop) or None
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
        if loop:
            add_row(table, ["{%tr endfor %}", "", ""])

    def save(self, name: str, folder: Path) -> None:
        strip_package(self.document)
        properties = self.document.core_properties
        properties.author = properties.comments = properties.title = ""
        properties.revision = 1
        target = io.BytesIO()
        self.document.save(target)
        data = repack(target.getvalue())
        inspect_template(data)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def strip_package(document) -> None:
    """Leaves only what our papers use of the blank document they began as: no picture, theme or spare styles."""
    for owner in (document.part, document.part.package):
        for key, relationship in list(owner.rels.items()):
            if relationship.reltype.rsplit("/", 1)[-1] in SPARE_PARTS:
                owner.rels.pop(key)
    root = document.styles.element
    for child in list(root):
        spare_style = child.tag == qn("w:style") and child.get(qn("w:styleId")) not in KEPT_STYLES
        if spare_style or child.tag == qn("w:latentStyles"):
            root.remove(child)
    for fonts in root.iter(qn("w:rFonts")):
        for script in SCRIPTS:
            fonts.attrib.pop(qn(f"w:{script}Theme"), None)
            fonts.set(qn(f"w:{script}"), FONT)


def write(paragraph, text: str, align=LEFT, *, size=None, bold=False, italic=False, before=0, after=0, keep=False):
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    if size:
        run.font.size = Pt(size)
    paragraph.alignment = align
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
    paragraph.paragraph_format.keep_with_next = keep or None
    return paragraph


def add_field(paragraph, code: str) -> None:
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        piece = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            piece.set(qn("w:fldCharType"), kind)
        else:
            piece.text = code
        run._r.append(piece)


def add_rule(paragraph) -> None:
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "8"), ("space", "1"), ("color", "000000")):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")
    paragraph.paragraph_format.line_spacing = Pt(5)


def set_layout(table, widths: list[float], margin_twips: int) -> None:
    properties = table._tbl.tblPr
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(margin_twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.insert_element_before(margins, "w:tblLook")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)


def add_row(table, texts: list[str], *, size=None, bold=False, head=False, align=LEFT, space=1.5):
    row = table.add_row()
    for cell, column, text in zip(row.cells, table.columns, texts, strict=True):
        cell.width = column.width
        write(cell.paragraphs[0], text, align, size=size, bold=bold, before=space, after=space)
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    return row
