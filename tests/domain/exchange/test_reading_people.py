"""Rows into records: errors stop one row only, repeats are found, texts stay texts."""

import io
import re
import time
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from nastavnik.domain import exchange
from nastavnik.domain.exchange.messages import ISSUES, sentence
from nastavnik.domain.exchange.reading import people
from nastavnik.domain.exchange.reading.duplicates import one_per_person
from nastavnik.domain.exchange.reading.refused import errors_workbook
from nastavnik.domain.exchange.reading.report import to_json
from nastavnik.domain.exchange.reading.table import read_table
from nastavnik.domain.exchange.records import Duplicate, Issue, Table, TableRow

from .files import ANNA, AS_OF, HEADINGS, PETR, read, read_people, read_rows, xlsx

WITH_CONSENT = (*HEADINGS, "Согласие родителя")
LAST_COLUMNS = ("E-mail", "Компетенции", "Достижения", "Сколько готов взять", "Возраст учеников", "Допуск", "Должность")
FORMULA = '=HYPERLINK("http://example.org";"Анна")'


def test_a_date_that_does_not_exist_stops_its_row_only():
    reading = read_rows(HEADINGS, (ANNA[0], "31.02.2014", "8Б"), PETR)

    assert reading.issues == (Issue(2, "B", "birth_date", "date_not_exist", {"text": "31.02.2014"}, "error"),)
    assert sentence(reading.issues[0]) == (
        "Такой даты нет: 31.02.2014. Строка 2, столбец B. Исправьте день или оставьте пустым."
    )
    assert [record.row for record in reading.records] == [2, 3]
    assert [record.row for record in reading.accepted] == [3]
    assert reading.refused_rows == {2}


def test_two_people_in_one_cell_are_refused_with_their_place():
    reading = read_rows(("№", *HEADINGS), (1, "Иванов П., Иванова К.", "02.09.2013", "7А"))

    assert [sentence(issue) for issue in reading.issues] == [
        "В одной ячейке два человека. Строка 2, столбец B. Разделите их на две строки."
    ]
    assert reading.accepted == ()


def test_an_impossible_age_suggests_a_year():
    reading = read_rows(HEADINGS, (ANNA[0], "12.03.1915", "5А"))

    assert sentence(reading.issues[0]) == (
        "Так не бывает: возраст 111, дата 12.03.1915. Строка 2, столбец B. "
        "Может быть, 2015? Исправьте год или оставьте пустым."
    )


def test_a_row_without_a_name_is_refused():
    reading = read_rows(HEADINGS, ANNA, (None, "14.03.2012", "8Б"))

    assert [(issue.row, issue.column, issue.code) for issue in reading.issues] == [(3, "A", "name_missing")]


def test_a_telephone_not_understood_is_a_note_and_the_row_stays():
    reading = read_rows((*HEADINGS, "Телефон"), (*ANNA, "12-34-56"))

    assert [(issue.code, issue.severity) for issue in reading.issues] == [("phone_unknown", "note")]
    assert [record.row for record in reading.accepted] == [2]


def test_no_rows_under_the_headings_is_an_error():
    reading = read_rows(HEADINGS)

    assert (reading.rows, reading.people, reading.is_blocked) == (0, 0, True)
    assert [issue.code for issue in reading.issues] == ["no_rows"]


def test_certain_repeats_by_name_and_date_whatever_the_spelling():
    reading = read_rows(
        HEADINGS, ("Фёдорова Алёна", "21.01.2013", "8А"), PETR, ("федорова  АЛЕНА ", date(2013, 1, 21), "8-а")
    )

    assert reading.duplicates == (Duplicate((2, 4), True),)
    assert (reading.rows, reading.people) == (3, 2)


def test_namesakes_with_different_dates_are_two_people():
    reading = read_rows(HEADINGS, ANNA, (ANNA[0], "15.03.2012", "8Б"))

    assert (reading.duplicates, reading.people) == ((), 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Семёнов Пётр Ильич", None), ("Семенов Петр Ильич", "14.03.2012")),
        (("Семёнов Пётр Ильич", None), ("Семёнов Пётр Ильич", None)),
        (("Семёнов Пётр", None), ("Семенов Петр Ильич", "14.03.2012")),
        (("Семёнов Пётр", "14.03.2012"), ("Семенов Петр Ильич", "14.03.2012")),
        (("Семёнов П. И.", "14.03.2012"), ("Семенов Петр Ильич", "14.03.2012")),
        (("Семёнов Пётр Ильич", "14.03.2012"), ("Симёнов Пётр Ильич", "14.03.2012")),
        (("Семёнов Пётр Ильич", "14.03.2012"), ("Семёнов Пётр Ильчи", "14.03.2012")),
    ],
)
def test_perhaps_one_person_is_asked_and_never_merged(one, other):
    reading = read_rows(HEADINGS[:2], one, other)

    assert reading.duplicates == (Duplicate((2, 3), False),)
    assert reading.people == 2
    assert len(one_per_person(reading)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Семёнов Пётр Ильич", "14.03.2012"), ("Семёнов Павел Ильич", "14.03.2012")),
        (("Семёнов Пётр Ильич", "14.03.2012"), ("Семёнов Пётр", "15.03.2012")),
        (("Семёнов Пётр Ильич", None), ("Симёнов Пётр Ильич", None)),
    ],
)
def test_different_people_are_not_asked_about(one, other):
    assert read_rows(HEADINGS[:2], one, other).duplicates == ()


