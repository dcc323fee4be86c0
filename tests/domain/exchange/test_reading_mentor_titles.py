"""Mentors in a row of their own with their mentees below, days in words, the first value of a column."""

from datetime import date

import pytest

from nastavnik.domain.exchange.messages import sentence
from nastavnik.domain.exchange.reading.cells.dates import any_date, birth_date, plain_date
from nastavnik.domain.exchange.reading.cells.periods import period, start
from nastavnik.domain.exchange.reading.detecting import detect
from nastavnik.domain.exchange.reading.mentor_titles import mentors_in_title
from nastavnik.domain.exchange.reading.pairs import read_pairs
from nastavnik.domain.exchange.reading.people import read_people
from nastavnik.domain.exchange.reading.table import read_table

from .files import AS_OF, xlsx

GENITIVE = (
    *("первого", "второго", "третьего", "четвёртого", "пятого", "шестого", "седьмого", "восьмого", "девятого"),
    *("десятого", "одиннадцатого", "двенадцатого", "тринадцатого", "четырнадцатого", "пятнадцатого"),
    *("шестнадцатого", "семнадцатого", "восемнадцатого", "девятнадцатого", "двадцатого", "двадцать первого"),
    *("двадцать второго", "двадцать третьего", "двадцать четвертого", "двадцать пятого", "двадцать шестого"),
    *("двадцать седьмого", "двадцать восьмого", "двадцать девятого", "тридцатого", "тридцать первого"),
)
MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
          "декабря")  # fmt: skip
IVANOVA, PETROV = "Иванова А. А.", "Петров Пётр Ильич"


@pytest.mark.parametrize(("day", "word"), list(enumerate(GENITIVE, start=1)))
def test_every_day_in_words_is_read(day, word):
    assert birth_date(f"{word.capitalize()} января 2015 г.", AS_OF).value == date(2015, 1, day)


@pytest.mark.parametrize(("number", "month"), list(enumerate(MONTHS, start=1)))
def test_every_month_beside_a_day_in_words_is_read(number, month):
    assert birth_date(f"двенадцатого {month} 2015 года", AS_OF).value == date(2015, number, 12)


def test_days_in_words_are_read_wherever_a_date_is():
    day = date(2015, 3, 12)

    assert birth_date("12-го марта 2015", AS_OF).value == day
    assert birth_date("Двенадцатое марта 2015", AS_OF).value == day
    assert plain_date("двенадцатого марта 2015 г.", AS_OF).value == day
    assert any_date("да, двенадцатого марта 2015 г.", AS_OF) == day
    assert start("с двенадцатого марта 2015 г.", AS_OF).value == day
    assert period("с первого сентября 2026 по тридцать первое мая 2027", AS_OF).value == (
        date(2026, 9, 1),
        date(2027, 5, 31),
    )
    assert birth_date("тридцатого февраля 2015", AS_OF).code == "date_not_exist"


def test_a_date_that_ends_with_a_stop_brings_no_second_one():
    table = read_table(xlsx([("ФИО", "Дата рождения", "Класс"), ("Носов Пётр Ильич", "32 марта 2015 г.", "5А")]))

    told = [sentence(issue) for issue in read_people(table, "mentee", as_of=AS_OF).issues]

    assert len(told) == 1
    assert ".." not in told[0]


def test_the_first_value_of_a_column_is_a_persons():
    person = ("Носов Пётр Ильич", "14.03.2015", "физика")
    rows = [("ФИО", "Дата рождения", "Запрос"), ("5 «А» класс", None, None), person]

    reading = read_people(read_table(xlsx(rows)), "mentee", as_of=AS_OF)

    assert [column.sample for column in reading.columns] == list(person)


def pairs(*rows):
    reading = read_pairs(xlsx(rows), "Список.xlsx", AS_OF)
    said = [([one.name for one in pair.mentors], [one.name for one in pair.mentees]) for pair in reading.pairs]
    return reading, said


@pytest.mark.parametrize(
    "headings", [("№", "ФИО наставляемого", "Класс"), ("№", "ФИО", "Класс"), ("№", "Наставляемый", "Класс")]
)
def test_mentees_below_a_mentors_row_are_their_pairs(headings):
    reading, said = pairs(
        headings,
        (f"Наставник: {IVANOVA}", None, None),
        (1, "Носов Глеб Ильич", "5А"),
        (2, "Ким Вера Олеговна", "6Б"),
        (None, f"Наставник – {PETROV}, учитель физики", None),
        (1, "Титов Олег Ильич", "7А"),
    )

    assert said == [
        ([IVANOVA], ["Носов Глеб Ильич"]),
        ([IVANOVA], ["Ким Вера Олеговна"]),
        ([PETROV], ["Титов Олег Ильич"]),
    ]
    assert reading.pairs[2].mentors[0].position == "учитель физики"
    assert (reading.rows, [(one.row, one.kind) for one in reading.skipped]) == (3, [(5, "section")])
    assert [issue.code for issue in reading.issues if issue.severity == "error"] == []


def test_several_mentors_in_a_title_and_an_own_cell():
    _reading, said = pairs(
        ("Наставник", "Наставляемый"),
        (f"Наставники: {IVANOVA}, {PETROV}", None),
        (None, "Носов Глеб Ильич"),
        (PETROV, "Ким Вера Олеговна"),
    )

    assert said == [([IVANOVA, PETROV], ["Носов Глеб Ильич"]), ([PETROV], ["Ким Вера Олеговна"])]


def test_a_sheet_of_one_mentor_has_the_title_above():
    _reading, said = pairs(
        (f"Наставник: {IVANOVA}",), ("№", "ФИО наставляемого", "Класс"), (1, "Носов Глеб Ильич", "5А")
    )

    assert said == [([IVANOVA], ["Носов Глеб Ильич"])]


def test_such_a_list_is_recognised_as_one_of_pairs():
    rows = [("№", "ФИО наставляемого", "Класс"), (f"Наставник: {IVANOVA}", None, None), (1, "Носов Глеб Ильич", "5А")]

    assert detect(xlsx(rows), "Список.xlsx").role == "pairs"


@pytest.mark.parametrize(
    "text", ["Наставник", "Наставник: ", "Наставник 2026", "Наставничество Педагогов", "Иванова А. А."]
)
def test_what_names_no_mentor_is_no_title(text):
    assert mentors_in_title(text) == ""
