"""A table out is read back by our own reader as what it was made of, whatever its cells begin with."""

import io
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from nastavnik.domain.documents.rendering.xlsx import FORMULA_STARTS, Column, Sheet, render_table
from nastavnik.domain.exchange.formulas import guarded, unguarded
from nastavnik.domain.exchange.reading import delimited, isolated, workbook
from nastavnik.domain.exchange.reading.book import Book
from nastavnik.domain.exchange.reading.cells import topics as reading
from nastavnik.domain.exchange.reading.people import read_people
from nastavnik.domain.exchange.reading.table import read_table, table_of
from nastavnik.domain.exchange.registers.columns import chosen, columns_of
from nastavnik.domain.exchange.registers.records import Other, RegisterRow
from nastavnik.domain.exchange.registers.tables import as_csv, values
from nastavnik.domain.people.normal import tidy
from tests.effort import examples

TODAY = date(2026, 11, 23)
SURNAMES = ("Белозерская", "Абдурахманова", "Ким", "Преображенская-Воздвиженская", "Итогова", "Щукин")
GIVEN = ("Полина", "Анастасия-Виктория", "Ян", "Патимат-Захра", "Тимур")
PATRONYMICS = ("Святославовна", "Магомедрасуловна", "Игоревич", "Рашид оглы", "")
# A topic and a text may begin with anything, also with what Excel would run.
STARTS = ("", "=", "+", "-", "@", "'", "''=", "＝", "\t=", " -", '"')
WORDS = ("алгебра", "сумма(1)", "чтение вслух", "cmd", "1 + 1", "hyperlink(«сайт»)", "ё ж", "таблицы: b2")
WISHES = st.none() | st.tuples(st.integers(6, 12), st.integers(12, 17)) | st.tuples(st.integers(6, 17), st.none())


def hour(day):
    return st.tuples(st.just(day), st.integers(14, 32), st.integers(1, 8)).map(
        lambda one: (one[0], 30 * one[1], 30 * (one[1] + one[2]))
    )


