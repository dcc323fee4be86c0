"""Municipal tables of counts: read back what was written into them, whatever stands around."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.reading.book import Book
from nastavnik.domain.exchange.reading.workbook import sheets_of
from nastavnik.domain.rollup.cells import contradicts, count, kind_of
from nastavnik.domain.rollup.columns import COUNTS, SHARES, recognise
from nastavnik.domain.rollup.messages import FLAGS, refusal, sentence
from nastavnik.domain.rollup.reading import counts_of, read_counts
from tests.effort import examples

TWO_ROWS = (
    (
        "№ п/п",
        "Наименование ОО",
        "Тип ОО",
        "Дети от 10 до 19 лет",
        None,
        None,
        "Дети 15–19 лет",
        None,
        "Количество пар",
    ),
    (None, None, None, "всего", "из них наставляемые", "%", "всего", "из них наставники", None),
)


def book(*rows, merged=(), title="Свод"):
    workbook = Workbook()
    workbook.active.title = title
    for row in rows:
        workbook.active.append(row)
    for cells in merged:
        workbook.active.merge_cells(cells)
    held = BytesIO()
    workbook.save(held)
    return held.getvalue()


def district(*rows):
    return book(
        ["Сведения о наставничестве по Заозёрскому району"],
        *TWO_ROWS,
        list(range(1, 10)),
        *rows,
        merged=("A1:I1", "D2:F2", "G2:H2", "A2:A3", "B2:B3", "C2:C3", "I2:I3"),
    )


SCHOOL = [1, "МБОУ СОШ № 1", "СОШ", 400, 100, "25 %", 90, 9, 50]
GYMNASIUM = [2, "Гимназия «Вихрь»", "гимназия", 200, 30, 0.15, 60, 3, "—"]
HOUSE = [3, "Дом творчества", "УДО", 300, "45", "15,0", 50, "нет данных", 20]


def flags(table):
    return [(flag.row, flag.column, flag.code) for flag in table.flags]


def test_institutions_are_added_up_and_totals_are_not_institutions():
    table = read_counts(
        district(
            SCHOOL,
            GYMNASIUM,
            ["Итого по школам", None, None, 600, 130, None, 150, 12, 50],
            HOUSE,
            [None, "ИТОГО", None, 900, 175, None, 200, 12, 70],
            ["Исп. Ладогина, тел. 2-14-15"],
        )
    )

    assert [one.name for one in table.institutions] == ["МБОУ СОШ № 1", "Гимназия «Вихрь»", "Дом творчества"]
    assert table.sums.totals == {
        "children_10_19": 900,
        "mentees_10_19": 175,
        "youth_15_19": 200,
        "mentors_15_19": 12,
        "mentorships": 70,
    }
    assert table.sums.shares == {"mentees_10_19_share": (175, 900), "mentors_15_19_share": (12, 150)}
    assert {kind: part.institutions for kind, part in table.by_kind.items()} == {"school": 2, "supplementary": 1}
    assert flags(table) == []


def test_typed_percentages_and_totals_that_contradict_are_told_and_never_used():
    table = read_counts(
        district(
            [*SCHOOL[:5], "35 %", *SCHOOL[6:]],
            GYMNASIUM,
            [None, "Итого", None, 600, 131, "20 %", 150, 12, 50],
        )
    )

    assert table.sums.shares["mentees_10_19_share"] == (130, 600)
    assert flags(table) == [
        (5, "F", "share_contradicts"),
        (7, "E", "total_contradicts"),
        (7, "F", "share_contradicts"),
    ]
    assert sentence(table.flags[0]) == (
        "Строка 5, столбец F: напечатано 35 %, а по числам выходит 25,0\u00a0%. В свод вошли числа."
    )
    assert (
        sentence(table.flags[1])
        == "Строка 7, столбец E: в итоге напечатано 131, а строки дают 130. В свод вошли строки."
    )


def test_what_is_no_count_is_told_and_left_out_and_a_missing_one_is_no_zero():
    table = read_counts(
        district(
            [1, "Школа № 1", "СОШ", 400, "сто", None, 60, 70, 5.5],
            [2, "Школа № 2", "СОШ", 300, None, None, 40, 4, -1],
            [3, "Школа № 2", "СОШ", 100, 10, None, None, None, 7],
        )
    )

    assert flags(table) == [
        (5, "E", "not_a_number"),
        (5, "I", "not_whole"),
        (5, "H", "more_than_whole"),
        (6, "I", "negative"),
        (7, None, "twice"),
    ]
    assert table.sums.shares == {"mentees_10_19_share": (10, 100), "mentors_15_19_share": (4, 40)}
    assert table.sums.totals["mentorships"] == 7


def test_a_title_over_rows_says_their_kind_where_no_column_does():
    table = read_counts(
        book(
            ["Учреждение", "Наставники", "Наставляемые"],
            ["Школы"],
            ["№ 1", 10, 20],
            ["№ 2", 1, 2],
            ["Учреждения дополнительного образования"],
            ["«Радуга»", 3, 4],
            ["Всего", 14, 26],
        )
    )

    assert {kind: dict(part.totals) for kind, part in table.by_kind.items()} == {
        "school": {"mentors": 11, "mentees": 22},
        "supplementary": {"mentors": 3, "mentees": 4},
    }


@given(
    st.lists(
        st.tuples(st.integers(0, 900), st.integers(0, 900), st.booleans(), st.sampled_from(["СОШ", "УДО", "колледж"])),
        min_size=1,
        max_size=12,
    ),
    st.integers(0, 3),
    st.booleans(),
)
@settings(max_examples=examples(60), deadline=None)
def test_known_counts_come_back_from_any_table_around_them(known, titles, with_totals):
    rows, sums = [], [0, 0]
    for number, (whole, part, as_text, kind) in enumerate(known):
        part = min(whole, part)
        typed = f"{100 * part / whole:.1f} %".replace(".", ",") if whole else "-"
        rows.append([number + 1, f"Организация № {number}", kind, f"{whole} чел." if as_text else whole, part, typed])
        sums = [sums[0] + whole, sums[1] + part]
    if with_totals:
        rows.append([None, "ИТОГО:", None, *sums, None])
    headings = ["№", "Название", "Тип", "Количество детей 10-19 лет", "в том числе наставляемых", "Доля, %"]
    content = book(*[["Приложение к письму"]] * titles, headings, *rows)
    table = counts_of(Book("xlsx", "", sheets_of(content)))  # a process of its own for every example would take long

    assert table.sums.institutions == len(known)
    assert table.sums.totals == {"children_10_19": sums[0], "mentees_10_19": sums[1]}
    assert table.sums.shares == {"mentees_10_19_share": (sums[1], sums[0])}
    assert table.flags == ()


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("Численность детей в возрасте от 10 до 19 лет, чел.", "children_10_19"),
        ("Доля детей от 10 до 19 лет, вошедших в программы в роли наставляемого, %", "mentees_10_19_share"),
        ("Количество обучающихся 15 - 19 лет в роли наставника", "mentors_15_19"),
        ("Учителя – молодые специалисты (0–3 года)", "novice_teachers"),
        ("Молодые педагоги, вошедшие в программу", "novice_teachers_mentored"),
        ("Предприятия, предоставившие наставников", "enterprises_with_mentors"),
        ("Уровень удовлетворённости наставляемых, %", "mentees_satisfied_share"),
        ("Опрошено наставников", "mentors_asked"),
        ("Наставники, прошедшие обучение", "mentors_trained"),
        ("Завершено наставнических пар", "mentorships_completed"),
        ("Всего обучающихся", "pupils"),
    ],
)
def test_headings_are_understood(heading, code):
    assert [column.code for column in recognise([heading])] == [code]


@pytest.mark.parametrize(
    ("typed", "says_another"),
    [("33,3 %", False), ("33 %", False), (0.333, False), (33.3, False), (1 / 3, False), ("34 %", True), (0.4, True),
     ("33,4", True), ("треть", True), ("", False), (None, False), ("нет", False)],
)  # fmt: skip
def test_a_share_is_compared_as_exactly_as_it_was_typed(typed, says_another):
    assert contradicts(typed, 1, 3) is says_another


def test_cells_say_whole_numbers_or_what_is_wrong():
    told = {"1 200": 1200, "12 чел.": 12, 7.0: 7, "—": None, "": None, None: None}
    assert {typed: count(typed) for typed in told} == {typed: (number, "") for typed, number in told.items()}
    assert [count(typed)[1] for typed in ("около 5", 2.5, -3, True)] == [
        "not_a_number", "not_whole", "negative", "not_a_number",
    ]  # fmt: skip


def test_kinds_are_known_by_name():
    names = {"МАОУ «Лицей № 4»": "school", "МБУ ДО «ЦДТ»": "supplementary", "ГБПОУ «Колледж связи»": "college"}
    assert {name: kind_of(name) for name in names} == names
    assert kind_of("«Радуга»") == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (book(["ФИО", "Телефон"], ["Иванов Пётр", "8 900 000-00-00"]), "столбцов с числами"),
        (book(["Название", "Наставники"]), "ни одной организации"),
        (book(["Название", "Наставник"], ["5А", "Орлова Анна"], ["5Б", "Гусева Вера"]), "список людей"),
    ],
)
def test_what_is_no_table_of_counts_is_refused_with_what_to_send(content, said):
    with pytest.raises(UnreadableFile) as refused:
        read_counts(content, "svod.xlsx")
    assert said in refusal(refused.value)


def test_a_sheet_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(UnreadableFile) as refused:
        read_counts(district(SCHOOL), "svod.xlsx", sheet="Итоги")
    assert refusal(refused.value) == "Листа «Итоги» в файле нет. Есть листы: «Свод». Назовите один из них."


def test_the_handbook_has_every_code_with_its_words():
    page = (Path(__file__).parents[3] / "docs/handbook/rollup.md").read_text()

    assert [line for line in page.splitlines() if re.match(r"\| `\w+` \|.*[^|] \|$", line)][: len(COUNTS)] == [
        f"| `{code}` | {title} |" for code, title in COUNTS.items()
    ]
    assert all(f"| `{share}` |" in page for share in SHARES)
    assert all(f"`{code}`" in page for code in FLAGS)
