"""Real schools send worse: titles, two-row headings, merged cells, several sheets, repeated headings, signatures."""

from datetime import date, datetime

from nastavnik.domain.exchange.records import SkippedRow

from . import files
from .files import ANNA, HEADINGS, PETR, read, read_rows


def names(reading):
    return [(record.row, record.name) for record in reading.records]


def test_row_numbers_are_excels_own_below_an_empty_top():
    reading = read_rows(HEADINGS, ANNA, PETR, top=7)

    assert names(reading) == [(8, ANNA[0]), (9, PETR[0])]


def test_empty_columns_before_the_table_keep_their_letters():
    reading = read_rows(*[(None, None, *row) for row in (HEADINGS, ANNA)])

    assert reading.mapping == {"C": "name", "D": "birth_date", "E": "study_group"}


def test_titles_blanks_totals_repeated_headings_and_signatures_are_no_people():
    reading = read_rows(
        ("Список учеников, которым нужен наставник",),
        (),
        HEADINGS,
        ("1", "2", "3"),
        ANNA,
        (),
        HEADINGS,
        PETR,
        ("ВСЕГО: 2 чел.",),
        (),
        ("Директор", None, "Воронова М. И."),
    )

    assert names(reading) == [(5, ANNA[0]), (8, PETR[0])]
    assert reading.skipped == (
        SkippedRow(4, "numbering", "1"),
        SkippedRow(7, "heading", "ФИО"),
        SkippedRow(9, "total", "ВСЕГО: 2 чел."),
        SkippedRow(11, "footer", "Директор"),
    )
    assert (reading.rows, reading.people) == (2, 2)


def test_numbered_but_empty_lines_of_a_form_are_blank():
    reading = read_rows(("№ п/п", *HEADINGS), (1, *ANNA), (2, None, None, None), (3,))

    assert reading.rows == 1


def test_two_row_headings_under_merged_groups():
    reading = read_rows(
        ("№", "Ученик", None, "Родитель", None),
        (None, "ФИО", "Дата рождения", "ФИО", "Телефон"),
        (1, ANNA[0], ANNA[1], "Королёва Мария Игоревна", "8 900 000-11-22"),
        merged=("B1:C1", "D1:E1", "A1:A2"),
    )

    record = reading.records[0]
    assert reading.mapping == {
        "A": "number",
        "B": "name",
        "C": "birth_date",
        "D": "guardian_name",
        "E": "guardian_phones",
    }
    assert (record.row, record.guardian_name) == (3, "Королёва Мария Игоревна")
    assert record.guardian_phones == ("+79000001122",)


def test_a_class_merged_downwards_belongs_to_every_row():
    reading = read_rows(HEADINGS, (ANNA[0], ANNA[1], "8Б"), ("Титов Глеб Ильич", "02.02.2012", None), merged=("C2:C3",))

    assert [record.study_group for record in reading.records] == ["8Б", "8Б"]


def test_a_class_as_a_section_title_belongs_to_the_rows_below():
    reading = read_rows(("ФИО", "Дата рождения"), ("5 «А» класс",), ANNA[:2], ("6-б",), PETR[:2])

    assert [(record.row, record.study_group) for record in reading.records] == [(3, "5А"), (5, "6Б")]


def test_a_person_of_whom_only_the_name_is_known_is_a_person():
    assert read_rows(HEADINGS, ANNA, ("Носов Пётр",)).rows == 2
    assert read_rows(("№", *HEADINGS), (1, *ANNA), (2, "Гоголь – Яновская Анна Ильинична")).rows == 2
    lonely = ("НОСОВ ПЁТР", "Hocoв Пётp", "Носов, Пётр", "НАЧАЛЬНАЯ ШКОЛА", "носов пётр олегович")
    assert [record.row for record in read_rows(HEADINGS, ANNA, *[(text,) for text in lonely]).records] == [
        2,
        3,
        4,
        5,
        7,
    ]


def test_whoever_signs_a_list_is_nobody_of_it_in_any_column():
    reading = read_rows(("Телефон", "ФИО", "Класс"), (None, ANNA[0], "8Б"), ("Директор", "Воронова М. И.", None))

    assert names(reading) == [(2, ANNA[0])]
    assert reading.skipped == (SkippedRow(3, "footer", "Директор"),)


def test_a_section_right_below_the_headings_is_no_second_row_of_them():
    reading = read_rows(("№", "Рост", "ФИО"), (None, "4Д класс", None), (1, 150, ANNA[0]))

    assert [(record.row, record.study_group) for record in reading.records] == [(3, "4Д")]


def test_the_sheet_of_people_is_taken_and_others_like_it_are_told():
    reading = read(
        files.workbook(
            {
                "Памятка": [("Как заполнять",), ("Пишите разборчиво",)],
                "8Б": [HEADINGS, ANNA],
                "7А": [HEADINGS, PETR, PETR],
            }
        )
    )

    assert reading.sheet == "7А"
    assert [(issue.code, issue.severity, issue.params["others"]) for issue in reading.issues if issue.row is None] == [
        ("other_sheets", "ask", ["8Б"])
    ]


def test_a_named_sheet_is_read_when_asked():
    content = files.workbook({"8Б": [HEADINGS, ANNA], "7А": [HEADINGS, PETR, PETR]})

    assert files.read_table(content, sheet="8Б").rows[0].cells[0] == ANNA[0]


def test_hidden_sheets_are_not_read_but_told():
    reading = read(files.workbook({"Дети": [HEADINGS, ANNA], "Черновик": [HEADINGS, PETR, PETR]}, hidden=["Черновик"]))

    assert names(reading) == [(2, ANNA[0])]
    assert [issue.code for issue in reading.issues] == ["hidden_sheets"]


def test_cells_that_are_dates_and_numbers():
    reading = read_rows(
        ("ФИО", "Дата рождения", "Класс", "Телефон"),
        (ANNA[0], datetime(2012, 3, 14), 8, 89000001122),
        (PETR[0], 41518, "7А", 9000001123),
    )

    assert [record.birth_date for record in reading.records] == [date(2012, 3, 14), date(2013, 9, 1)]
    assert [record.study_group for record in reading.records] == ["8", "7А"]
    assert [record.phones for record in reading.records] == [("+79000001122",), ("+79000001123",)]


def test_xls_and_ods_read_the_same_as_xlsx():
    rows = [HEADINGS, ("Королёва Анна Ильинична", date(2012, 3, 14), "8Б"), PETR]

    readings = [read(write(rows)) for write in (files.xlsx, files.xls, files.ods)]

    assert readings[0].records == readings[1].records == readings[2].records
    assert readings[0].records[0].birth_date == date(2012, 3, 14)


def test_the_endless_blank_end_of_an_ods_sheet_is_nothing():
    good = files.ods([HEADINGS, ANNA])
    end = (
        '<table:table-row table:number-rows-repeated="1048574">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
    )
    content = files.part(good, "content.xml").replace(b"</table:table>", end.encode())

    assert names(read(files.replaced(good, {"content.xml": content}))) == [(2, ANNA[0])]


def test_a_list_of_teachers_with_whole_names_in_the_surname_column():
    reading = read_rows(("Фамилия", "Должность"), ("Панова Анна Игоревна", "учитель"), role="mentor")

    assert reading.records[0].surname == "Панова"
    assert reading.records[0].given_name == "Анна"


def test_the_wrong_list_is_noticed():
    headings = ("ФИО", "Компетенции", "Сколько наставляемых готов взять")

    reading = read_rows(headings, (ANNA[0], "физика", 2), role="mentee")

    assert "other_role" in [issue.code for issue in reading.issues]
