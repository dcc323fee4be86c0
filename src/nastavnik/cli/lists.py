"""`people import`: a list is read and checked; nothing is stored, no database is opened."""

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

from nastavnik.cli.terminal import FOUND_WRONG, OK, WELL, WRONG, Refusal, readable, say


def add_to(commands: Any) -> None:
    group = commands.add_parser("people", help="списки людей", description="Списки людей.")
    inner = group.add_subparsers(metavar="ДЕЙСТВИЕ", required=True)
    one = inner.add_parser("import", help="прочитать и проверить список", description="Прочитать и проверить список.")
    one.add_argument("file", type=Path, metavar="ФАЙЛ", help=".xlsx, .xls, .ods или .csv")
    one.add_argument("--role", required=True, choices=("mentee", "mentor"), metavar="mentee|mentor")
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
    reading = read(arguments.file, arguments.role, arguments.as_of or clock.today("Europe/Moscow"))
    if arguments.json:
        from nastavnik.domain.exchange.reading.report import to_json

        say(json.dumps(to_json(reading), ensure_ascii=False, indent=1))
    else:
        _tell(reading)
    return FOUND_WRONG if reading.is_blocked else OK


def _tell(reading: Any) -> None:
    from nastavnik.domain.exchange.messages import sentence

    say(f"Строк {reading.rows}, людей {reading.people}.")
    for pair in reading.duplicates:
        rows = ", ".join(str(row) for row in pair.rows)
        say(f"{WELL} Строки {rows} – один человек." if pair.certain else f"{WRONG} Строки {rows} – один человек?")
    for issue in reading.issues:
        say(f"{WRONG if issue.severity == 'error' else ' '} {sentence(issue)}")
