"""The columns of the profile, grids of free time, formulas without values."""

from datetime import date

import pytest

from nastavnik.domain.exchange.reading.cells import timetable

from .files import ANNA, HEADINGS, PETR, read_rows

SCHOOL_DAYS = range(1, 6)


def test_the_columns_of_the_profile_are_read():
    headings = (
        *("ФИО", "Ценности", "Способы работы", "Как раскрывается", "Уверенность в предмете", "Опыт наставничества"),
        *("Корпус", "Район", "Языки", "Дата вхождения в программу"),
    )
    row = (
        *(ANNA[0], "честность; Труд", "на примерах", "со временем", 4, "уже был наставником"),
        *("№ 2", "Северный", "русский, татарский язык", "01.10.2026"),
    )

    reading = read_rows(headings, row, role="mentor")

    record = reading.records[0]
    assert reading.issues == ()
    assert (record.values, record.ways, record.openness) == (("честность", "труд"), ("на примерах",), "with_time")
    assert (record.level, record.mastery) == (4, 2)
    assert (record.building, record.district) == ("№ 2", "Северный")
    assert (record.languages, record.joined_on) == ({"русский", "татарский"}, date(2026, 10, 1))


def test_a_mentees_category_and_the_mentors_they_want():
    reading = read_rows(("ФИО", "Категория наставляемого", "Сколько наставников нужно"), (ANNA[0], "Одарённый", 2))

    assert (reading.records[0].category, reading.records[0].wanted_mentors) == ("Одарённый", 2)


@pytest.mark.parametrize(
    ("cell", "joined_on"),
    [("01.10.26", date(2026, 10, 1)), ("октябрь 2026", date(2026, 10, 1)), ("2026/27 уч. год", date(2026, 9, 1))],
)
def test_the_day_of_joining_in_any_spelling(cell, joined_on):
    assert read_rows(("ФИО", "Дата вхождения"), (ANNA[0], cell)).records[0].joined_on == joined_on


def test_a_column_that_is_absent_says_nothing():
    record = read_rows(HEADINGS, ANNA).records[0]

    assert (record.values, record.ways, record.languages, record.joined_on, record.shift) == ((), (), None, None, None)


def test_a_grid_of_days_becomes_free_time():
    reading = read_rows(
        ("ФИО", "Удобное время", None, None),
        (None, "Пн", "Вт", "Ср"),
        (ANNA[0], "15:00-16:00", None, "после 16"),
        (PETR[0], None, "-", None),
        merged=("B1:D1", "A1:A2"),
    )

    assert [record.free_time for record in reading.records] == [((1, 900, 960), (3, 960, 1260)), None]
    assert reading.issues == ()


def test_a_grid_whose_merged_heading_the_file_does_not_tell():
    """An .ods and a text table leave the other cells of a merged heading empty."""
    reading = read_rows(
        ("ФИО", "Класс", "Время встреч", None, "Рост", None, "Запрос"),
        (None, None, "Пн", "Вторник", None, "Ср", None),
        (ANNA[0], "8Б", "15:00-16:00", "-", 150, "16-17", "физика"),
    )

    assert [(record.row, record.free_time, record.main_need) for record in reading.records] == [
        (3, ((1, 900, 960), (3, 960, 1020)), "физика")
    ]


def test_boxes_ticked_under_days_with_hours():
    reading = read_rows(
        ("ФИО", "Пн 15:00–16:00", "Пн 16:00–17:00", "Ср 15:00–16:00"), (ANNA[0], "+", "да", "нет"), (PETR[0], "", "", 1)
    )

    assert [record.free_time for record in reading.records] == [((1, 900, 1020),), ((3, 900, 960),)]


def test_lessons_in_a_grid_are_understood_by_usual_bells_and_told():
    reading = read_rows(("ФИО", "Понедельник", "Вторник"), (ANNA[0], "6, 7", "7 урок"))

    assert reading.records[0].free_time == ((1, 805, 850), (1, 860, 905), (2, 860, 905))
    assert [(issue.code, issue.severity) for issue in reading.issues] == [("time_by_bells", "note")]


def test_a_cell_of_the_grid_that_is_not_understood_makes_the_week_unknown():
    reading = read_rows(("ФИО", "Пн", "Вт"), (ANNA[0], "15-16", "как получится"))

    assert reading.records[0].free_time is None
    assert [(issue.code, issue.column) for issue in reading.issues] == [("time_unknown", "C")]


def test_a_column_of_shifts_gives_the_other_half_of_the_day():
    reading = read_rows(("ФИО", "Смена"), (ANNA[0], "1 смена"), (PETR[0], 2))

    assert [record.shift for record in reading.records] == [1, 2]
    assert [record.free_time for record in reading.records] == [
        tuple((day, 840, 1260) for day in SCHOOL_DAYS),
        tuple((day, 480, 780) for day in SCHOOL_DAYS),
    ]


@pytest.mark.parametrize(
    ("heading", "slot"),
    [
        ("Пн", ((1,), ())),
        ("Удобное время: среда", ((3,), ())),
        ("Вт 15:00–16:00", ((2,), ((900, 960),))),
        ("Удобное время (пн-пт)", ((1, 2, 3, 4, 5), ())),
        ("В какие дни удобно? [Понедельник]", ((1,), ())),
        ("Когда может заниматься чт", ((4,), ())),
        ("Чт 7 урок", ((4,), ((860, 905),))),
        ("Ср. балл", None),
        ("Время", None),
        ("Имя", None),
    ],
)
def test_headings_that_name_a_day(heading, slot):
    assert timetable.slot_of(heading) == slot


def test_a_formula_without_its_value_is_asked():
    reading = read_rows(HEADINGS, ("=B2&C2", "14.03.2012", "5А"), (ANNA[0], "=TODAY()-5000", "5А"))

    asked = [(issue.row, issue.column) for issue in reading.issues if issue.code == "formula_without_value"]
    assert asked == [(2, "A"), (3, "B")]
    assert [record.name for record in reading.accepted] == [ANNA[0]]
