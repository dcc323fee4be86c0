"""Which sheets a file has and what each seems to be; which role a file has."""

import pytest

from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.messages import refusal
from nastavnik.domain.exchange.reading.book import open_book
from nastavnik.domain.exchange.reading.detecting import detect_in, sheets
from nastavnik.domain.exchange.reading.pairs import read_pairs

from . import files, tiny
from .files import ANNA, AS_OF, HEADINGS, PETR

MENTORS = [
    ("ФИО наставника", "Должность", "Компетенции", "Сколько готов взять"),
    ("Панова Анна", "учитель", "физика", 2),
]
PAIRS = [("Наставник", "Наставляемый", "Период"), ("Панова Анна", "Носов Пётр", "2026/27")]
REGISTER_OF_MENTEES = (
    *("№", "ФИО наставляемого", "Контакты", "Год рождения", "Основной запрос", "Дата вхождения в программу"),
    *("ФИО наставника", "Форма наставничества", "Место работы наставника", "Дата завершения"),
)
REGISTER_OF_MENTORS = (
    *("№", "ФИО", "Контакты", "Место работы", "Основные компетенции", "Интересы", "Желаемый возраст наставляемых"),
    *("Ресурс времени", "ФИО наставляемого (ых)", "Форма"),
)
BOOK = {
    "Памятка": [("Как заполнять",), ("Пишите разборчиво",)],
    "Наставляемые": [("Список",), HEADINGS, ANNA, PETR, ("Итого: 2",)],
    "Наставники": MENTORS,
    "Пары": PAIRS,
    "Старое": [HEADINGS, ANNA],
}


@pytest.fixture(scope="module")
def content():
    return files.workbook(BOOK, hidden=["Старое"])


def test_every_sheet_is_named_with_its_people_and_its_role(content):
    found = [(one.name, one.hidden, one.rows, one.role) for one in sheets(content)]

    assert found == [
        ("Памятка", False, 2, None),
        ("Наставляемые", False, 2, "mentee"),
        ("Наставники", False, 1, "mentor"),
        ("Пары", False, 1, "pairs"),
        ("Старое", True, 1, "mentee"),
    ]


def test_the_largest_sheet_of_people_tells_the_role(content):
    found = detect_in(open_book(content), "школа.xlsx")

    assert (found.role, found.sheet) == ("mentee", "Наставляемые")
    assert found.confidence > 0.3
    assert detect_in(open_book(content), sheet="Пары").role == "pairs"


@pytest.mark.parametrize(
    ("rows", "name", "role"),
    [
        ([HEADINGS, ANNA], "", "mentee"),
        (MENTORS, "", "mentor"),
        (PAIRS, "", "pairs"),
        ([REGISTER_OF_MENTEES, (1, "Носов Пётр", "8900", 2012, "физика")], "", "mentee"),
        ([REGISTER_OF_MENTORS, (1, "Панова Анна", "8900", "школа", "физика")], "", "mentor"),
        ([("ФИО", "Телефон"), ("Панова Анна", "8900")], "наставники.csv", "mentor"),
        ([("ФИО", "Телефон"), ("Панова Анна", "8900")], "", "mentee"),
    ],
)
def test_the_role_of_a_list(rows, name, role):
    assert detect_in(open_book(files.csv([tuple(str(cell) for cell in row) for row in rows])), name).role == role


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are(content):
    with pytest.raises(UnreadableFile) as refused:
        read_pairs(content, "школа.xlsx", AS_OF, sheet="Дети")

    assert refusal(refused.value) == (
        "Листа «Дети» в файле нет. Есть листы: «Памятка», «Наставляемые», «Наставники», «Пары». Назовите один из них."
    )


@pytest.mark.parametrize(("sheet", "code"), [("Старое", "hidden_only"), ("Пусто", "empty_sheet")])
def test_hidden_and_empty_sheets_stay_unread_when_named(sheet, code):
    content = files.workbook({**BOOK, "Пусто": []}, hidden=["Старое"])

    with pytest.raises(UnreadableFile) as refused:
        files.read_table(content, sheet=sheet)

    assert refused.value.code == code


def test_a_hidden_sheet_too_heavy_to_count_does_not_spoil_the_others():
    old = tiny.Sheet("Старое", [(number, ["а"]) for number in range(1, 20_101)], hidden=True)
    content = tiny.xlsx([tiny.Sheet("Дети", [(1, HEADINGS), (2, ANNA)]), old])

    assert [(one.name, one.rows) for one in sheets(content)] == [("Дети", 1), ("Старое", 0)]
