"""Names, classes, dates and telephones in the spellings that lists of schools really have."""

from datetime import date

import pytest

from nastavnik.domain.exchange.reading.cells import asides, dates, groups, letters, names, profile, telephones

from .files import ANNA, AS_OF, HEADINGS, read_rows


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ('5 "А"', ("5А", 5)),
        ("5-А", ("5А", 5)),
        ("5а класс", ("5А", 5)),
        ("5_А", ("5А", 5)),
        ("V А", ("5А", 5)),
        ("VА", ("5А", 5)),
        ("IX «б»", ("9Б", 9)),
        ("ХI Б", ("11Б", 11)),  # Cyrillic Х
        ("пятый А", ("5А", 5)),
        ("одиннадцатый «б» класс", ("11Б", 11)),
        ("Класс 5А", ("5А", 5)),
        ("кл. 5 а", ("5А", 5)),
        ("7-го класса", ("7", 7)),
        ("5А (инженерный)", ("5А", 5)),
        ("пятый", ("5", 5)),
        ("X", ("10", 10)),
        ("9Е кл.", ("9Е", 9)),
        ("четвёртый Б", ("4Б", 4)),
        ("5А1", ("5А1", None)),
        ("1 курс", ("1 курс", None)),
        ("5А/5Б", ("5А/5Б", None)),
        ("Вихрь", ("Вихрь", None)),
    ],
)
def test_classes_in_any_spelling(text, group):
    assert groups.study_group(text, "Класс").value == group


@pytest.mark.parametrize("text", ["V", "пятый", "Х", "учитель", "тринадцатый А", "XIII А", "0А", "13А", "5" * 90])
def test_what_only_looks_like_a_class_is_none(text):
    assert groups.school_class(text) is None


@pytest.mark.parametrize(
    ("cell", "born"),
    [
        ("5 марта 2012 г.", date(2012, 3, 5)),
        ("5-го марта 2012 года", date(2012, 3, 5)),
        ("05 Мар 2012", date(2012, 3, 5)),
        ("14.III.2012", date(2012, 3, 14)),
        ("14 XII 2012", date(2012, 12, 14)),
        ("14-мар-12", date(2012, 3, 14)),
        ("14.03.2012 (14 лет)", date(2012, 3, 14)),
        ("14..03.2012", date(2012, 3, 14)),
        ("14032012", date(2012, 3, 14)),
        ("14.O3.2О12", date(2012, 3, 14)),  # letters for noughts, one Latin, one Russian
        ("«14.03.2012»", date(2012, 3, 14)),
        (41000.5, date(2012, 4, 1)),
    ],
)
def test_birth_dates_in_any_spelling(cell, born):
    assert dates.birth_date(cell, AS_OF).value == born


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("8/912/3456789", ("+79123456789",)),
        ("8_912_345_67_89", ("+79123456789",)),
        ("+ 7 912 345 67 89", ("+79123456789",)),
        ("8912345678О", ("+79123456780",)),
        ("89123456789.0", ("+79123456789",)),
        (89123456789.0, ("+79123456789",)),
        ("89123456789/89123456780", ("+79123456789", "+79123456780")),
        ("8-912-345-67-89 / 8-912-345-67-80", ("+79123456789", "+79123456780")),
        ("тел.: 8912 345 6789 (мама)", ("+79123456789",)),
    ],
)
def test_telephones_in_any_form(text, numbers):
    assert telephones.telephones(text) == (numbers, True)


def test_a_number_that_excel_cut_short_is_not_guessed():
    assert telephones.telephones("9,12346E+09") == ((), False)


@pytest.mark.parametrize(
    ("text", "name", "former"),
    [
        ("Петрова (Сидорова) Анна", "Петрова Анна", "Сидорова"),
        ("Петрова (ур. Сидорова) Анна Игоревна", "Петрова Анна Игоревна", "Сидорова"),
        ("Петрова (до замужества Сидорова) Анна", "Петрова Анна", "Сидорова"),
        ("Петрова Анна (Сидорова)", "Петрова Анна", "Сидорова"),
        ("Петрова (СИДОРОВА) Анна", "Петрова Анна", "Сидорова"),
        ("Петрова Анна (Аня)", "Петрова Анна", None),
        ("Гоголь-Яновская Полина", "Гоголь-Яновская Полина", None),
    ],
)
def test_a_former_surname_stands_in_brackets(text, name, former):
    aside = asides.set_aside(text)

    assert (" ".join(aside.name.split()), aside.former_surname) == (name, former)


@pytest.mark.parametrize("text", ["Иванов Пётр, 7Б", "Иванов Пётр (7-б)", "Иванов Пётр 7 «Б» класс", "Иванов Пётр 7б"])
def test_a_class_behind_the_name_is_the_class(text):
    record = read_rows(("ФИО", "Телефон"), (text, "89001112233")).records[0]

    assert (record.name, record.study_group, record.grade) == ("Иванов Пётр", "7Б", 7)


