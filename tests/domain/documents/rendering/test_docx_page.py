"""The page of a DOCX: styles an office knows, lines to write and sign on, what stays together."""

import io

from docx import Document

from nastavnik.domain.documents.kinds import appointment_order, programme_report
from nastavnik.domain.documents.rendering.blocks import (
    Blank,
    Bullets,
    Column,
    Columns,
    Fields,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Section,
    Signatures,
    Stamp,
    Table,
)
from nastavnik.domain.documents.rendering.papers import render
from tests.domain.documents.rendering import samples


def order_document(context):
    return Document(io.BytesIO(render(appointment_order.build(context), "docx")))


def report_document(context):
    return Document(io.BytesIO(render(programme_report.build(context), "docx")))


def cells(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def drawn(*blocks, **about):
    paper = Paper("БЛАНК", "", (Section("text", "Текст", blocks),), **about)
    return Document(io.BytesIO(render(paper, "docx")))


SIGNED = Signatures((("Директор", "А. К. Лев"),))


def held(document):
    return {line.text: bool(line.paragraph_format.keep_with_next) for line in document.paragraphs if line.text}


def styles(document):
    return [paragraph.style.name for paragraph in document.paragraphs if paragraph.text]


def test_styles_are_those_an_office_knows_so_that_a_school_can_change_them():
    document = order_document(samples.order())

    assert styles(document)[5:11] == [
        "Heading 1",
        "Subtitle",
        "Body Text",
        "List Bullet",
        "List Bullet",
        "Ведущая строка",
    ]
    assert document.tables[1].style.name == "Table Grid"
    report = report_document(samples.report())
    outline = [line.text for line in report.paragraphs if line.style.name == "Heading 2"]
    assert outline == ["1. Охват", "2. Встречи", "3. Завершение", "4. По модулям"]


def test_pages_are_counted_from_the_second_one_and_the_language_is_russian():
    document = order_document(samples.order())

    assert document.sections[0].different_first_page_header_footer
    assert "PAGE" in document.sections[0].header.paragraphs[0]._p.xml
    assert 'w:lang w:val="ru-RU"' in document.styles.element.xml


def test_lines_to_sign_on_do_not_run_into_one_another():
    [table] = drawn(Signatures((("Родитель", ""), ("Наставник", "Воронов Я. Р.")), dated=True)).tables

    assert cells(table) == [
        ["Родитель", "", "", "", "", "«___» __________ 20___ г."],
        ["Наставник", "", "", "", "Воронов Я. Р.", "«___» __________ 20___ г."],
    ]
    ruled = [["w:tcBorders" in cell._tc.xml for cell in row.cells] for row in table.rows]
    assert ruled == [[False, False, True, False, True, False], [False, False, True, False, False, False]]


def test_what_stands_before_a_signature_stays_with_it():
    document = drawn(Paragraph("Сначала."), Paragraph("Потом."), SIGNED)

    assert held(document) == {"БЛАНК": False, "Сначала.": False, "Потом.": True}


def test_a_short_basis_goes_along_with_the_words_before_it():
    ground = Bullets(("протокол;", "согласия."))
    document = drawn(Paragraph("Одно."), Paragraph("Другое."), Paragraph("Основание:"), ground, SIGNED)

    assert [text for text, kept in held(document).items() if kept] == [
        "Другое.",
        "Основание:",
        "протокол;",
        "согласия.",
    ]


def test_a_line_to_fill_in_is_ruled_and_a_known_one_is_filled():
    [form] = drawn(Fields((("Фамилия", ""), ("Класс:", "6 «Б»"))), Blank(2)).tables

    assert cells(form) == [["Фамилия:", ""], ["Класс:", "6 «Б»"]]
    assert all("w:tcBorders" in row.cells[1]._tc.xml for row in form.rows)


def test_stamp_of_an_appendix_stands_at_the_right_and_a_wide_table_on_a_wide_page():
    table = Table(tuple(Column(str(number), 1) for number in range(8)), (tuple("12345678"),), "Дорожная карта")
    document = drawn(table, stamp=Stamp(("Приложение 1", "к приказу")), landscape=True)

    stamp = next(line for line in document.paragraphs if line.text == "Приложение 1\nк приказу")
    assert (stamp.style.name, round(stamp.paragraph_format.left_indent.mm)) == ("Гриф", 192)
    assert round(document.sections[0].page_width.mm) == 297
    assert round(sum(column.width.mm for column in document.tables[0].columns)) == 262


def test_parties_stand_side_by_side_with_their_own_signatures():
    sides = Columns((Paragraph("Школа"), Signatures((("Директор", "А. К. Лев"),))), (Paragraph("Партнёр"),))

    [table] = drawn(sides).tables

    left, _, right = table.rows[0].cells
    assert [line.text for line in left.paragraphs if line.text] == ["Школа", "Директор"]
    assert [line.text for line in right.paragraphs] == ["Партнёр"]


def test_page_has_the_margins_of_an_office_paper():
    section = order_document(samples.order()).sections[0]

    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(side.mm) for side in margins] == [30, 15, 20, 20]


def test_a_row_to_fill_in_by_hand_has_room_to_write():
    [table] = drawn(Table((Column("№", 1), Column("Дата", 4)), (("1", "07.10.2026"), ("2", "")))).tables

    assert [row.height and round(row.height.mm) for row in table.rows] == [None, None, 9]


def test_the_last_line_of_a_title_page_stands_at_its_foot():
    lines = [Paragraph(text, "centre", indent=False) for text in ("2026/2027", "г. Заозёрск, 2026")]

    document = drawn(*lines, PageBreak(), Paragraph("Текст"))

    spaces = {line.text: line.paragraph_format.space_before for line in document.paragraphs if line.text}
    assert [text for text, space in spaces.items() if space] == ["БЛАНК", "г. Заозёрск, 2026"]


def test_a_page_break_is_a_mark_of_the_next_paragraph_and_never_a_page_of_its_own():
    document = drawn(Paragraph("До"), PageBreak(), Heading("Лист изменений"), Table((Column("Дата", 1),), (("",),)))

    heading = next(line for line in document.paragraphs if line.text == "Лист изменений")
    assert heading.paragraph_format.page_break_before
    assert "w:br" not in document.element.xml
