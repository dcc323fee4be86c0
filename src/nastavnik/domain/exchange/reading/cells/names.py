"""Whole names: surname first, one person a cell, one spelling."""

import re
from collections.abc import Sequence

from nastavnik.domain.exchange.reading.cells import Parsed, text_of
from nastavnik.domain.exchange.reading.cells.letters import Script, mended
from nastavnik.domain.exchange.records import Cell
from nastavnik.domain.people.names.people import ALL_MEN, ALL_WOMEN, EITHER
from nastavnik.domain.people.normal import DASHES, tidy

PATRONYMIC = re.compile(r".+(?:ович|евич|ич|овна|евна|инична|ична|оглы|кызы|улы|гызы)$", re.IGNORECASE)
TURKIC = frozenset({"оглы", "кызы", "гызы", "улы", "угли", "оглу"})
INITIALS = re.compile(r"[А-ЯЁ]\.(?:\s*-?[А-ЯЁ]\.)?", re.IGNORECASE)
NUMBERING = re.compile(r"^\d{1,4}(?:\s*[.)]\s*|\s+(?=[А-ЯЁA-Z]))")
NAME_WORD = re.compile(r"[А-ЯЁA-Z][А-ЯЁа-яёA-Za-z'’.\-]*")
BETWEEN_PEOPLE = re.compile(r"[,;/&+|]|\s+и\s+")
SEVERAL = re.compile(r"\sи\s+(?:[А-ЯЁ]|др\b|другие)")
UNUSUAL = re.compile(r"[^А-Яа-яЁёA-Za-zӘәӨөҮүҚқҒғҢңҰұҺһІіІі\s\-.'’()]")
LONGEST = 300
NO_NAME = re.compile(r"[\d@:;(+=]")
KNOWN = ALL_MEN | ALL_WOMEN | EITHER

Parts = tuple[str, str, str]  # surname, given name, patronymic


def whole_name(cell: Cell, *, given_first: bool = False) -> Parsed:
    """The parts of a name in one cell; `given_first` where the heading says «Имя, фамилия».

    Codes: two_people, name_missing (errors), name_odd, name_order (ask), name_incomplete, name_initials,
    name_reordered, name_letters, name_latin (notes).
    """
    text = DASHES.sub("-", NUMBERING.sub("", text_of(cell)))
    if holds_two_people(text):
        return Parsed(("", "", ""), "two_people", {"text": tidy(text)[:80]}, "error")
    plain = re.sub(r"^([^\s,]+),\s", r"\1 ", tidy(text).rstrip(",;*").strip())
    if not plain:
        return Parsed(("", "", ""), "name_missing", {}, "error")
    if len(plain) > LONGEST or UNUSUAL.search(plain):
        return Parsed((plain, "", ""), "name_odd", {"text": plain[:80]}, "ask")
    words, script = mended(_words(plain))
    if script is Script.MIXED:
        return Parsed((" ".join(words), "", ""), "name_odd", {"text": plain[:80]}, "ask")
    words = [_cased(word) for word in words]
    parsed = _ordered(_turned(words) if given_first else words)
    return parsed if parsed.code else _about_letters(parsed, script, words)


def from_parts(surname: Cell, given_name: Cell, patronymic: Cell) -> Parsed:
    """The same from three columns; a surname cell that holds the whole name is split."""
    texts = [tidy(DASHES.sub("-", NUMBERING.sub("", text_of(cell)))) for cell in (surname, given_name, patronymic)]
    if holds_two_people(text_of(surname)):
        return Parsed(("", "", ""), "two_people", {"text": texts[0][:80]}, "error")
    if not any(texts):
        return Parsed(("", "", ""), "name_missing", {}, "error")
    if texts[0] and not texts[1] and not texts[2]:
        return whole_name(texts[0])
    if any(len(text) > LONGEST or UNUSUAL.search(text) for text in texts):
        return Parsed(tuple(texts), "name_odd", {"text": " ".join(filter(None, texts))[:80]}, "ask")
    counts = [len(_words(text)) for text in texts]
    words, script = mended([word for text in texts for word in _words(text)])
    words = [_cased(word) for word in words]
    parts = tuple(
        " ".join(words[sum(counts[:place]) : sum(counts[:place]) + count]) for place, count in enumerate(counts)
    )
    if not parts[0] or not parts[1]:
        return Parsed(parts, "name_incomplete", {"text": " ".join(filter(None, parts))[:80]})
    return _about_letters(Parsed(parts), script, words)


