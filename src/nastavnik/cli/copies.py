"""`backup`, `restore`, `doctor`."""

import argparse
from pathlib import Path
from typing import Any

from nastavnik.cli.terminal import FOUND_WRONG, OK, WELL, WRONG, readable, say, with_database


def add_to(commands: Any) -> None:
    backup = commands.add_parser("backup", help="сделать копию базы и файлов", description="Копия базы и файлов.")
    backup.add_argument("--to", type=Path, metavar="ПАПКА", help="куда положить; иначе в папку копий")
    backup.add_argument("--verify", type=Path, metavar="КОПИЯ", help="ничего не делать, проверить готовую копию")
    backup.set_defaults(run=make)
    restore = commands.add_parser("restore", help="восстановить копию", description="Восстановить данные из копии.")
    restore.add_argument("copy", type=Path, metavar="КОПИЯ")
    restore.add_argument("--replace", action="store_true", help="заменить то, что есть (с него сначала будет копия)")
    restore.set_defaults(run=put_back)
    doctor = commands.add_parser("doctor", help="проверить сервер и данные", description="Проверка сервера и данных.")
    doctor.add_argument("--quick", action="store_true", help="без чтения всех данных")
    doctor.set_defaults(run=examine)


@with_database
def make(arguments: argparse.Namespace) -> int:
    from nastavnik.domain.operations import actions

    if arguments.verify:
        with readable(arguments.verify):
            found = actions.verify(arguments.verify)
        say(f"{WELL} Копия цела: строк {found.rows}, файлов {len(found.files)}.")
        return OK
    made = actions.backup(folder=arguments.to)
    found = actions.verify(made.path)
    say(f"{WELL} Копия сделана и проверена: {made.path}")
    say(f"  строк {found.rows}, файлов {len(found.files)}, {made.megabytes} МБ")
    if found.lost:
        say(f"{WRONG} Файлов не было уже до копии: {found.lost}. Подробнее: nastavnik doctor")
    say("  В копии личные данные. Храните её там, куда нет доступа посторонним, и ещё в одном месте.")
    return FOUND_WRONG if found.lost else OK


@with_database
def put_back(arguments: argparse.Namespace) -> int:
    from nastavnik.domain.operations import actions
    from nastavnik.domain.privacy import actions as privacy

    with readable(arguments.copy):
        done = actions.restore(arguments.copy, replace=arguments.replace)
    say(f"{WELL} Восстановлено: строк {done.manifest.rows}, файлов {len(done.manifest.files)}. Всё сходится.")
    if done.before:
        say(f"  Копия того, что было: {done.before.path}")
    if done.migrated:
        say("  Копия была старше программы, таблицы обновлены.")
    again = privacy.replay()
    if again:
        say(f"{WELL} Удалены заново данные, которые уже удаляли после этой копии. Записей: {again}.")
    say("  Войти могут те же люди, что и раньше. Запустите сервер: nastavnik serve")
    return OK


@with_database
def examine(arguments: argparse.Namespace) -> int:
    from nastavnik.domain.operations import findings, messages

    found = findings.examine(deep=not arguments.quick)
    for finding in found:
        say(f"{WELL if finding.is_well else WRONG} {messages.sentence(finding)}")
        if mend := messages.mend(finding):
            say(f"  {mend}")
    return OK if all(finding.is_well for finding in found) else FOUND_WRONG
