"""Latin letters that look Russian, put right where the name is Russian otherwise."""

import re
from collections.abc import Sequence
from enum import Enum

from nastavnik.domain.people.normal import CYRILLIC, LATIN_TWINS, russian_letters

LATIN = re.compile("[A-Za-z]")
TWINS_ONLY = re.compile(f"[{''.join(chr(code) for code in LATIN_TWINS)}'’.-]+")


class Script(Enum):
    PLAIN = "plain"
    MENDED = "mended"
    LATIN = "latin"
    MIXED = "mixed"  # letters of both scripts in one word that no look-alike explains


def mended(words: Sequence[str]) -> tuple[list[str], Script]:
    """The words in one script each, and what was found: a whole word of look-alikes beside a Russian one is Russian."""
    if not any(LATIN.search(word) for word in words):
        return list(words), Script.PLAIN
    is_russian = any(CYRILLIC.search(word) for word in words)
    answer = [
        word.translate(LATIN_TWINS) if is_russian and TWINS_ONLY.fullmatch(word) else russian_letters(word)
        for word in words
    ]
    if any(LATIN.search(word) and CYRILLIC.search(word) for word in answer):
        return answer, Script.MIXED
    if answer != list(words):
        return answer, Script.MENDED
    return answer, Script.LATIN