def _about_letters(parsed: Parsed, script: Script, words: Sequence[str]) -> Parsed:
    if script is Script.MENDED:
        return Parsed(parsed.value, "name_letters", {"text": " ".join(words)[:80]})
    if script is Script.LATIN:
        return Parsed(parsed.value, "name_latin", {"text": " ".join(words)[:80]})
    return parsed


def is_probably_name(cell: Cell) -> bool:
    """Two to four words, one of them a known given name or a patronymic, in any case and letters."""
    if not isinstance(cell, str) or len(cell) > LONGEST or NO_NAME.search(cell) or len(cell.split()) < 2:
        return False
    words, script = mended(_words(tidy(DASHES.sub("-", cell)).replace(",", " ")))
    if script is Script.MIXED or not 2 <= len(words) <= 4 or not all(word[0].isalpha() for word in words):
        return False
    return any(_is_given(word) or _is_patronymic(word) for word in words[1:])


def holds_two_people(text: str) -> bool:
    """«Иванов П., Иванова К.», two lines, or two names with two patronymics in a row."""
    pieces = [piece for part in BETWEEN_PEOPLE.split(text) for piece in part.split("\n")]
    if sum(1 for piece in pieces if _is_person(piece)) >= 2 or SEVERAL.search(text):
        return True
    words = tidy(text).split()
    return len(words) >= 5 and sum(1 for word in words if PATRONYMIC.match(word) and len(word) > 5) >= 2


def _is_person(piece: str) -> bool:
    words = tidy(NUMBERING.sub("", piece.strip())).replace(".", ". ").split()
    return 2 <= len(words) <= 5 and all(NAME_WORD.fullmatch(word) for word in words)


def _words(text: str) -> list[str]:
    """The words of a name, hyphens and initials in their usual form."""
    joined = re.sub(r"\s*-\s*", "-", DASHES.sub("-", text))
    return re.sub(r"(?<=\w)\.(?=[^\W\d_])", ". ", joined).split()


def _cased(word: str) -> str:
    """Usual capitals; words in mixed case are left as they are written."""
    if word.lower() in TURKIC:
        return word.lower()
    if word.isupper() or word.islower():
        return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))
    return word


def _turned(words: Sequence[str]) -> list[str]:
    """«Анна Королёва», «Анна Ильинична Королёва»: the surname stands last."""
    if len(words) == 3 and _is_patronymic(words[2]) and not _is_patronymic(words[1]):
        return [words[1], words[0], words[2]]
    return [*words[-1:], *words[:-1]] if len(words) > 1 else list(words)


def _ordered(words: Sequence[str]) -> Parsed:
    params = {"text": " ".join(words)}
    if len(words) == 1:
        return Parsed((words[0], "", ""), "name_incomplete", params)
    if all(INITIALS.fullmatch(word) for word in words[1:]):
        return Parsed((words[0], words[1], " ".join(words[2:])), "name_initials", params)
    if len(words) == 3 and _is_patronymic(words[1]) and not _is_patronymic(words[2]):
        return Parsed((words[2], words[0], words[1]), "name_reordered", params)
    parts = (words[0], words[1], " ".join(words[2:]))
    if len(words) == 2 and _is_given(words[0]) and not _is_given(words[1]):
        return Parsed(parts, "name_order", params, "ask")
    return Parsed(parts)


def _is_patronymic(word: str) -> bool:
    return PATRONYMIC.match(word) is not None and len(word) > 5


def _is_given(word: str) -> bool:
    return word.lower() in KNOWN
