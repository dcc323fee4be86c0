"""`rollup table`: a municipal spreadsheet of counts is added up and checked; nothing is stored."""

import argparse
import json
from pathlib import Path
from typing import Any

from nastavnik.cli.terminal import FOUND_WRONG, OK, WRONG, Refusal, readable, say


def add_to(commands: Any) -> None:
    group = commands.add_parser("rollup", help="своды муниципалитета и региона", description="Своды.")
    inner = group.add_subparsers(metavar="ДЕЙСТВИЕ", required=True)
    told = "сложить и проверить таблицу с числами организаций"
    one = inner.add_parser("table", help=told, description=f"{told.capitalize()}.")
    one.add_argument("file", type=Path, metavar="ФАЙЛ", help=".xlsx, .xls, .ods или .csv")
    one.add_argument("--sheet", metavar="ЛИСТ", help="какой лист книги читать; без этого – самый похожий на свод")
    one.add_argument("--json", action="store_true", help="результат целиком, для программ")
    one.set_defaults(run=table)


def table(arguments: argparse.Namespace) -> int:
    """Sums and shares by code, whole and by kind of institution, and what contradicts."""
    from nastavnik.domain.exchange.errors import UnreadableFile
    from nastavnik.domain.exchange.reading.limits import FILE_BYTES
    from nastavnik.domain.rollup.messages import refusal, sentence
    from nastavnik.domain.rollup.reading import read_counts

    path: Path = arguments.file
    with readable(path), path.open("rb") as source:
        content = source.read(FILE_BYTES + 1)
    try:
        read = read_counts(content, path.name, sheet=arguments.sheet)
    except UnreadableFile as error:
        raise Refusal(f"{path.name}: {refusal(error)}") from error
    if arguments.json:
        flags = [{"row": one.row, "column": one.column, "code": one.code} for one in read.flags]
        kinds = {kind: _as_json(part) for kind, part in read.by_kind.items()}
        say(json.dumps({**_as_json(read.sums), "by_type": kinds, "flags": flags}, ensure_ascii=False, indent=1))
    else:
        _tell(read)
        for flag in read.flags:
            say(f"{WRONG} {sentence(flag)}")
    return FOUND_WRONG if read.flags else OK


def _as_json(part: Any) -> dict[str, Any]:
    """Shares in per cent, null where nobody is in the denominator."""
    shares = {code: 100 * number / of if of else None for code, (number, of) in part.shares.items()}
    return {"institutions": part.institutions, "totals": dict(part.totals), "shares": shares}


def _tell(read: Any) -> None:
    from nastavnik.domain.rollup.columns import COUNTS, SHARES

    say(f"Лист «{read.sheet}», организаций {read.sums.institutions}.")
    for code, number in read.sums.totals.items():
        say(f"  {COUNTS[code]}: {number}")
    for code, (number, of) in read.sums.shares.items():
        share = f"{100 * number / of:.1f}".replace(".", ",") + " %" if of else "нет данных"
        say(f"  {COUNTS[SHARES[code][0]]} из «{COUNTS[SHARES[code][1]]}»: {share} ({number} из {of})")