def test_repeats_are_joined_and_a_no_wins():
    reading = read_rows(
        (*WITH_CONSENT, "Телефон"), (*ANNA, "да", None), (*ANNA, "нет", "89000001122"), (*PETR, None), (*PETR, "да")
    )

    joined = one_per_person(reading)
    assert [(record.row, record.consent, record.phones) for record in joined] == [
        (2, False, ("+79000001122",)),
        (4, True, ()),
    ]
    assert [(issue.row, issue.code, issue.severity) for issue in reading.issues] == [(2, "duplicate_differs", "ask")]
    assert sentence(reading.issues[0]) == (
        "Строки 2 и 3 об одном человеке, а ответы разные: согласие. Строка 2. Какая верна?"
    )


def test_a_formula_typed_as_text_stays_text():
    rows = [("Фамилия Имя Отчество", "Дата рождения"), (FORMULA, "31.02.2014")]
    content = "\r\n".join(";".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows).encode()

    reading = read(content)

    assert reading.records[0].name == FORMULA


def test_the_refused_rows_can_be_downloaded_mended_and_loaded_again():
    content = xlsx([("Список",), HEADINGS, ANNA, (PETR[0], "31.02.2014", "7А"), (FORMULA[1:], "32.01.2014", "=1+1")])
    table = read_table(content)
    reading = read_people(table, "mentee", as_of=AS_OF)

    book = openpyxl.load_workbook(io.BytesIO(errors_workbook(reading, table.rows)))
    rows = [[cell.value for cell in row] for row in book.active.iter_rows()]

    assert rows[0] == ["Строка в Excel", *HEADINGS, "Что случилось и что сделать"]
    assert [row[0] for row in rows[1:]] == ["4", "5"]
    assert rows[1][1:3] == [PETR[0], "31.02.2014"]
    assert rows[1][4] == "Такой даты нет: 31.02.2014. Исправьте день или оставьте пустым."
    assert read(errors_workbook(reading, table.rows)).mapping == {"B": "name", "C": "birth_date", "D": "study_group"}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "=cmd|' /C calc'!A0", "a\x00b\x0bc"])
def test_no_cell_of_the_download_is_a_formula(text):
    content = f'ФИО;Дата рождения\r\n"{text.replace(chr(34), "")}";"31.02.2014"\r\n'
    table = read_table(content.replace("\x00", "").replace("\x0b", "").encode())
    reading = read_people(table, "mentee", as_of=AS_OF)

    book = openpyxl.load_workbook(io.BytesIO(errors_workbook(reading, table.rows)))

    kinds = {cell.data_type for row in book.active.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s"}
    assert book.active.max_row == 2


def test_json_of_issues_has_row_column_code_and_sentence():
    answer = to_json(read_rows(WITH_CONSENT, (ANNA[0], "31.02.2014", "8Б", "да?")))

    assert [(issue["row"], issue["column"], issue["code"]) for issue in answer["issues"]] == [
        (2, "B", "date_not_exist"),
        (2, "D", "answer_unclear"),
    ]
    assert answer["issues"][0]["message"].startswith("Такой даты нет")
    assert answer["records"][0]["birth_date"] is None
    assert answer["records"][0]["consent"] is None


def test_issues_of_the_code_and_sentences_are_the_same_set():
    folder = Path(exchange.__file__).parent
    sources = "\n".join(path.read_text() for path in [folder / "mapping.py", *(folder / "reading").rglob("*.py")])
    used = set(re.findall(r'"([a-z]+_[a-z_]+)",\s*(?:\{|params|"error"|"ask")', sources))

    assert used == set(ISSUES)


@pytest.mark.parametrize("text", ["a", "1 ", "А. ", "Аа-", "a@", "пн,", "Аа\n", "(", "1.", "№ф.и."])
def test_a_cell_of_32_000_characters_costs_no_time(text):
    columns = (*("№", "ФИО", "Дата рождения", "Класс", "Телефон", "Запросы", "Удобное время", "Формат"), *LAST_COLUMNS)
    cells = (text * (32_000 // len(text)),) * len(columns)
    table = Table("csv", "", columns, (1,), (TableRow(2, cells),), "")

    started = time.perf_counter()
    read_people(table, "mentor", as_of=AS_OF)

    assert time.perf_counter() - started < 1


def test_every_fault_of_a_row_is_named_at_once():
    headings = ("ФИО", "Дата рождения", "Класс", "Телефон")
    row = TableRow(2, ("Гурова Яна", "в марте 2014 г.", "46Ж", "позже"))
    table = Table("xlsx", "Лист", headings, (1,), (row,), "0")
    reading = people.read_people(table, "mentee", as_of=AS_OF)

    book = openpyxl.load_workbook(io.BytesIO(errors_workbook(reading, table.rows)))
    [said] = [cells[-1].value for cells in book.worksheets[0].iter_rows(min_row=2)]

    assert all(words in said for words in ("в марте 2014 г. ", "Класса «46Ж» не бывает", "Телефон не"))
    assert ".." not in said
