"""Files made from known records and files made to hurt: a target reads the file of a seed and says what went wrong.

`python scripts/fuzz.py --repeat people:123` repeats one example of a target.
"""

from datetime import date
from random import Random
from typing import Any

from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.messages import refusal, sentence
from nastavnik.domain.exchange.reading import delimited, isolated, sniff, workbook
from nastavnik.domain.exchange.reading.book import Book
from nastavnik.domain.exchange.reading.detecting import detect_in, sheets_in
from nastavnik.domain.exchange.reading.pairs import pairs_of
from nastavnik.domain.exchange.reading.people import read_people
from nastavnik.domain.exchange.reading.report import pairs_to_json, to_json
from nastavnik.domain.exchange.reading.table import table_of
from nastavnik.domain.exchange.records import ListReading, PairsReading
from tests.domain.exchange import layouts, tiny
from tests.domain.exchange.damaged import damaged_file
from tests.domain.exchange.layouts import Layout, PairLayout

AS_OF = date(2026, 11, 23)
ENCODINGS = (
    *("utf-8", "utf-8-sig", "windows-1251", "utf-16", "utf-16-le", "utf-16-be", "utf-16-le-marked", "utf-16-be-marked"),
)
MARKS = {"utf-16-le-marked": (b"\xff\xfe", "utf-16-le"), "utf-16-be-marked": (b"\xfe\xff", "utf-16-be")}
SHEET_NAMES = ("Лист1", "Список", "2026-27", "Дети")
MEMO = tiny.Sheet("Памятка", ((1, ["Как заполнять"]), (2, ["Пишите разборчиво"])))


class Wrong(AssertionError):
    """What a seed showed, with the file that shows it."""

    def __init__(self, said: str, content: bytes) -> None:
        super().__init__(said)
        self.content = content


def opened(content: bytes) -> Book:
    """A book parsed in this process, as the isolated one gives it."""
    kind = sniff.kind_of(content)
    sheets = delimited.sheets_of(content) if kind == "csv" else workbook.sheets_of(content, hidden=True)
    for sheet in sheets:
        sheet["rows"] = [
            [number, [isolated.revived(one) if isinstance(one, dict) else one for one in cells]]
            for number, cells in sheet["rows"]
        ]
    return Book(kind, "", sheets)


def people_file(seed: int) -> tuple[bytes, str, Layout]:
    """A list of people, its role and what it holds."""
    chance = Random(f"people {seed}")
    role = chance.choice(("mentee", "mentor"))
    layout = layouts.people(chance, role)
    return written(chance, layout), role, layout


def pairs_file(seed: int) -> tuple[bytes, PairLayout]:
    chance = Random(f"pairs {seed}")
    layout = layouts.pairs(chance, may_merge=chance.random() < 0.6)
    return written(chance, layout), layout


def written(chance: Random, layout: Layout | PairLayout) -> bytes:
    """A layout as a workbook or a text table; merged headings need not be told, merged mentors only an .xlsx tells."""
    way = chance.random()
    if way < 0.5 or (layout.merged and isinstance(layout, PairLayout)):
        sheets = [tiny.Sheet(chance.choice(SHEET_NAMES), layout.rows, layout.merged)]
        if chance.random() < 0.2:
            sheets.insert(chance.randint(0, 1), MEMO)
        if chance.random() < 0.1:
            sheets.append(tiny.Sheet("Старое", layout.rows, hidden=True))
        return tiny.xlsx(sheets, shared=chance.random() < 0.5, packed=chance.random() < 0.7)
    if way < 0.6:
        return tiny.ods(tiny.Sheet(chance.choice(SHEET_NAMES), layout.rows))
    mark, encoding = MARKS.get(chosen := chance.choice(ENCODINGS), (b"", chosen))
    return mark + tiny.text(
        layout.rows,
        separator=chance.choice(";,\t|"),
        encoding=encoding,
        line_end=chance.choice(("\r\n", "\n")),
        quoted=chance.random() < 0.2,
    )


def people(seed: int) -> None:
    """The records of a generated list come back, each from its row."""
    compare_people(*people_file(seed))


def compare_people(content: bytes, role: Any, layout: Layout) -> None:
    """Raises `Wrong` where a list reads as anything else than it holds."""
    reading = _read(content, lambda book: read_people(table_of(book, role=role), role, as_of=AS_OF))
    expected = [(row, _shown(one, layout.fields)) for row, one in layout.expected]
    found = [(one.row, _shown(one, layout.fields)) for one in reading.records]
    if found != expected:
        raise Wrong(_difference(expected, found), content)
    errors = [issue for issue in reading.issues if issue.severity == "error"]
    if errors:
        raise Wrong(f"errors in a good list: {errors}", content)
    _told(reading, content)


def pairs(seed: int) -> None:
    """The pairs of a generated list come back."""
    content, layout = pairs_file(seed)
    reading = _read(content, lambda book: pairs_of(table_of(book, role="pairs"), AS_OF))
    expected = [
        (one.row, one.mentors, one.mentees, one.classes, one.mentoring_format, one.starts_on, one.ends_on)
        for one in layout.expected
    ]
    found = [
        (
            one.row,
            tuple(person.name for person in one.mentors),
            tuple(person.name for person in one.mentees),
            tuple(person.study_group for person in one.mentees),
            one.mentoring_format,
            one.starts_on,
            one.ends_on,
        )
        for one in reading.pairs
    ]
    if found != expected:
        raise Wrong(_difference(expected, found), content)
    _told(reading, content)


def damaged_content(seed: int) -> bytes:
    return damaged_file(Random(f"damaged {seed}"), _sound)


def _sound(seed: int) -> bytes:
    return people_file(seed)[0] if seed % 3 else pairs_file(seed)[0]


def damaged(seed: int) -> None:
    """Damaged and hostile files are read or refused with a sentence, nothing else."""
    content = damaged_content(seed)
    try:
        book = opened(content)
        role: Any = "mentee" if seed % 4 else detect_in(book).role
        if seed % 4 == 0:
            sheets_in(book)
        table = table_of(book, role=role)
        reading = pairs_of(table, AS_OF) if role == "pairs" else read_people(table, role, as_of=AS_OF)
    except UnreadableFile as error:
        if not refusal(error):
            raise Wrong("a refusal without a sentence", content) from error
        return
    except Exception as error:
        raise Wrong(f"{type(error).__name__}: {error}", content) from error
    _told(reading, content)


def _read(content: bytes, read: Any) -> Any:
    try:
        return read(opened(content))
    except UnreadableFile as error:
        raise Wrong(f"refused: {error.code} {error.params}", content) from error


def _shown(one: Any, fields: frozenset[str]) -> dict[str, Any]:
    return {field: getattr(one, field) for field in sorted(fields)}


def _difference(expected: list[Any], found: list[Any]) -> str:
    if len(expected) != len(found):
        return f"{len(expected)} rows were written, {len(found)} read: {expected}\n{found}"
    return "\n".join(f"{one}\n  read as\n{other}" for one, other in zip(expected, found, strict=True) if one != other)


def _told(reading: ListReading | PairsReading, content: bytes) -> None:
    """Everything that was found can be said and printed."""
    answer = pairs_to_json(reading) if isinstance(reading, PairsReading) else to_json(reading)
    if len(answer["issues"]) != len(reading.issues) or not all(sentence(issue) for issue in reading.issues):
        raise Wrong("an issue without a sentence", content)


TARGETS = (("people", people), ("pairs", pairs), ("damaged", damaged))
