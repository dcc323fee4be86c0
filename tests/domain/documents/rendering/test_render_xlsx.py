import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from nastavnik.domain.documents.rendering.xlsx import Column, Sheet, render_table

COLUMNS = [Column("Имя", 32), Column("Значение")]


def reread(data: bytes):
    return load_workbook(io.BytesIO(data))


def table(*rows, title="Пары") -> bytes:
    return render_table([Sheet(title, COLUMNS, rows)])


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("http://192.0.2.1")',
        "+7 900",
        "-1",
        "@SUM(A1)",
        "\tx",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "#N/A",
        "1E5",
    ],
)
def test_text_is_never_a_formula(text):
    cell = reread(table(["Ли Ян", text])).active["B2"]

    assert (cell.data_type, cell.value) == ("s", text)
    assert cell.quotePrefix is text.startswith(tuple("=+-@\t＝＋－＠"))


def test_file_holds_no_formula_at_all():
    with zipfile.ZipFile(io.BytesIO(table(["=1+1", "=2"]))) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_values_keep_their_types():
    row = reread(
        table(["Ли Ян", 87], [True, 1.5], [None, date(2026, 5, 31)], ["", datetime(2026, 5, 31, 15, 20)])
    ).active

    assert row["B2"].value == 87
    assert (row["A3"].value, row["B3"].value) == (True, 1.5)
    assert row["A4"].value is None
    assert (row["B4"].value, row["B4"].number_format) == (datetime(2026, 5, 31), "DD.MM.YYYY")
    assert (row["B5"].value, row["B5"].number_format) == (datetime(2026, 5, 31, 15, 20), "DD.MM.YYYY HH:MM")


def test_head_is_bold_stays_in_sight_and_has_its_width():
    sheet = reread(table(["Ли Ян", 1])).active

    assert [cell.value for cell in sheet[1]] == ["Имя", "Значение"]
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.column_dimensions["A"].width == 32


def test_sheet_titles_are_made_legal_and_unique():
    data = render_table([Sheet(name, COLUMNS, []) for name in ("a/b:c", "a b c", "", "Л" * 40)])

    assert reread(data).sheetnames == ["a b c", "a b c 2", "Лист", "Л" * 31]


def test_same_sheets_give_the_same_bytes():
    assert table(["Ли Ян", 1]) == table(["Ли Ян", 1])


def test_control_characters_are_dropped_and_a_crooked_row_is_refused():
    assert reread(table(["Ли\x00 Ян\x1f", 1])).active["A2"].value == "Ли Ян"
    with pytest.raises(ValueError, match="1 cells under 2 columns"):
        table(["Ли Ян"])
