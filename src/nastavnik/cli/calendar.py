"""`calendar`: the meetings of one person as a file for any calendar."""

import argparse
from pathlib import Path
from typing import Any

from nastavnik.cli.access import the_person
from nastavnik.cli.terminal import OK, WELL, Refusal, say, with_database


def add_to(commands: Any) -> None:
    one = commands.add_parser(
        "calendar", help="встречи человека файлом .ics", description="Встречи человека за год назад и на год вперёд."
    )
    one.add_argument("person", metavar="ЧЕЛОВЕК", help="номер или «Фамилия Имя Отчество»")
    one.add_argument("--out", type=Path, required=True, metavar="ФАЙЛ.ics", help="куда записать")
    one.set_defaults(run=write)


@with_database
def write(arguments: argparse.Namespace) -> int:
    """Exit code 0 and the file, also where no meeting may be shown; 2 where there is no such person."""
    from nastavnik.core import clock
    from nastavnik.domain.scheduling import queries
    from nastavnik.domain.scheduling.ics import calendar_file

    person = the_person(arguments.person)
    entries = queries.entries_of(person)
    content = calendar_file(f"Встречи – {person.organisation.short_title}", entries, at=clock.now())
    try:
        arguments.out.write_bytes(content)
    except OSError:
        raise Refusal(f"Сюда не записать: {arguments.out}. Укажите папку, которая есть и открыта для записи.") from None
    say(f"{WELL} {arguments.out}: событий {len(entries)}.")
    return OK
