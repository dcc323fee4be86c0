"""Lists of pairs: who leads whom, several in a cell, merged mentors, periods and formats in any wording."""

from datetime import date

import pytest

from nastavnik.domain.exchange.messages import sentence
from nastavnik.domain.exchange.reading.cells import formats, periods, several
from nastavnik.domain.exchange.reading.pairs import read_pairs
from nastavnik.domain.exchange.reading.report import pairs_to_json

from . import files
from .files import AS_OF, xlsx

HEADINGS = ("№", "Наставник", "Должность", "Наставляемый", "Класс", "Форма наставничества", "Период")
PANOVA = "Панова Анна Игоревна"


def read(*rows, corrections=None, **options):
    return read_pairs(xlsx(rows, **options), "пары", AS_OF, corrections=corrections)


def names(reading):
    return [
        (pair.row, [one.name for one in pair.mentors], [one.name for one in pair.mentees]) for pair in reading.pairs
    ]


def test_a_pair_is_read_to_the_last_cell():
    reading = read(
        HEADINGS, (1, PANOVA, "учитель", "Носов Пётр", "7А", "Учитель – ученик", "с 01.10.2026 по 31.05.2027")
    )

    pair = reading.pairs[0]
    assert names(reading) == [(2, [PANOVA], ["Носов Пётр"])]
    assert (pair.mentors[0].position, pair.mentees[0].study_group) == ("учитель", "7А")
    assert (pair.mentoring_format, pair.starts_on, pair.ends_on) == (
        "teacher_student",
        date(2026, 10, 1),
        date(2027, 5, 31),
    )
    assert (reading.rows, reading.issues) == (1, ())


def test_several_in_one_cell_with_their_classes():
    reading = read(
        ("Наставники", "Наставляемые", "Класс"),
        (f"{PANOVA}, Громов Олег Ильич", "1) Носов Пётр\n2) Ким Вера", "7А\n8Б"),
        ("Панова Анна; Громов Олег", "Титов Глеб, 7Б; Ли Нина (8А)", None),
        ("Панова Анна", "Носов Пётр, Ким Вера", "7А"),
    )

    assert names(reading) == [
        (2, [PANOVA, "Громов Олег Ильич"], ["Носов Пётр", "Ким Вера"]),
        (3, ["Панова Анна", "Громов Олег"], ["Титов Глеб", "Ли Нина"]),
        (4, ["Панова Анна"], ["Носов Пётр", "Ким Вера"]),
    ]
    assert [[one.study_group for one in pair.mentees] for pair in reading.pairs] == [
        ["7А", "8Б"],
        ["7Б", "8А"],
        ["7А", "7А"],
    ]


def test_the_first_row_of_several_in_every_cell_is_no_second_row_of_headings():
    """«Тарасотова» holds «сот», as «сотовый» does."""
    reading = read(
        ("Наставник", "ФИО наставляемого"),
        ("Тарасотова Ксения Тимуровна\nЧернышов Олег Олегович", "Воробьёва Алёна Ильинична, 8В\nХлебникова Ксения 11Б"),
        ("Уткин Тимур Романович", "Пахомова Зоя Петровна; Филина Ксения Семёновна"),
    )

    assert names(reading) == [
        (
            2,
            ["Тарасотова Ксения Тимуровна", "Чернышов Олег Олегович"],
            ["Воробьёва Алёна Ильинична", "Хлебникова Ксения"],
        ),
        (3, ["Уткин Тимур Романович"], ["Пахомова Зоя Петровна", "Филина Ксения Семёновна"]),
    ]


def test_a_telephone_of_two_people_is_nobodys():
    reading = read(("Наставник", "Наставляемый", "Телефон"), (PANOVA, "Носов Пётр; Ким Вера", "89001112233"))

    assert [one.phones for one in reading.pairs[0].mentees] == [(), ()]


