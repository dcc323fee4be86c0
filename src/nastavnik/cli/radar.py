"""`radar`: how long every pair on this server has been silent on a day; ids and numbers, no names."""

import argparse
import json
from collections import Counter
from datetime import date
from typing import Any

from nastavnik.cli.lists import day
from nastavnik.cli.terminal import OK, say, with_database

FIELDS = (
    "id", "programme", "period_days", "grace_days", "started_on", "last_meeting_on", "days_not_counted", "watched_by",
    "status",
)  # fmt: skip
WORDS = (("on_time", "в срок"), ("late", "опаздывают"), ("silent", "молчат"), (None, "встречи не ждём"))


def add_to(commands: Any) -> None:
    told = "радар: кто давно не встречался"
    one = commands.add_parser("radar", help=told, description="Радар: кто давно не встречался.")
    one.add_argument("--as-of", type=day, metavar="ГГГГ-ММ-ДД", help="на какой день; без этого – на сегодня")
    one.add_argument("--json", action="store_true", help="пары целиком, для программ")
    one.set_defaults(run=show)


@with_database
def show(arguments: argparse.Namespace) -> int:
    """The pairs active or paused on the day, as JSON or counted."""
    from nastavnik.core import clock
    from nastavnik.domain.mentorships.queries import radar_of_server

    on: date = arguments.as_of or clock.today("Europe/Moscow")
    lines = list(radar_of_server(on).lines())
    if arguments.json:
        pairs = [{name: getattr(line, name) for name in FIELDS} for line in lines]
        say(json.dumps({"pairs": pairs}, ensure_ascii=False, indent=1))
        return OK
    counts = Counter(line.status for line in lines)
    told = ", ".join(f"{word} {counts[status]}" for status, word in WORDS)
    say(f"На {on:%d.%m.%Y} в работе пар и групп: {len(lines)}. {told[0].upper()}{told[1:]}.")
    return OK
