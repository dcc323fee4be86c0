"""The command itself: read both lists, match, write all papers or none."""

import argparse
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nastavnik.cli import lists
from nastavnik.cli.terminal import OK, WELL, WRONG, Refusal, say

NAMES = ("pairs.xlsx", "order.docx", "explanation.html", "certificate.json")


def add_to(commands: Any) -> None:
    quick = commands.add_parser(
        "quick",
        help="два списка → пары и бумаги, без сервера",
        description="Читает два списка, подбирает пары и кладёт в папку таблицу, приказ, объяснение и доказательство.",
    )
    quick.add_argument("mentees", type=Path, metavar="НАСТАВЛЯЕМЫЕ", help="список, кому нужен наставник")
    quick.add_argument("mentors", type=Path, metavar="НАСТАВНИКИ", help="список, кто готов помочь")
    quick.add_argument("--out", type=Path, required=True, metavar="ПАПКА", help="куда положить бумаги")
    quick.add_argument("--as-of", type=lists.day, metavar="ГГГГ-ММ-ДД", help="на какой день считать возраст")
    quick.add_argument("--json", action="store_true", help="вместо слов напечатать certificate.json")
    quick.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit code 0 with all papers in place, 2 with a sentence and nothing written."""
    from nastavnik.cli.quick.certificate import certificate
    from nastavnik.cli.quick.matching import match
    from nastavnik.core import clock

    as_of = arguments.as_of or clock.today("Europe/Moscow")
    readings = [_readable_list(arguments.mentees, "mentee", as_of), _readable_list(arguments.mentors, "mentor", as_of)]
    matched = match(*readings, as_of)
    proof = json.dumps(certificate(matched), ensure_ascii=False, indent=1)
    written = _papers(matched, proof)
    _put(arguments.out, written)
    if arguments.json:
        say(proof)
    else:
        _tell(matched, arguments.out, written)
    return OK


def _readable_list(path: Path, role: str, as_of: Any) -> Any:
    from nastavnik.domain.exchange.messages import sentence

    reading = lists.read(path, role, as_of)
    if reading.is_blocked:
        whole = [sentence(issue) for issue in reading.issues if issue.row is None and issue.severity != "note"]
        raise Refusal(f"{path.name}: {' '.join(whole)}")
    return reading


def _papers(matched: Any, proof: str) -> dict[str, bytes]:
    from nastavnik.cli.quick import papers

    made = {
        "pairs.xlsx": papers.pairs_workbook(matched),
        "order.docx": papers.order(matched),
        "explanation.html": papers.explanation(matched),
        "certificate.json": proof.encode(),
    }
    return {name: content for name, content in made.items() if content is not None}


def _put(folder: Path, papers: Mapping[str, bytes]) -> None:
    """All papers are complete on the disk before the first takes its name; they are for their owner alone."""
    os.umask(0o077)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".nastavnik-", dir=folder.parent) as work:
            for name, content in papers.items():
                (Path(work) / name).write_bytes(content)
            folder.mkdir(exist_ok=True)
            for name in papers:
                (Path(work) / name).replace(folder / name)
            for name in set(NAMES) - set(papers):
                (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise Refusal(f"Не удалось записать в папку {folder}. Проверьте место и права или возьмите другую.") from error


def _tell(matched: Any, folder: Path, written: Mapping[str, bytes]) -> None:
    from nastavnik.cli.quick import papers

    for notice in papers.notices(matched):
        say(f"{WRONG} {notice.title.rstrip('.')}. {notice.text}".rstrip())
        if notice.people:
            say(f"  Кого касается: {len(notice.people)}, по именам в explanation.html")
    say(f"{WELL} {papers.summary(matched)}")
    gap = matched.result.certificate["gap"]
    say(f"{WELL} Лучше нельзя: это доказано." if gap == 0 else f"{WRONG} План хороший, но доказано не всё.")
    if "order.docx" not in written:
        say(f"{WRONG} Пар нет, поэтому приказа нет.")
    say(f"  {folder}: {', '.join(written)}")
