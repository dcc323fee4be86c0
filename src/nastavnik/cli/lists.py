"""`people import`: a list is read and checked; nothing is stored, no database is opened."""

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

from nastavnik.cli.terminal import FOUND_WRONG, OK, WELL, WRONG, Refusal, readable, say

ROLES = ("mentee", "mentor", "pairs", "auto")


def add_to(commands: Any) -> None:
    group = commands.add_parser("people", help="списки людей", description="Списки людей.")
    inner = group.add_subparsers(metavar="ДЕЙСТВИЕ", required=True)
    one = inner.add_parser("import", help="прочитать и проверить список", description="Прочитать и проверить список.")
    one.add_argument("file", type=Path, metavar="ФАЙЛ", help=".xlsx, .xls, .ods или .csv")
    one.add_argument("--role", required=True, choices=ROLES, metavar="|".join(ROLES))
    one.add_argument("--sheet", metavar="ЛИСТ", help="какой лист книги читать; без этого – самый похожий на список")
    one.add_argument("--dry-run", action="store_true", help="только проверить, ничего не записывать")
    one.add_argument("--json", action="store_true", help="результат целиком, для программ")
    one.add_argument("--as-of", type=day, metavar="ГГГГ-ММ-ДД", help="на какой день считать возраст")
    one.set_defaults(run=check)


def day(text: str) -> date:
    """An ISO date of the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(text) from None


def read(path: Path, role: Any, as_of: date) -> Any:
    """The list in a file; a file that is no list is refused with its sentence."""
    from nastavnik.domain.exchange.errors import UnreadableFile
    from nastavnik.domain.exchange.messages import refusal
    from nastavnik.domain.exchange.reading.people import read_people
    from nastavnik.domain.exchange.reading.table import read_table

    with readable(path):
        content = _content(path)
    try:
        return read_people(read_table(content, path.name, role=role), role, as_of=as_of)
    except UnreadableFile as error:
        raise Refusal(f"{path.name}: {refusal(error)}") from error


def _content(path: Path) -> bytes:
    """Of a file that is too big only as much as shows that it is."""
    from nastavnik.domain.exchange.reading.limits import FILE_BYTES

    with path.open("rb") as source:
        return source.read(FILE_BYTES + 1)


def check(arguments: argparse.Namespace) -> int:
    from nastavnik.core import clock

    if not arguments.dry_run:
        raise Refusal("Записать список можно на странице «Загрузка списка». Здесь он только проверяется: --dry-run.")
    role, reading, sheets = _read_any(arguments, arguments.as_of or clock.today("Europe/Moscow"))
    if arguments.json:
        _print_json(role, reading, sheets)
    elif role == "pairs":
        _tell_pairs(reading)
    else:
        _tell(reading)
    return FOUND_WRONG if reading.is_blocked else OK


def _read_any(arguments: argparse.Namespace, as_of: date) -> tuple[str, Any, Any]:
    """The role, as told or as found, the reading and what each sheet holds."""
    from nastavnik.domain.exchange.errors import UnreadableFile
    from nastavnik.domain.exchange.messages import refusal
    from nastavnik.domain.exchange.reading.book import open_book_whole
    from nastavnik.domain.exchange.reading.detecting import detect_in, sheets_in
    from nastavnik.domain.exchange.reading.pairs import pairs_of
    from nastavnik.domain.exchange.reading.people import read_people
    from nastavnik.domain.exchange.reading.table import table_of

    path, sheet = arguments.file, arguments.sheet
    with readable(path):
        content = _content(path)
    try:
        book = open_book_whole(content, path.name)
        role: Any = arguments.role
        if role == "auto":
            found = detect_in(book, path.name, sheet=sheet)
            role, sheet = found.role, sheet or found.sheet or None
        table = table_of(book, sheet=sheet, role=role)
        reading = pairs_of(table, as_of) if role == "pairs" else read_people(table, role, as_of=as_of)
        return role, reading, sheets_in(book, path.name)
    except UnreadableFile as error:
        raise Refusal(f"{path.name}: {refusal(error)}") from error


def _print_json(role: str, reading: Any, sheets: Any) -> None:
    from nastavnik.domain.exchange.reading.report import pairs_to_json, sheets_to_json, to_json

    answer = pairs_to_json(reading) if role == "pairs" else to_json(reading)
    whole = {"role": role, "sheet": reading.sheet, "sheets": sheets_to_json(sheets), **answer}
    say(json.dumps(whole, ensure_ascii=False, indent=1))


def _tell_pairs(reading: Any) -> None:
    from nastavnik.domain.exchange.messages import sentence

    say(f"Строк {reading.rows}, пар {len(reading.pairs)}.")
    for issue in reading.issues:
        say(f"{WRONG if issue.severity == 'error' else ' '} {sentence(issue)}")


def _tell(reading: Any) -> None:
    from nastavnik.domain.exchange.messages import sentence

    say(f"Строк {reading.rows}, людей {reading.people}.")
    for pair in reading.duplicates:
        rows = ", ".join(str(row) for row in pair.rows)
        say(f"{WELL} Строки {rows} – один человек." if pair.certain else f"{WRONG} Строки {rows} – один человек?")
    for issue in reading.issues:
        say(f"{WRONG if issue.severity == 'error' else ' '} {sentence(issue)}")
