"""Whatever comes in: a reading or a clear refusal, nothing else."""

import random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.messages import messages_of, refusal
from nastavnik.domain.exchange.reading import delimited, sniff
from nastavnik.domain.exchange.reading.duplicates import one_per_person
from nastavnik.domain.exchange.reading.report import to_json
from nastavnik.domain.exchange.reading.table import read_table
from nastavnik.domain.exchange.records import Table, TableRow
from tests.effort import IS_LONG, examples

from . import files
from .files import ANNA, AS_OF, HEADINGS, PETR, read_people

GOOD = {"xlsx": files.xlsx, "xls": files.xls, "ods": files.ods, "csv": files.csv}
WHOLE = {kind: write([HEADINGS, ANNA, PETR]) for kind, write in GOOD.items()}
APART = 25 if IS_LONG else 6  # each file has a process of its own; `test_generated` reads thousands in one
QUIET = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=False, database=None)
EVERY_HEADING = (
    *("№", "ФИО", "Дата рождения", "Класс", "Телефон", "ФИО родителя", "Телефон родителя", "Основной запрос"),
    *("Запросы", "Интересы", "Удобное время", "Формат", "Согласие", "Должность", "Сколько готов взять"),
    *("Возраст наставляемых", "Допуск", "Дата проверки допуска", "E-mail", "Компетенции", "Достижения", "Место работы"),
)
CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.text(max_size=40),
    st.text("0123456789.-+ :()абвпнср«»,;/", max_size=40),
)


def has_a_sentence(error: UnreadableFile) -> None:
    assert refusal(error)


def is_read_or_refused(content: bytes) -> None:
    try:
        reading = read_people(read_table(content, "список"), "mentee", as_of=AS_OF)
    except UnreadableFile as error:
        has_a_sentence(error)
        return
    assert len(messages_of(reading)) == len(reading.issues)


@settings(QUIET, max_examples=APART)
@given(st.binary(max_size=400))
def test_random_bytes(content):
    is_read_or_refused(content)


@pytest.mark.parametrize("kind", WHOLE)
def test_damaged_tables(kind):
    chance = random.Random(kind)
    for _ in range(APART):
        content = bytearray(WHOLE[kind])
        for _ in range(chance.randint(1, 8)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        is_read_or_refused(bytes(content[: chance.choice([len(content), chance.randrange(len(content))])]))


def test_damaged_xml_inside_a_sound_container():
    chance = random.Random(7)
    part = "xl/worksheets/sheet1.xml"
    sheet = files.part(WHOLE["xlsx"], part)
    for _ in range(APART):
        content = bytearray(sheet)
        for _ in range(chance.randint(1, 5)):
            content[chance.randrange(len(content))] = chance.choice(b'<>/"&0 \xff')
        is_read_or_refused(files.replaced(WHOLE["xlsx"], {part: bytes(content)}))


@settings(QUIET, max_examples=300)
@given(st.binary(max_size=2000))
@example(b"PK\x05\x06" + b"\0" * 18)
def test_sniffing_only_refuses(content):
    try:
        assert sniff.kind_of(content) in {"xlsx", "xls", "ods", "csv"}
    except UnreadableFile as error:
        has_a_sentence(error)


@settings(QUIET, max_examples=200)
@given(st.text(max_size=300), st.sampled_from(["utf-8", "windows-1251", "utf-16", "koi8-r"]))
def test_texts_only_refuse(text, encoding):
    try:
        delimited.sheets_of(text.encode(encoding, errors="ignore"))
    except UnreadableFile as error:
        has_a_sentence(error)


@settings(QUIET, max_examples=examples(400))
@given(st.lists(st.lists(CELLS, min_size=len(EVERY_HEADING), max_size=len(EVERY_HEADING)), max_size=6))
def test_any_cells_under_the_headings_give_a_reading(rows):
    table = Table("xlsx", "", EVERY_HEADING, (1,), tuple(TableRow(n, tuple(c)) for n, c in enumerate(rows, 2)), "")
    for role in ("mentee", "mentor"):
        reading = read_people(table, role, as_of=AS_OF)
        answer = to_json(reading)
        assert len(answer["records"]) == reading.rows or reading.is_blocked
        assert len(one_per_person(reading)) <= reading.people
