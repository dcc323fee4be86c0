"""Whom a text names. Pure: words of the text against surnames and given names, whatever their case."""

import re
from collections.abc import Collection

from nastavnik.domain.people.names import FullName
from nastavnik.domain.people.names.inflecting import inflect
from nastavnik.domain.people.names.records import Case

WORD = re.compile(r"[А-ЯЁ][А-ЯЁа-яё]+(?:-[А-ЯЁ][А-ЯЁа-яё]+)?")
ENDINGS = re.compile(r"(?:ская|ский|цкая|цкий|[аяоеёиыйьую])$")
FEWEST = 3  # letters that must be the same
LONGEST_ENDING = 3


def words_of(text: str) -> frozenset[str]:
    """Words that begin with a capital letter, ё as е, «ВОРОНОВ» as «Воронов»; of a double one each half too."""
    found = {_folded(word) for word in WORD.findall(text)}
    return frozenset(found | {half for word in found for half in word.split("-")})


def stem(name: str) -> str:
    """The part of a name that stays the same in all cases: «Воронова» → «Воронов», «Лев» stays."""
    name = name.strip().replace("ё", "е")
    cut = ENDINGS.sub(lambda ending: ending[0][:2] if len(ending[0]) > 1 else "", name)
    return cut if len(cut) >= FEWEST else name


def cases_of(name: FullName) -> tuple[frozenset[str], frozenset[str]]:
    """The surname and the given name in every case: «Павла» shares no stem with «Павел», «Белого» none with «Белый»."""
    forms = [inflect(name, case) for case in Case]
    surnames, given = ({_folded(getattr(one, part)) for one in forms} for part in ("surname", "given_name"))
    return frozenset(surnames - {""}), frozenset(given - {""})


def stands_in(words: Collection[str], name: str) -> bool:
    """Is a surname or a given name among these words, in any case?"""
    root = stem(name)
    if len(root) < 2:
        return False
    return any(word.startswith(root) and len(word) - len(root) <= LONGEST_ENDING for word in words)


def _folded(word: str) -> str:
    """Each half with one capital letter, ё as е."""
    return "-".join(half.capitalize() for half in word.replace("ё", "е").replace("Ё", "Е").split("-"))
