"""Who of a list is whom: repeats in the list, people who are there, what must be asked. No database."""

from datetime import date

import pytest

from nastavnik.domain.exchange import comparing
from nastavnik.domain.exchange.comparing import Comparison, Known, Question
from nastavnik.domain.exchange.reading import duplicates
from nastavnik.domain.exchange.records import Issue, ListReading, PersonRecord

BORN = date(2013, 1, 21)
ON = date(2026, 11, 23)


def compare(reading, known, decisions):
    return comparing.compare(reading, known, decisions, on=ON)


def record(row, name, born=BORN, **fields):
    surname, given_name, *rest = [*name.split(), ""]
    return PersonRecord(
        row=row,
        name=name,
        surname=surname,
        given_name=given_name,
        patronymic=rest[0] if rest else "",
        birth_date=born,
        **fields,
    )


def reading(*records, issues=()):
    same = duplicates.find(records)
    return ListReading("mentee", records, tuple(issues), same, len(records), len(records), (), "", "")


def known(number, name, born=BORN, in_role=True):
    return Known(number, name, born, in_role)


def who(comparison: Comparison):
    return [(entry.record.row, entry.person_id) for entry in comparison.entries]


def test_a_certain_repeat_is_joined_and_takes_what_the_first_lacks():
    found = compare(
        reading(record(5, "Фёдорова Алёна"), record(9, "Федорова Алена", study_group="8А")), known=[], decisions={}
    )

    assert [(e.record.row, e.record.name, e.record.study_group) for e in found.entries] == [(5, "Фёдорова Алёна", "8А")]
    assert [one.rows for one in found.merged] == [(5, 9)]


def test_namesakes_with_other_birth_dates_stay_two():
    found = compare(reading(record(5, "Ким Вика"), record(6, "Ким Вика", date(2012, 1, 1))), known=[], decisions={})

    assert who(found) == [(5, None), (6, None)]
    assert found.questions == ()


def test_a_possible_repeat_waits_for_an_answer():
    rows = reading(record(77, "Семёнов Пётр", None), record(102, "Семенов Петр Ильич"), record(3, "Ким Вика"))

    open_ = compare(rows, known=[], decisions={})
    one = compare(rows, known=[], decisions={"77,102": "same"})
    two = compare(rows, known=[], decisions={"77,102": "different"})

    assert (who(open_), open_.held, [q.key for q in open_.open_questions]) == ([(3, None)], {77, 102}, ["77,102"])
    assert [(e.record.row, e.record.patronymic, e.record.birth_date) for e in one.entries if e.record.row != 3] == [
        (77, "Ильич", BORN)
    ]
    assert who(two) == [(77, None), (102, None), (3, None)]
    assert two.open_questions == ()
    assert two.questions == (Question("77,102", (77, 102), None, "different"),)


def test_who_is_there_is_found_by_name_and_birth_date():
    found = compare(reading(record(5, "ФЁДОРОВА  Алена")), [known(31, "федорова алена")], {})

    assert who(found) == [(5, 31)]


def test_the_same_list_again_finds_everybody_also_without_dates():
    rows = reading(record(5, "Ким Вика", None), record(6, "Ким Вика", None))
    there = [known(1, "ким вика", None), known(2, "ким вика", None)]

    found = compare(rows, there, {})

    assert who(found) == [(5, 1), (6, 2)]
    assert found.questions == ()


def test_somebody_without_a_date_from_another_pool_is_asked_about():
    rows = reading(record(5, "Орлова Анна", None))
    mother = [known(8, "орлова анна", None, in_role=False)]

    assert compare(rows, mother, {}).held == {5}
    assert who(compare(rows, mother, {"5~8": "same"})) == [(5, 8)]
    assert who(compare(rows, mother, {"5~8": "different"})) == [(5, None)]


def test_somebody_there_without_a_birth_date_is_asked_about():
    found = compare(reading(record(5, "Ким Вика")), [known(8, "ким вика", None)], {})

    assert [(q.key, q.rows, q.person_id) for q in found.questions] == [("5~8", (5,), 8)]
    assert who(found) == []