titles = st.builds(lambda start, word: tidy(start + word), st.sampled_from(STARTS), st.sampled_from(WORDS))
# Topics are kept as the reader keeps them: forms and lists write them by the same function.
topics = st.lists(titles, max_size=3).map(lambda found: reading.topics("; ".join(found)))
texts = st.just("") | titles
rows = st.builds(
    RegisterRow,
    participation_id=st.just(1),
    person_id=st.just(1),
    name=st.builds(
        lambda *parts: " ".join(filter(None, parts)),
        st.sampled_from(SURNAMES), st.sampled_from(GIVEN), st.sampled_from(PATRONYMICS),
    ),
    birth_date=st.none() | st.dates(date(1950, 1, 1), date(2018, 12, 31)),
    phone=st.sampled_from(("", "+79001234567", "+79001234567, +79007654321")),
    email=st.sampled_from(("", "polina@school.example")),
    post=st.sampled_from(("", "учитель математики", "=методист")),
    workplace=texts,
    group=st.sampled_from(("", "5А", "10Б", "Робототехника")),
    guardians=st.sampled_from(((), (("Белозерская Анна Ильинична", "+79005556677"),), (("Ким Ян", ""),))),
    main_need=topics.map(lambda found: found[0] if found else ""),
    needs=topics,
    competences=topics,
    interests=topics,
    achievements=texts,
    free_time=st.tuples(hour(1), hour(3), hour(6)) | st.just(()),
    modes=st.sampled_from(((), ("очно",), ("онлайн",), ("очно", "онлайн"))),
    age_wish=WISHES,
    grade_wish=st.none() | st.tuples(st.integers(1, 5), st.integers(5, 11)),
    places=st.none() | st.integers(0, 5),
    category=texts,
    level=st.none() | st.integers(0, 5),
    needs_consent=st.booleans(),
    is_open=st.booleans(),
    needs_clearance=st.booleans(),
    is_cleared=st.booleans(),
    cleared_on=st.none() | st.dates(date(2026, 1, 1), TODAY),
    joined_on=st.none() | st.dates(date(2026, 1, 1), TODAY),
    results=texts,
    needs_conditions=st.none() | st.booleans(),
    others=st.just(()) | st.just((Other(person_id=2, mentorship_id=3, name="Ким Ян", place="5А", state="работает"),)),
    state=st.just("в программе"),
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@settings(max_examples=examples(400), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    register=st.sampled_from(["mentee", "mentor"]),
    people=st.lists(rows, min_size=1, max_size=6, unique_by=lambda row: row.name),
    left_out=st.sets(st.sampled_from(["birth_year", "birth_date", "wish", "guardian", "phone", "number", "others"])),
)
def test_a_table_out_is_read_back_without_a_difference(kind, register, people, left_out):
    columns = chosen(register, [one.code for one in columns_of(register) if one.code not in left_out])
    people = [replace(row, number=number) for number, row in enumerate(people, 1)]

    read = read_people(table(kind, columns, people, register), register, as_of=TODAY)

    codes = {one.code for one in columns}
    assert [seen(record, codes) for record in read.records] == [said(row, codes) for row in people]
    assert [one for one in read.issues if one.severity == "error"] == []


def table(kind, columns, people, register):
    """Parsed here: a process of its own for each of hundreds of files would take the time of all the rest."""
    sheets = delimited.sheets_of if kind == "csv" else workbook.sheets_of
    found = json.loads(json.dumps(sheets(written(kind, columns, people))), object_hook=isolated.revived)
    return table_of(Book(kind, "", found), role=register)


def written(kind, columns, people):
    if kind == "csv":
        return as_csv(columns, people)
    heads = [Column(str(one.title), one.width) for one in columns]
    return render_table([Sheet("База", heads, [values(row, columns) for row in people])])


def seen(record, codes):
    """What the reader understood of the columns that were written."""
    found = {
        "name": record.name,
        "phone": record.phones,
        "email": record.email,
        "guardian": record.guardian_name,
        "guardian_phone": record.guardian_phones,
        "birth_date": record.birth_date,
        "group": record.study_group,
        "main_need": record.main_need,
        "needs": record.needs,
        "competences": record.competences,
        "interests": record.interests,
        "achievements": record.achievements,
        "workplace": record.workplace,
        "post": record.position,
        "category": record.category,
        "free_time": record.free_time,
        "modes": record.modes,
        "wish": (record.age_wish, record.grade_wish),
        "places": record.places,
        "level": record.level,
        "consent": record.consent,
        "clearance": (record.clearance, record.clearance_on),
        "joined_on": record.joined_on,
    }
    return {code: value for code, value in found.items() if code in codes}


def said(row, codes):
    """The same of the row itself. An open end of a wish is the widest one, as in every list."""
    phones = tuple(row.phone.split(", ")) if row.phone else ()
    modes = {"очно": "in_person", "онлайн": "online"}
    main = row.main_need or None
    said_of = {
        "name": row.name,
        "phone": phones,
        "email": row.email or None,
        "guardian": row.guardians[0][0] if row.guardians else None,
        "guardian_phone": tuple(phone for _name, phone in row.guardians if phone),
        "birth_date": row.birth_date,
        "group": row.group or None,
        "main_need": main,
        "needs": tuple(topic for topic in row.needs if topic != main),  # the main need is not said twice
        "competences": row.competences,
        "interests": row.interests,
        "achievements": row.achievements or None,
        "workplace": row.workplace or None,
        "post": row.post or None,
        "category": row.category or None,
        "free_time": row.free_time or None,
        "modes": frozenset(modes[mode] for mode in row.modes) or None,
        "wish": (bounds(row.age_wish, 0, 99), bounds(row.grade_wish, 1, 12)),
        "places": row.places,
        "level": row.level,
        "consent": row.is_open if row.needs_consent else None,
        "clearance": cleared(row),
        "joined_on": row.joined_on,
    }
    return {code: value for code, value in said_of.items() if code in codes}


def bounds(wish, low, high):
    return wish and (low if wish[0] is None else wish[0], high if wish[1] is None else wish[1])


def cleared(row):
    if not row.needs_clearance:
        return None, None
    return (True, row.cleared_on) if row.is_cleared else (False, None)


@settings(max_examples=examples(2000), deadline=None)
@given(st.text(st.sampled_from("'=+-@\t\r\n＝＋－＠− aя1"), max_size=6))
def test_a_guard_is_taken_off_exactly_where_it_was_put(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).lstrip(" ").startswith(FORMULA_STARTS)


DANGEROUS = RegisterRow(
    participation_id=1, person_id=1, name="Ким Ян", phone="+79001234567", main_need="=сумма(1)", results="'-1"
)  # fmt: skip


def test_in_a_text_table_a_quote_stands_before_what_looks_like_a_formula():
    columns = chosen("mentee", ["name", "phone", "main_need", "results"])

    assert as_csv(columns, [DANGEROUS]).decode("utf-8-sig").splitlines() == [
        "ФИО;Телефон;Основной запрос;Результаты программы",
        "Ким Ян;'+79001234567;'=сумма(1);''-1",
    ]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_file_goes_the_whole_way_back(kind):
    columns = chosen("mentee", ["name", "phone", "main_need"])

    file = read_table(written(kind, columns, [DANGEROUS]), f"база.{kind}", role="mentee")

    [record] = read_people(file, "mentee", as_of=TODAY).records
    assert (record.name, record.phones, record.main_need) == ("Ким Ян", ("+79001234567",), "=сумма(1)")


def test_in_a_workbook_it_is_text():
    columns = chosen("mentee", ["name", "phone", "main_need"])

    cells = next(load_workbook(io.BytesIO(written("xlsx", columns, [DANGEROUS]))).active.iter_rows(min_row=2))

    assert [(cell.data_type, cell.value) for cell in cells] == [
        ("s", "Ким Ян"), ("s", "+79001234567"), ("s", "=сумма(1)"),
    ]  # fmt: skip
