"""One cell to one value, in every spelling schools use."""

from datetime import date, datetime

import pytest

from nastavnik.domain.exchange.reading.cells import answers, dates, groups, names, topics
from nastavnik.domain.people.normal import comparable_name, phones

from .files import AS_OF


@pytest.mark.parametrize(
    ("cell", "born"),
    [
        ("14.03.2012", date(2012, 3, 14)),
        ("14.03.12", date(2012, 3, 14)),
        ("20.07.09", date(2009, 7, 20)),
        ("28.10.64", date(1964, 10, 28)),
        ("2012-03-14", date(2012, 3, 14)),
        ("2012-03-14 00:00:00", date(2012, 3, 14)),
        ("14/03/2012", date(2012, 3, 14)),
        ("14. 3. 2012 г.р.", date(2012, 3, 14)),
        ("14 марта 2012 г.", date(2012, 3, 14)),
        ("1 мая 2012 года", date(2012, 5, 1)),
        ("14 сент. 2012", date(2012, 9, 14)),
        (datetime(2012, 3, 14, 0, 0), date(2012, 3, 14)),
        (date(2012, 3, 14), date(2012, 3, 14)),
        (40982, date(2012, 3, 14)),
        (40982.0, date(2012, 3, 14)),
        ("40982", date(2012, 3, 14)),
        ("29.02.2012", date(2012, 2, 29)),
        (None, None),
        ("-", None),
    ],
)
def test_birth_dates(cell, born):
    parsed = dates.birth_date(cell, AS_OF)

    assert (parsed.value, parsed.code) == (born, None)


@pytest.mark.parametrize(
    ("cell", "code", "severity"),
    [
        ("31.02.2014", "date_not_exist", "error"),
        ("29.02.2013", "date_not_exist", "error"),
        ("14.13.2012", "date_not_exist", "error"),
        ("2012-00-10", "date_not_exist", "error"),
        ("14 числа 2012", "date_unreadable", "error"),
        ("14.03", "date_unreadable", "error"),
        (12, "date_unreadable", "error"),
        (1e300, "date_unreadable", "error"),
        ("12.03.1915", "age_impossible", "error"),
        ("01.01.2025", "age_impossible", "error"),
        ("01.01.2030", "birth_in_future", "error"),
        (2012, "birth_year_only", "note"),
        ("весной", "birth_unknown", "note"),
    ],
)
def test_dates_that_cannot_be(cell, code, severity):
    parsed = dates.birth_date(cell, AS_OF)

    assert (parsed.value, parsed.code, parsed.severity) == (None, code, severity)


def test_a_person_of_the_last_century_by_mistake_gets_a_suggestion():
    assert dates.birth_date("12.03.1915", AS_OF).params == {"age": 111, "year": 2015, "text": "12.03.1915"}


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Денисов Матвей Алексеевич ", ("Денисов", "Матвей", "Алексеевич")),
        ("  иванова-петрова   анна", ("Иванова-Петрова", "Анна", "")),
        ("ИВАНОВ ИВАН", ("Иванов", "Иван", "")),
        ("Гоголь - Яновская Полина", ("Гоголь-Яновская", "Полина", "")),
        ("Гоголь – Яновская Полина", ("Гоголь-Яновская", "Полина", "")),
        ("Мамедов Али Вагиф оглы", ("Мамедов", "Али", "Вагиф оглы")),
        ("Иванов\nИван Петрович", ("Иванов", "Иван", "Петрович")),
        ("Иванов, Иван Петрович", ("Иванов", "Иван", "Петрович")),
        ("12. Ким Виктория", ("Ким", "Виктория", "")),
        ("Лукич Анна Петровна", ("Лукич", "Анна", "Петровна")),
    ],
)
def test_names(cell, parts):
    parsed = names.whole_name(cell)

    assert (parsed.value, parsed.code) == (parts, None)


@pytest.mark.parametrize(
    ("cell", "code", "severity"),
    [
        ("Иванов П., Иванова К.", "two_people", "error"),
        ("Иванов Пётр и Иванова Клавдия", "two_people", "error"),
        ("Иванов Иван / Петров Пётр", "two_people", "error"),
        ("Иванов Иван\nПетров Пётр", "two_people", "error"),
        ("Иванов Иван Иванович Петров Пётр Петрович", "two_people", "error"),
        ("", "name_missing", "error"),
        ("Иванов", "name_incomplete", "note"),
        ("Иванов И.И.", "name_initials", "note"),
        ("Иван Петрович Сидоров", "name_reordered", "note"),
        ("Иванов Иван 5А", "name_odd", "ask"),
    ],
)
def test_names_with_a_question(cell, code, severity):
    parsed = names.whole_name(cell)

    assert (parsed.code, parsed.severity) == (code, severity)


