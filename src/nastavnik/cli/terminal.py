"""What every command shares: setting Django up, saying what went wrong, the marks."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

WELL, WRONG = "✓", "■"
OK, FOUND_WRONG, REFUSED = 0, 1, 2


class Refusal(Exception):
    """Something the person at the terminal can mend; the sentence is all that is shown."""


def set_up() -> None:
    """Django with its settings and the database. New files are for their owner alone."""
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nastavnik.config.settings")
    import django

    django.setup()


def with_database(run: Callable[[Any], int]) -> Callable[[Any], int]:
    """A command that works on the data of this server; expected trouble becomes a sentence and exit code 2."""

    def guarded(arguments: Any) -> int:
        set_up()
        from nastavnik.access.messages import plain_sentence
        from nastavnik.core.errors import DomainError

        try:
            return run(arguments)
        except DomainError as error:
            raise Refusal(plain_sentence(error)) from error

    return guarded


def say(text: str = "") -> None:
    print(text, flush=True)


def complain(text: str) -> None:
    print(f"{WRONG} {text}", file=sys.stderr, flush=True)


@contextmanager
def readable(path: object) -> Iterator[None]:
    """A file that is not there or not ours to read is said so in plain words."""
    try:
        yield
    except FileNotFoundError:
        raise Refusal(f"Файла нет: {path}. Проверьте имя и папку.") from None
    except IsADirectoryError:
        raise Refusal(f"Это папка, а нужен файл: {path}.") from None
    except PermissionError:
        raise Refusal(f"Файл не читается: {path}. Нет прав.") from None
