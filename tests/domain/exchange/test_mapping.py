"""Headings to fields: what is guessed, what is asked, what a person corrects."""

import pytest

from nastavnik.domain.exchange.mapping import index_of, letter_of, recognise
from nastavnik.domain.exchange.messages import sentence
from nastavnik.domain.exchange.records import Issue

from .files import ANNA, HEADINGS, PETR, read, read_rows, xlsx


@pytest.mark.parametrize(
    ("heading", "role", "field"),
    [
        ("Ф.И.О. ребёнка", "mentee", "name"),
        ("Ф. И. О.", "mentee", "name"),
        ("Фамилия, имя, отчество", "mentee", "name"),
        ("Фамилия Имя", "mentee", "name"),
        ("ФИО наставляемого", "mentee", "name"),
        ("Наставляемый", "mentee", "name"),
        ("ФИО наставника", "mentor", "name"),
        ("ФИО наставника", "mentee", None),
        ("Фамилия", "mentee", "surname"),
        ("Имя", "mentee", "given_name"),
        ("Отчество (при наличии)", "mentee", "patronymic"),
        ("Дата рожд.", "mentee", "birth_date"),
        ("Д/р", "mentee", "birth_date"),
        ("Класс, группа", "mentee", "study_group"),
        ("Объединение", "mentee", "study_group"),
        ("Классный руководитель", "mentee", None),
        ("ФИО классного руководителя", "mentee", None),
        ("Моб. тел.", "mentee", "phones"),
        ("Контактный телефон", "mentee", "phones"),
        ("Телефон мамы", "mentee", "guardian_phones"),
        ("ФИО родителя (законного представителя)", "mentee", "guardian_name"),
        ("Место работы родителя", "mentee", None),
        ("Согласие родителя (да/нет)", "mentee", "consent"),
        ("Согласие на обработку персональных данных", "mentor", "consent"),
        ("Основной запрос", "mentee", "main_need"),
        ("Дополнительные запросы", "mentee", "needs"),
        ("Хобби и увлечения", "mentee", "interests"),
        ("Удобное время", "mentee", "free_time"),
        ("Формат встреч", "mentee", "mode"),
        ("E-mail", "mentor", "email"),
        ("Электронная почта", "mentor", "email"),
        ("Место работы (учёбы)", "mentor", "workplace"),
        ("Должность / класс", "mentor", "position"),
        ("Компетенции", "mentor", "competences"),
        ("Чем могу помочь", "mentor", "competences"),
        ("Достижения", "mentor", "achievements"),
        ("Сколько наставляемых готов взять", "mentor", "places"),
        ("Возраст наставляемых", "mentor", "wish"),
        ("Допуск (ст. 351.1 ТК) проверен", "mentor", "clearance"),
        ("Справка об отсутствии судимости", "mentor", "clearance"),
        ("№ п/п", "mentee", "number"),
        ("Примечание", "mentee", None),
        ("Отметка времени", "mentee", None),
        ("Как лучше встречаться?", "mentee", "mode"),
        ("Кл.", "mentee", "study_group"),
        ("Дата вхождения в программу", "mentor", "joined_on"),
        ("Опыт наставничества", "mentor", "mastery"),
        ("Категория наставляемого", "mentee", "category"),
        ("Категория", "mentor", None),
        ("Смена", "mentee", "shift"),
        ("Пн", "mentee", "day_time"),
        ("ФИO", "mentee", "name"),  # a Latin letter
        ("Рост", "mentee", None),
        ("", "mentee", None),
    ],
)
def test_headings_as_schools_write_them(heading, role, field):
    assert recognise(heading, role)[0] == field


def test_letters_and_indices():
    assert [letter_of(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert [index_of(letter) for letter in ("A", "Z", "AA", "ZZ", "AAA")] == [0, 25, 26, 701, 702]


TWO_NAMES = (
    ("№", "ФИО", "Дата рождения", "Класс", "Телефон", "ФИО"),
    (1, ANNA[0], ANNA[1], "8Б", None, "Титова Анна Олеговна"),
)


def test_two_columns_like_the_name_are_asked_and_nothing_is_taken():
    reading = read_rows(*TWO_NAMES)

    assert [sentence(issue) for issue in reading.issues] == ["Похожи на имя два столбца: B и F. Какой из них верный?"]
    assert reading.is_blocked
    assert (reading.rows, reading.records, reading.accepted) == (1, (), ())


def test_the_answer_to_the_question_is_the_mapping():
    reading = read(xlsx(TWO_NAMES), mapping={"F": "name"})

    assert [record.name for record in reading.records] == ["Титова Анна Олеговна"]
    assert reading.issues == ()
    assert "B" not in reading.mapping


def test_no_name_column_names_what_was_seen():
    reading = read_rows(("Класс", "Телефон", "Рост"), ("8Б", "89000001122", "160"))

    assert reading.is_blocked
    assert reading.issues == (
        Issue(None, None, "name", "no_name_column", {"seen": ["Класс", "Телефон", "Рост"]}, "error"),
    )
    assert sentence(reading.issues[0]) == (
        "Нет столбца с именем. Есть: Класс, Телефон, Рост. Укажите, в каком столбце ФИО."
    )


def test_names_under_an_unknown_heading_are_found_by_what_they_are():
    reading = read_rows(("Кто", "Дата рождения", "Класс"), ANNA, PETR)

    assert [record.name for record in reading.records] == [ANNA[0], PETR[0]]
    assert [(issue.code, issue.severity, issue.column) for issue in reading.issues] == [("name_guessed", "ask", "A")]


def test_a_whole_name_beside_its_parts_is_read_once():
    reading = read_rows(("ФИО", "Фамилия", "Имя", "Класс"), (ANNA[0], "Королёва", "Анна", "8Б"))

    assert reading.mapping == {"A": "name", "D": "study_group"}
    assert not reading.issues


def test_a_second_telephone_beside_the_parent_is_the_parents():
    reading = read_rows(
        ("ФИО", "Телефон", "Родитель", "Телефон"), (ANNA[0], "89000001122", "Королёва Мария", "89000003344")
    )

    assert reading.records[0].guardian_phones == ("+79000003344",)


def test_two_columns_of_interests_are_joined():
    reading = read_rows(("ФИО", "Интересы", "Увлечения"), (ANNA[0], "шахматы", "театр, Шахматы"))

    assert reading.records[0].interests == ("шахматы", "театр")


def test_a_repeated_column_is_read_once_and_told():
    reading = read_rows(("ФИО", "Класс", "Группа"), (ANNA[0], "8Б", "танцы"))

    assert reading.records[0].study_group == "8Б"
    assert [(issue.code, issue.severity) for issue in reading.issues] == [("column_repeated", "note")]


def test_a_column_can_be_left_out():
    reading = read(xlsx([HEADINGS, ANNA]), mapping={"C": None})

    assert reading.records[0].study_group is None


@pytest.mark.parametrize("mapping", [{"A": "salary"}, {"ZZ": "name"}, {"1": "name"}])
def test_a_correction_that_cannot_be_is_refused(mapping):
    with pytest.raises(ValueError):
        read(xlsx([HEADINGS, ANNA]), mapping=mapping)
