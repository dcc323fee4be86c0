"""`nastavnik`: one command for those who look after the server, and for work without one."""

import argparse
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from nastavnik import __version__
from nastavnik.cli import access, calendar, copies, lists, names, organisations, radar, rollup, server
from nastavnik.cli.quick import command
from nastavnik.cli.terminal import REFUSED, Refusal, complain

GROUPS = (command, lists, names, server, copies, organisations, access, radar, calendar, rollup)


class Parser(argparse.ArgumentParser):
    """argparse in Russian."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "add_help": False})
        self._positionals.title, self._optionals.title = "что указать", "ключи"
        self.add_argument("-h", "--help", action="help", help="эта подсказка")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "Как надо:", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "Как надо:", 1)

    def error(self, message: str) -> NoReturn:
        complain(f"Команда не понята. Подсказка: {self.prog} --help")
        sys.stderr.write(self.format_usage())
        raise SystemExit(REFUSED)


def parser() -> argparse.ArgumentParser:
    """All commands; each module of `GROUPS` adds its own."""
    root = Parser(prog="nastavnik", description="«Наставник»: программы наставничества школы.")
    root.add_argument("--version", action="version", version=f"nastavnik {__version__}", help="версия")
    commands = root.add_subparsers(title="команды", metavar="КОМАНДА", required=True, parser_class=Parser)
    for group in GROUPS:
        group.add_to(commands)
    return root


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 something was found wrong, 2 refused with a sentence."""
    words = list(sys.argv[1:] if words is None else words)
    if words[:1] == ["manage"]:
        return server.manage(words[1:])
    arguments = parser().parse_args(words)
    try:
        return int(arguments.run(arguments))
    except Refusal as refusal:
        complain(str(refusal))
        return REFUSED
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
