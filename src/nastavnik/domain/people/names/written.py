"""Short forms of a name, and a name cut out of one line of text."""

import unicodedata

from nastavnik.domain.people.names import words
from nastavnik.domain.people.names.genders import by_given_name, by_surname
from nastavnik.domain.people.names.given import INITIAL, patronymic_gender
from nastavnik.domain.people.names.inflecting import inflect
from nastavnik.domain.people.names.records import Case, FullName, Gender

NO_BREAK_SPACE = "\u00a0"
SUFFIXES = words.SUFFIXES_HE | words.SUFFIXES_SHE


def initials(name: FullName, case: Case = Case.NOMINATIVE) -> str:
    """«Воронов Я. Р.», held together by no-break spaces; a double given name becomes «А.-К.»."""
    return _held(inflect(name, case).surname, *_letters(name))


def signed(name: FullName) -> str:
    """«Я. Р. Воронов»: how a name stands beside a signature."""
    return _held(*_letters(name), name.surname.strip())


def short_public(name: FullName) -> str:
    """«Полина В.»: what a public page may say about a minor."""
    return _held(name.given_name.strip(), _initial(name.surname))


def read(text: str, gender: Gender | None = None) -> FullName:
    """A name out of «Ф И О»: surname, given name, patronymic; also «И О Ф» where a patronymic shows the order.

    ValueError where there is no letter. Brackets and particles stay with the surname: «Петрова (Сидорова) Анна».
    """
    items = _items(unicodedata.normalize("NFC", text))
    if not any(letter.isalpha() for letter in text):
        raise ValueError(text)
    if len(items) == 3 and all(INITIAL.match(item.lower()) for item in items[1:]):
        return FullName(items[0], items[1], items[2], gender)
    if len(items) > 2 and _is_patronymic(items[1]) and not _is_patronymic(items[-1]):
        return FullName(" ".join(items[2:]), items[0], items[1], gender)
    if len(items) > 1 and _is_patronymic(items[-1]) and (len(items) > 2 or by_given_name(items[0])):
        given_first = len(items) == 2
        surname, middle = ("", items[:1]) if given_first else (items[0], items[1:-1])
        return FullName(surname, " ".join(middle), items[-1], gender)
    if len(items) == 2 and by_given_name(items[0]) and by_surname(items[1]):
        return FullName(items[1], items[0], "", gender)
    return FullName(items[0], " ".join(items[1:]), "", gender)


def _items(text: str) -> list[str]:
    """Words, with particles before and brackets and suffixes after put to the word they belong to."""
    items: list[str] = []
    glue = False
    for word in text.replace(NO_BREAK_SPACE, " ").replace("(", " (").replace(")", ") ").split():
        joins = glue or (items and (word.startswith("(") or word.lower() in SUFFIXES or _is_open(items[-1])))
        if joins:
            items[-1] = f"{items[-1]} {word}"
        else:
            items.append(word)
        glue = word in words.PARTICLES
    return items


def _is_open(item: str) -> bool:
    return item.count("(") > item.count(")")


def _is_patronymic(item: str) -> bool:
    word = item.lower()
    ends = word.endswith(("ович", "евич", "ёвич", "ична", "вна")) or word in words.OLD_PATRONYMICS
    return patronymic_gender(item) is not None and (ends or word.split()[-1] in SUFFIXES)


def _without_suffix(patronymic: str) -> str:
    pieces = patronymic.replace("-", " ").split()
    return pieces[0] if len(pieces) > 1 and pieces[-1].lower() in SUFFIXES else patronymic


def _initial(word: str) -> str:
    return "-".join(f"{piece[0].upper()}." for piece in word.strip().split("-") if piece)


def _letters(name: FullName) -> list[str]:
    return [_initial(name.given_name), _initial(_without_suffix(name.patronymic))]


def _held(*pieces: str) -> str:
    return NO_BREAK_SPACE.join(piece for piece in pieces if piece)