def test_a_name_before_a_surname_is_turned():
    assert names.whole_name("Иван Петрович Сидоров").value == ("Сидоров", "Иван", "Петрович")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Семёнов Пётр", "СЕМЕНОВ  ПЕТР "),
        ("Гоголь-Яновская", "Гоголь – Яновская"),
        ("Иванов", "Ивaнoв"),  # Latin «a» and «o»
        ("Йонас", "Йонас"),
    ],
)
def test_spellings_of_one_name_compare_equal(one, other):
    assert comparable_name(one) == comparable_name(other)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("5Б", ("5Б", 5)),
        ("5-б", ("5Б", 5)),
        ("8 «Б»", ("8Б", 8)),
        ('10 "а" класс', ("10А", 10)),
        ("11 В кл.", ("11В", 11)),
        (5, ("5", 5)),
        ("5B", ("5В", 5)),  # Latin «B»
        ("ИС-21", ("ИС-21", None)),
        ("танцы «Вихрь»", ("танцы «Вихрь»", None)),
        (None, (None, None)),
    ],
)
def test_study_groups(text, group):
    assert groups.study_group(text).value == group


def test_a_class_that_cannot_be_is_an_error_and_a_group_is_not():
    refused = groups.study_group("66", "Класс")

    assert (refused.code, refused.severity, refused.params["maybe"]) == ("class_unknown", "error", "6Б")
    assert groups.study_group("66", "Группа").value == ("66", None)


@pytest.mark.parametrize(
    ("text", "numbers", "understood"),
    [
        ("+7 (900) 000-89-98", ("+79000008998",), True),
        ("8 900 000 89 98", ("+79000008998",), True),
        ("9000008998", ("+79000008998",), True),
        ("8(900)0008998, 8-900-000-89-97", ("+79000008998", "+79000008997"), True),
        ("89000008998 89000008997", ("+79000008998", "+79000008997"), True),
        ("89000008998 (мама), +79000008998", ("+79000008998",), True),
        ("8 (3412) 12-34-56 доб. 12", ("+73412123456",), True),
        ("12-34-56", (), False),
        ("+375 29 123-45-67", (), False),
        ("нет", (), False),
    ],
)
def test_telephones(text, numbers, understood):
    assert phones(text) == (numbers, understood)


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ("да", True, None),
        ("Да.", True, None),
        ("+", True, None),
        ("есть", True, None),
        (True, True, None),
        ("ИСТИНА", True, None),
        ("ЛОЖЬ", False, None),
        (1, True, None),
        ("подписано 01.09.2026", True, None),
        ("нет", False, None),
        ("-", False, None),
        ("не получено", False, None),
        (0, False, None),
        (None, None, None),
        ("   ", None, None),
        ("да?", None, "answer_unclear"),
        ("да, кроме фото", None, "answer_unclear"),
        ("уточнить", None, "answer_unclear"),
        ("01.09.2026", None, "answer_unclear"),
    ],
)
def test_consent_is_never_guessed(cell, value, code):
    parsed = answers.yes_or_no(cell, AS_OF)

    assert (parsed.value, parsed.code) == (value, code)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("да, 25.08.2026", (True, date(2026, 8, 25))),
        ("25.08.2026", (True, date(2026, 8, 25))),
        (date(2026, 8, 25), (True, date(2026, 8, 25))),
        ("да", (True, None)),
        ("нет", (False, None)),
        ("нет, до 25.08.2026", (False, None)),
        ("до 25.08.2026", (None, None)),
        (None, (None, None)),
    ],
)
def test_clearance_with_its_date(cell, value):
    assert answers.clearance(cell, AS_OF).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10-13", ((10, 13), None, False)),
        ("10 – 13 лет", ((10, 13), None, False)),
        ("7-11 класс", (None, (7, 11), False)),
        ("от 14", ((14, 99), None, False)),
        ("14+", ((14, 99), None, False)),
        ("до 12", ((0, 12), None, False)),
        ("начальная школа", (None, (1, 4), False)),
        ("любой", (None, None, True)),
        (None, (None, None, False)),
    ],
)
def test_wishes_about_age(text, value):
    assert answers.wish(text).value == value


@pytest.mark.parametrize(
    ("cell", "value"), [(2, 2), ("до 3", 3), ("1-2", 2), ("двоих", 2), (0, 0), ("2 чел.", 2), (None, None)]
)
def test_places(cell, value):
    parsed = answers.places(cell)

    assert (parsed.value, parsed.code) == (value, None)


@pytest.mark.parametrize("cell", ["много", -1, 2.5, 1000, date(2026, 2, 1)])
def test_places_that_cannot_be(cell):
    assert answers.places(cell).code == "places_unknown"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("очно", {"in_person"}),
        ("Дистанционно", {"online"}),
        ("очно и онлайн", {"in_person", "online"}),
        ("заочно", {"online"}),
        ("любой", {"in_person", "online"}),
        ("", None),
    ],
)
def test_modes(text, value):
    assert answers.modes(text).value == value


def test_topics_keep_commas_in_brackets_and_lose_repeats():
    text = "робототехника, Физика; английский (чтение, письмо)\n1) танец: классика. ; ФИЗИКА, расчёты, расчеты"

    assert topics.topics(text) == (
        "робототехника",
        "физика",
        "английский (чтение, письмо)",
        "танец: классика",
        "расчёты",
    )