def test_the_column_of_classes_outweighs_the_class_behind_the_name():
    assert read_rows(HEADINGS, ("Иванов Пётр (7Б)", "14.03.2012", "8А")).records[0].study_group == "8А"


def test_a_former_surname_is_kept_apart_and_told():
    reading = read_rows(HEADINGS, ("Петрова (Сидорова) Анна Ильинична", "14.03.2012", "8Б"))

    assert (reading.records[0].name, reading.records[0].former_surname) == ("Петрова Анна Ильинична", "Сидорова")
    assert [(issue.code, issue.severity) for issue in reading.issues] == [("name_former", "note")]


def test_somebody_listed_by_both_surnames_is_asked_not_joined():
    reading = read_rows(
        HEADINGS, ("Петрова (Сидорова) Анна", "14.03.2012", "8Б"), ("Сидорова Анна", "14.03.2012", "8Б")
    )

    assert [(one.rows, one.certain) for one in reading.duplicates] == [((2, 3), False)]


@pytest.mark.parametrize(
    ("words", "mended", "script"),
    [
        (["Ивaнов", "Ивaн"], ["Иванов", "Иван"], letters.Script.MENDED),
        (["COPOKA", "Анна"], ["СОРОКА", "Анна"], letters.Script.MENDED),
        (["Ivanov", "Ivan"], ["Ivanov", "Ivan"], letters.Script.LATIN),
        (["Ивaноv", "Иван"], ["Иваноv", "Иван"], letters.Script.MIXED),
        (["Иванов", "Иван"], ["Иванов", "Иван"], letters.Script.PLAIN),
    ],
)
def test_latin_look_alikes(words, mended, script):
    assert letters.mended(words) == (mended, script)


def test_mended_letters_are_told():
    parsed = names.whole_name("Ивaнов Ивaн")

    assert (parsed.value, parsed.code, parsed.severity) == (("Иванов", "Иван", ""), "name_letters", "note")


@pytest.mark.parametrize("text", ["Петров Пётр и Иван", "Петровы Анна и Иван", "Петрова А.И. и др."])
def test_two_who_share_a_surname_are_asked(text):
    assert names.whole_name(text).code == "two_people"


@pytest.mark.parametrize(
    ("heading", "cell", "parts"),
    [
        ("Имя, фамилия", "Анна Королёва", ("Королёва", "Анна", "")),
        ("Имя Отчество Фамилия", "Анна Ильинична Королёва", ("Королёва", "Анна", "Ильинична")),
        ("Фамилия, имя", "Королёва Анна", ("Королёва", "Анна", "")),
    ],
)
def test_the_heading_says_which_stands_first(heading, cell, parts):
    record = read_rows((heading, "Класс"), (cell, "8Б")).records[0]

    assert (record.surname, record.given_name, record.patronymic) == parts


def test_a_name_that_seems_turned_is_asked():
    reading = read_rows(HEADINGS, ("Анна Королёва", "14.03.2012", "8Б"))

    assert [(issue.code, issue.severity) for issue in reading.issues] == [("name_order", "ask")]


def test_a_remark_behind_a_name_is_no_part_of_it():
    reading = read_rows(HEADINGS, (f"{ANNA[0]} (выбыла)", "14.03.2012", "8Б"), ("1 Носов Пётр - староста", None, "7А"))

    assert [record.name for record in reading.records] == [ANNA[0], "Носов Пётр"]
    assert [issue.code for issue in reading.issues] == ["name_remark", "name_remark"]


@pytest.mark.parametrize(
    ("parse", "cell", "value"),
    [
        (profile.openness, "раскрывается со временем", "with_time"),
        (profile.openness, "В узком кругу", "with_few"),
        (profile.openness, "сразу", "at_once"),
        (profile.level, "4 — может объяснить другому", 4),
        (profile.level, 5.0, 5),
        (profile.level, "справляется с помощью", 2),
        (profile.mastery, "опытный, владеет методикой", 3),
        (profile.mastery, "пока нет", 0),
        (profile.mastery, 1, 1),
        (profile.wanted_mentors, "два", 2),
        (profile.shift, "II смена", 2),
        (profile.shift, "1-я", 1),
    ],
)
def test_answers_of_the_profile(parse, cell, value):
    parsed = parse(cell)

    assert (parsed.value, parsed.code) == (value, None)


@pytest.mark.parametrize(
    ("parse", "cell"), [(profile.openness, "по-разному"), (profile.level, 7), (profile.wanted_mentors, 9)]
)
def test_answers_of_the_profile_that_are_not_understood(parse, cell):
    assert (parse(cell).value, parse(cell).code) == (None, "profile_unknown")
