"""Whole names: surname first, one person a cell, one spelling."""

import re
from collections.abc import Sequence

from nastavnik.domain.exchange.reading.cells import Parsed, text_of
from nastavnik.domain.exchange.records import Cell
from nastavnik.domain.people.normal import DASHES, russian_letters, tidy

PATRONYMIC = re.compile(r".+(?:ович|евич|ич|овна|евна|инична|ична|оглы|кызы|улы|гызы)$", re.IGNORECASE)
TURKIC = frozenset({"оглы", "кызы", "гызы", "улы", "угли", "оглу"})
INITIALS = re.compile(r"[А-ЯЁ]\.(?:\s*-?[А-ЯЁ]\.)?", re.IGNORECASE)
NUMBERING = re.compile(r"^\d{1,4}\s*[.)]\s*")
NAME_WORD = re.compile(r"[А-ЯЁA-Z][А-ЯЁа-яёA-Za-z'’.\-]*")
BETWEEN_PEOPLE = re.compile(r"[,;/&+|]|\s+и\s+")
UNUSUAL = re.compile(r"[^А-Яа-яЁёA-Za-zӘәӨөҮүҚқҒғҢңҰұҺһІіІі\s\-.'’()]")

Parts = tuple[str, str, str]  # surname, given name, patronymic


def whole_name(cell: Cell) -> Parsed:
    """The parts of a name in one cell. Codes: two_people, name_missing (errors), name_odd (ask),
    name_incomplete, name_initials, name_reordered (notes)."""
    text = NUMBERING.sub("", text_of(cell))
    if holds_two_people(text):
        return Parsed(("", "", ""), "two_people", {"text": tidy(text)[:80]}, "error")
    plain = re.sub(r"^([^\s,]+),\s", r"\1 ", tidy(text).rstrip(",;"))
    if not plain:
        return Parsed(("", "", ""), "name_missing", {}, "error")
    if UNUSUAL.search(plain):
        return Parsed((plain, "", ""), "name_odd", {"text": plain[:80]}, "ask")
    return _ordered(_words(plain))


def from_parts(surname: Cell, given_name: Cell, patronymic: Cell) -> Parsed:
    """The same from three columns; a surname cell that holds the whole name is split."""
    texts = [tidy(NUMBERING.sub("", text_of(cell))) for cell in (surname, given_name, patronymic)]
    if holds_two_people(text_of(surname)):
        return Parsed(("", "", ""), "two_people", {"text": texts[0][:80]}, "error")
    if not any(texts):
        return Parsed(("", "", ""), "name_missing", {}, "error")
    if texts[0] and not texts[1] and not texts[2]:
        return whole_name(texts[0])
    if any(UNUSUAL.search(text) for text in texts):
        return Parsed(tuple(texts), "name_odd", {"text": " ".join(filter(None, texts))[:80]}, "ask")
    parts = tuple(" ".join(_words(text)) for text in texts)
    if not parts[0] or not parts[1]:
        return Parsed(parts, "name_incomplete", {"text": " ".join(filter(None, parts))[:80]})
    return Parsed(parts)


def holds_two_people(text: str) -> bool:
    """«Иванов П., Иванова К.», two lines, or two names with two patronymics in a row."""
    pieces = [piece for part in BETWEEN_PEOPLE.split(text) for piece in part.split("\n")]
    if sum(1 for piece in pieces if _is_person(piece)) >= 2:
        return True
    words = tidy(text).split()
    return len(words) >= 5 and sum(1 for word in words if PATRONYMIC.match(word) and len(word) > 5) >= 2


def _is_person(piece: str) -> bool:
    words = tidy(NUMBERING.sub("", piece.strip())).replace(".", ". ").split()
    return 2 <= len(words) <= 5 and all(NAME_WORD.fullmatch(word) for word in words)


def _words(text: str) -> list[str]:
    """The words of a name with usual capitals; words in mixed case are left as they are written."""
    joined = re.sub(r"\s*-\s*", "-", DASHES.sub("-", text))
    return [_cased(russian_letters(word)) for word in re.sub(r"(?<=\w)\.(?=[^\W\d_])", ". ", joined).split()]


def _cased(word: str) -> str:
    if word.lower() in TURKIC:
        return word.lower()
    if word.isupper() or word.islower():
        return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))
    return word


def _ordered(words: Sequence[str]) -> Parsed:
    if len(words) == 1:
        return Parsed((words[0], "", ""), "name_incomplete", {"text": words[0]})
    if all(INITIALS.fullmatch(word) for word in words[1:]):
        return Parsed((words[0], words[1], " ".join(words[2:])), "name_initials", {"text": " ".join(words)})
    if len(words) == 3 and _is_patronymic(words[1]) and not _is_patronymic(words[2]):
        return Parsed((words[2], words[0], words[1]), "name_reordered", {"text": " ".join(words)})
    return Parsed((words[0], words[1], " ".join(words[2:])))


def _is_patronymic(word: str) -> bool:
    return PATRONYMIC.match(word) is not None and len(word) > 5