def test_a_mentor_merged_over_rows_has_a_pair_in_each():
    reading = read(
        ("Пары школы",),
        ("Наставник", None, "Наставляемый", None, "Срок", None),
        ("ФИО", "Телефон", "ФИО", "Класс", "Начало", "Окончание"),
        (PANOVA, "89001112233", "Носов Пётр", "7А", "01.10.2026", "31.05.2027"),
        (None, None, "Ким Вера", "8А", date(2026, 10, 1), "май 2027"),
        ("Итого: 2",),
        merged=("A2:B2", "C2:D2", "E2:F2", "A4:A5", "B4:B5"),
    )

    assert names(reading) == [(4, [PANOVA], ["Носов Пётр"]), (5, [PANOVA], ["Ким Вера"])]
    assert [pair.mentors[0].phones for pair in reading.pairs] == [("+79001112233",)] * 2
    assert {(pair.starts_on, pair.ends_on) for pair in reading.pairs} == {(date(2026, 10, 1), date(2027, 5, 31))}
    assert [one.kind for one in reading.skipped] == ["total"]


def test_an_empty_mentors_cell_without_merging_is_asked():
    reading = read(("Наставник", "Наставляемый"), (PANOVA, "Носов Пётр"), (None, "Ким Вера, 8А"))

    assert names(reading) == [(2, [PANOVA], ["Носов Пётр"]), (3, [PANOVA], ["Ким Вера"])]
    assert [(issue.code, issue.severity) for issue in reading.issues] == [("mentor_from_above", "ask")]


def test_rows_without_one_side_are_refused():
    reading = read(("Наставник", "Наставляемый", "Класс"), (None, "Носов Пётр", "7А"), (PANOVA, None, "7А"))

    assert [(issue.row, issue.code) for issue in reading.issues] == [(2, "mentor_missing"), (3, "mentee_missing")]
    assert reading.accepted == ()


def test_a_list_without_one_of_the_columns_is_blocked_and_can_be_corrected():
    rows = [("Наставник", "Кто это"), (PANOVA, "петров пётр")]

    blocked = read(*rows)
    assert blocked.is_blocked
    assert sentence(blocked.issues[0]) == (
        "Не найти столбцы наставника и наставляемого. Есть: Наставник, Кто это. "
        "Назовите столбцы: Наставник, Наставляемый."
    )
    assert names(read(*rows, corrections={"B": "mentee.name"})) == [(2, [PANOVA], ["Петров Пётр"])]
    with pytest.raises(ValueError):
        read(*rows, corrections={"B": "salary"})


def test_names_under_an_unknown_heading_beside_the_mentors_are_the_mentees():
    reading = read(("Наставник", "Кто закреплён"), (PANOVA, "Носов Пётр"))

    assert names(reading) == [(2, [PANOVA], ["Носов Пётр"])]


def test_columns_without_a_side_belong_to_the_name_before_them():
    reading = read(("ФИО наставника", "Телефон", "ФИО наставляемого", "Телефон", "Телефон родителя"), ())

    assert list(reading.mapping.values()) == [
        *("mentor.name", "mentor.phones", "mentee.name", "mentee.phones", "mentee.guardian_phones"),
    ]


def test_brackets_say_who_a_mentor_is_not_whose_column_it_is():
    reading = read(
        ("Наставник (ученик)", "Класс", "Наставляемый (ученик)", "Предмет"), (PANOVA, "10А", "Ким Вера", "труд")
    )

    assert list(reading.mapping.values()) == ["mentor.name", "mentor.study_group", "mentee.name"]


def test_an_end_before_the_start_is_refused():
    reading = read(
        ("Наставник", "Наставляемый", "Начало", "Окончание"), (PANOVA, "Носов Пётр", "31.05.2027", "1.10.26")
    )

    assert [(issue.code, issue.severity) for issue in reading.issues] == [("period_backwards", "error")]


def test_text_tables_hold_pairs_too():
    content = files.csv([("Наставник", "Наставляемый"), (PANOVA, "Носов Пётр")], encoding="windows-1251")

    assert names(read_pairs(content, "пары.csv", AS_OF)) == [(2, [PANOVA], ["Носов Пётр"])]