def test_people_who_are_there_are_not_compared_with_each_other():
    there = [known(1, "ким вика", None), known(2, "ким виктория", None), known(3, "ли ян", None)]

    found = compare(reading(record(5, "Орлова Анна")), there, {})

    assert (who(found), found.questions) == ([(5, None)], ())


def test_a_refused_row_is_left_out_and_its_twin_is_taken():
    issue = Issue(9, "D", "birth_date", "date_not_exist", {}, "error")

    found = compare(reading(record(5, "Ким Вика"), record(9, "Ким Вика"), issues=[issue]), [], {})

    assert who(found) == [(5, None)]
    assert found.merged == ()


def test_a_pupil_is_not_somebodys_mother_of_the_same_name():
    mother = Known(8, "орлова анна", None, in_role=False, guards=True)

    assert who(compare(reading(record(5, "Орлова Анна", date(2009, 11, 21))), [mother], {})) == [(5, None)]
    assert compare(reading(record(5, "Орлова Анна", date(2008, 11, 23))), [mother], {}).held == {5}


def at_home(number, name, study_group, born=BORN, in_role=True):
    return Known(number, name, born, in_role, study_group=study_group)


def test_a_register_taken_out_and_loaded_again_asks_about_nobody():
    """Its usual columns have no birthday: the whole name in the same class of the same pool is one person."""
    there = [
        at_home(3, "иванов петр ильич", "5А"),
        at_home(4, "ким вика олеговна", "6Б", date(2013, 2, 2)),
        at_home(5, "ли олег ильич", "", date(1990, 1, 1)),
    ]
    rows = [
        record(2, "Иванов Пётр Ильич", None, study_group="5 а"),
        record(3, "Ким Вика Олеговна", None, study_group="6Б"),
        record(4, "Ли Олег Ильич", None),
    ]

    found = compare(reading(*rows), there, {})

    assert who(found) == [(2, 3), (3, 4), (4, 5)]
    assert found.questions == ()


@pytest.mark.parametrize(
    ("row", "there"),
    [
        (record(2, "Иванов Пётр", None, study_group="5А"), [at_home(3, "иванов петр", "5А")]),
        (record(2, "Иванов Пётр Ильич", None), [at_home(3, "иванов петр ильич", "5А")]),
        (record(2, "Иванов Пётр Ильич", None), [at_home(3, "иванов петр ильич", "")]),
        (record(2, "Иванов Пётр Ильич", None, study_group="5Б"), [at_home(3, "иванов петр ильич", "5А")]),
        (record(2, "Иванов П. И.", None, study_group="5А"), [at_home(3, "иванов петр ильич", "5А")]),
        (
            record(2, "Иванов Пётр Ильич", None, study_group="5А"),
            [at_home(3, "иванов петр ильич", "5А"), at_home(4, "иванов петр ильич", "5Б", date(2012, 3, 3))],
        ),
        (
            record(2, "Иванов Пётр Ильич", None, study_group="5А"),
            [at_home(3, "иванов петр ильич", "5А", in_role=False)],
        ),
    ],
    ids=[
        "no patronymic",
        "no class",
        "a child without a class",
        "another class",
        "initials",
        "a namesake in the school",
        "outside the pool",
    ],
)
def test_less_than_the_whole_name_and_the_class_is_asked(row, there):
    found = compare(reading(row), there, {})

    assert {question.rows for question in found.open_questions} == {(2,)}
    assert found.entries == ()


def test_two_rows_of_one_name_in_one_class_are_still_asked():
    rows = [record(line, "Иванов Пётр Ильич", None, study_group="5А") for line in (2, 3)]
    there = [at_home(3, "иванов петр ильич", "5А")]

    assert next(one.rows for one in compare(reading(*rows), there, {}).open_questions) == (2, 3)
    assert who(compare(reading(*rows), there, {"2,3": comparing.SAME})) == [(2, 3)]
