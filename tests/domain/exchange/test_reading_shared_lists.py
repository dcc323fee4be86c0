"""The two lists of an invented school are read to the last row."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from nastavnik.domain.exchange.reading.duplicates import one_per_person
from nastavnik.domain.exchange.reading.report import to_json
from nastavnik.domain.exchange.records import Duplicate, SkippedRow

from .files import read

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="module")
def mentees():
    return read((DATA / "mentees.xlsx").read_bytes())


@pytest.fixture(scope="module")
def mentors():
    return read((DATA / "mentors.xlsx").read_bytes(), "mentor")


def test_mentees_are_124_rows_of_120_children(mentees):
    assert (mentees.rows, mentees.people) == (124, 120)
    assert [record.row for record in mentees.records] == list(range(3, 127))
    assert len(one_per_person(mentees)) == 120


def test_four_children_are_listed_twice_and_namesakes_are_two(mentees):
    assert mentees.duplicates == (
        Duplicate((11, 43), True),
        Duplicate((19, 81), True),
        Duplicate((35, 123), True),
        Duplicate((48, 114), True),
    )
    namesakes = [record for record in mentees.records if record.name == "Цветкова София Павловна"]
    assert [(record.row, record.birth_date) for record in namesakes] == [
        (86, date(2013, 6, 24)),
        (89, date(2012, 2, 15)),
    ]


def test_nothing_in_the_mentees_list_is_a_trouble(mentees):
    assert mentees.issues == ()
    assert mentees.skipped == (SkippedRow(128, "total", "Итого:"),)
    assert mentees.sheet == "Наставляемые 2026-27"


def test_every_mentee_has_a_date_a_class_and_a_time(mentees):
    assert all(record.birth_date for record in mentees.records)
    assert {record.study_group for record in mentees.records} == {f"{grade}{x}" for grade in range(5, 12) for x in "АБ"}
    assert all(record.free_time and record.main_need and record.modes for record in mentees.records)
    assert Counter(record.consent for record in mentees.records) == {True: 88, False: 22, None: 14}


def test_a_mentee_is_read_to_the_last_cell(mentees):
    record = mentees.records[4]

    assert (record.row, record.name) == (7, "Ковальчук Тимофей Игоревич")
    assert (record.surname, record.given_name, record.patronymic) == ("Ковальчук", "Тимофей", "Игоревич")
    assert record.birth_date == date(2010, 11, 30)
    assert (record.study_group, record.grade) == ("9А", 9)
    assert record.phones == ("+79000004637",)
    assert (record.guardian_name, record.guardian_phones) == ("Ушакова Ксения Сергеевна", ("+79000004717",))
    assert (record.main_need, record.needs) == ("танец: эстрада", ("робототехника",))
    assert record.interests == ("рисование", "туризм")
    assert record.free_time == ((3, 960, 1020), (5, 1020, 1140))
    assert record.modes == {"in_person", "online"}
    assert record.consent is True


def test_mentors_are_forty(mentors):
    assert (mentors.rows, mentors.people, mentors.duplicates, mentors.issues) == (40, 40, (), ())
    assert [record.row for record in mentors.records] == list(range(2, 42))


def test_a_grown_mentor_is_read_to_the_last_cell(mentors):
    record = mentors.records[7]

    assert (record.row, record.name, record.birth_date) == (9, "Громов Роман Павлович", date(1997, 8, 24))
    assert (record.workplace, record.position, record.study_group) == ("МБОУ «СОШ № 0»", "учитель математики", None)
    assert record.competences == (
        "математика",
        "подготовка к олимпиаде",
        "организация времени",
        "физика",
        "публичные выступления",
    )
    assert (record.achievements, record.places, record.any_age) == ("лидер волонтёрского отряда", 1, True)
    assert (record.clearance, record.clearance_on) == (True, date(2026, 8, 25))
    assert record.email == "mentor8@example.org"


def test_a_mentor_who_is_a_pupil_has_a_class_and_no_post(mentors):
    record = mentors.records[1]

    assert (record.study_group, record.grade, record.position) == ("10Б", 10, None)
    assert (record.age_wish, record.grade_wish, record.any_age) == ((10, 13), None, False)
    assert (record.clearance, record.clearance_on) == (None, None)


def test_two_figures_of_a_year_become_the_sensible_century(mentors):
    born = {record.row: record.birth_date for record in mentors.records}

    assert (born[11], born[4]) == (date(2009, 1, 15), date(1964, 10, 28))


def test_repeated_competences_are_kept_once(mentors):
    assert mentors.records[5].competences == ("робототехника", "физика", "выбор профессии")


def test_json_is_what_the_command_prints(mentees, mentors):
    answer = to_json(mentees)

    assert {"rows", "people", "duplicates", "issues", "records"} == set(answer)
    assert answer["duplicates"][0] == {"rows": [11, 43], "certain": True}
    first = answer["records"][0]
    assert first["row"] == 3
    assert first["name"] == "Громов Михаил Николаевич"
    assert (first["birth_date"], first["class"], first["phones"], first["consent"]) == (
        "2015-07-23",
        "5Б",
        ["+79000008998"],
        True,
    )
    assert [record["class"] for record in to_json(mentors)["records"]][:2] == [None, "10Б"]