def test_json_names_people_as_they_were_read():
    reading = read(HEADINGS, (1, PANOVA, None, "Носов Пётр", "7А", "ученик-ученик", "2026/27 уч. год"))

    assert pairs_to_json(reading)["pairs"] == [
        {
            "row": 2,
            "mentors": [PANOVA],
            "mentees": ["Носов Пётр"],
            "format": "student_student",
            "starts_on": "2026-09-01",
            "ends_on": "2027-05-31",
        }
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Иванов Пётр", ["Иванов Пётр"]),
        ("Иванов, Иван Петрович", ["Иванов Иван Петрович"]),
        ("Иванов\nИван Петрович", ["Иванов Иван Петрович"]),
        ("Иванов П., Иванова К.", ["Иванов П.", "Иванова К."]),
        ("Иванов, Петров, Сидоров", ["Иванов", "Петров", "Сидоров"]),
        ("Иванов Пётр и Носова Анна", ["Иванов Пётр", "Носова Анна"]),
        ("1. Иванов Пётр 2. Носова Анна", ["Иванов Пётр", "Носова Анна"]),
        ("Иванов Пётр\n(7Б)\nНосова Анна\n(8А)", ["Иванов Пётр (7Б)", "Носова Анна (8А)"]),
        ("Петров Пётр и Иван", ["Петров Пётр и Иван"]),
        ("", []),
    ],
)
def test_people_of_one_cell(text, people):
    assert [one.name for one in several.people_in(text)] == people


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("с 01.10.2026 по 31.05.2027", ("2026-10-01", "2027-05-31")),
        ("01.10.26 – 31.05.27", ("2026-10-01", "2027-05-31")),
        ("1 октября 2026 г. - 31 мая 2027 г.", ("2026-10-01", "2027-05-31")),
        ("2026/27", ("2026-09-01", "2027-05-31")),
        ("2026-2027 уч. г.", ("2026-09-01", "2027-05-31")),
        ("на 2026/2027 учебный год", ("2026-09-01", "2027-05-31")),
        ("октябрь 2026 – май 2027", ("2026-10-01", "2027-05-31")),
        ("с сентября по май", ("2026-09-01", "2027-05-31")),
        ("январь-май 2027", ("2027-01-01", "2027-05-31")),
        ("с 01.10.2026", ("2026-10-01", None)),
        ("до 31.05.2027", (None, "2027-05-31")),
        ("бессрочно", (None, None)),
    ],
)
def test_periods_in_one_cell(text, period):
    start, end = periods.period(text, AS_OF).value

    assert (start and start.isoformat(), end and end.isoformat()) == period


@pytest.mark.parametrize("text", ["1 год", "2026-2028", "с 40.10.2026 по 31.05.2027", "как получится"])
def test_periods_that_are_not_understood(text):
    assert periods.period(text, AS_OF).code == "period_unknown"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ученик–ученик", "student_student"),
        ("Обучающийся - обучающийся", "student_student"),
        ("равный равному", "student_student"),
        ("учитель–учитель", "teacher_teacher"),
        ("опытный педагог – молодой специалист", "teacher_teacher"),
        ("студент–обучающийся", "college_school"),
        ("Работодатель — ученик", "employer_school"),
        ("работодатель/студент", "employer_college"),
        ("педагог-обучающийся", "teacher_student"),
        ("студент–студент", "college_college"),
        ("руководитель – педагог", "leader_teacher"),
        ("социальный партнёр–педагог", "partner_teacher"),
        ("педагог вуза или колледжа–молодой педагог", "college_teacher"),
        ("педагог–родитель", "teacher_guardian"),
        ("специалист–обучающийся", "specialist_student"),
        ("teacher_student", "teacher_student"),
        ("индивидуальная", None),
        ("очно", None),
    ],
)
def test_formats_in_any_wording(text, code):
    assert (formats.mentoring_format(text).value, formats.mentoring_format(text).code) == (code, None)
