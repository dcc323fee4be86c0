"""A full name in a case: each part is cut into words, each word has its pattern."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from nastavnik.domain.people.names import given, surnames, words
from nastavnik.domain.people.names.genders import by_given_name, gender_of, guessed_gender
from nastavnik.domain.people.names.given import patronymic_gender
from nastavnik.domain.people.names.patterns import Pattern, Type, syllables
from nastavnik.domain.people.names.people import ALL_MEN, ALL_WOMEN, AT_HOME
from nastavnik.domain.people.names.records import Case, Doubt, FullName, Gender, Inflected

PARTS = ("surname", "given_name", "patronymic")
LETTER = r"[^\W\d_]"
WORD = rf"{LETTER}(?:{LETTER}|[.’'])*(?<=[а-яё.])"
WORDS = re.compile(rf"{WORD}(?:-{WORD})*\Z")
PIECES = re.compile(r"[\s()]+|[^\s()]+")
FIXED = Pattern(Type.FIXED)


def inflect(name: FullName, case: Case) -> Inflected:
    """The name in a case. A stored form wins; a gender nobody can tell leaves the nominative and says so.

    A form is certain, that is without doubts, only where the gender is proved and every word is of a known type.
    """
    name = _composed(name)
    proved = gender_of(name)
    gender = proved or guessed_gender(name)
    stored = name.overrides.get(case, {})
    forms, doubts = {}, []
    for part in PARTS:
        nominative = getattr(name, part).strip()
        if part in stored and stored[part].strip():
            forms[part] = stored[part].strip()
            continue
        forms[part], found = _part(part, nominative, case, gender, name)
        doubts += _about_gender(nominative, case, proved, gender) or found
    return Inflected(**forms, doubts=tuple(dict.fromkeys(doubts)))


def _composed(name: FullName) -> FullName:
    """«й» may come as two signs; here each letter is one."""
    surname, given_name, patronymic = (unicodedata.normalize("NFC", getattr(name, part)) for part in PARTS)
    return replace(name, surname=surname, given_name=given_name, patronymic=patronymic)


def _about_gender(nominative: str, case: Case, proved: Gender | None, gender: Gender | None) -> list[Doubt]:
    if not nominative or case == Case.NOMINATIVE or proved is not None:
        return []
    return [Doubt.GENDER_GUESSED if gender else Doubt.GENDER_UNKNOWN]


def _part(part: str, text: str, case: Case, gender: Gender | None, name: FullName) -> tuple[str, list[Doubt]]:
    """One part in the case and what is doubtful about it."""
    if case == Case.NOMINATIVE or gender is None:
        return text, [Doubt.NOT_CYRILLIC] if case != Case.NOMINATIVE and not _is_cyrillic(text) else []
    patterns_of = {"surname": _surname, "given_name": _given_name, "patronymic": _patronymic}[part]
    formed, doubts = "", []
    for piece in PIECES.findall(text):
        if piece.strip(" ()\t\u00a0") and not _is_cyrillic(piece):
            doubts.append(Doubt.NOT_CYRILLIC)
        elif piece.strip(" ()\t\u00a0"):
            piece, found = _bent(piece, patterns_of(text, gender, name), case)
            doubts += found
        formed += piece
    return formed, doubts


PatternsOf = Callable[[str], list[Pattern]]


def _bent(piece: str, patterns_of: PatternsOf, case: Case) -> tuple[str, list[Doubt]]:
    """«Салтыков-Щедрин»: the words between hyphens, each by its pattern."""
    lower = piece.lower()
    if not WORDS.match(lower):  # a digit, a stress mark, an ending of another language
        return piece, [Doubt.WORD_UNKNOWN]
    patterns = patterns_of(lower)
    words_and_patterns = zip(piece.split("-"), patterns, strict=True)
    formed = "-".join(_as_written(word, pattern, case) for word, pattern in words_and_patterns)
    return formed, [doubt for pattern in patterns for doubt in pattern.doubts_in(case)]


def _as_written(word: str, pattern: Pattern, case: Case) -> str:
    if word.isupper() and len(word) > 1 and not word.endswith("."):
        return pattern.form(word.lower(), case).upper()
    return pattern.form(word, case)


# --- surname --------------------------------------------------------------------------------------------------------


def _surname(text: str, gender: Gender, name: FullName) -> PatternsOf:
    bearer = surnames.Bearer(gender, _is_at_home(name))

    def patterns(piece: str) -> list[Pattern]:
        if piece in words.PARTICLES and not text.lower().endswith(piece):
            return [FIXED]
        parts = piece.split("-")
        if parts[-1] in words.FIXED_SUFFIXES:
            return [FIXED] * len(parts)
        return [*(_first_part(part, bearer) for part in parts[:-1]), _one_surname(parts[-1], bearer)]

    if f" {text.lower()}".endswith(tuple(f" {suffix}" for suffix in words.FIXED_SUFFIXES)):
        return lambda piece: [FIXED] * len(piece.split("-"))  # «Назарбай уулу»
    return patterns


def _one_surname(word: str, bearer: surnames.Bearer) -> Pattern:
    head, mark, tail = word.rpartition("'") if "'" in word else word.rpartition("’")
    if len(tail) < 2:  # the Korean surnames О and И stay; a consonant is no surname
        return FIXED if tail in ("о", "и", "ю", "э") else Pattern(Type.FIXED, doubts=(Doubt.WORD_UNKNOWN,))
    own = surnames.pattern(tail, bearer)
    return own if not mark or own.stem is None else Pattern(own.type, head + mark + own.stem, own.doubts)


def _first_part(word: str, bearer: surnames.Bearer) -> Pattern:
    if word in words.FIXED_FIRST:
        return FIXED
    own = _one_surname(word, bearer)
    is_name = word in ALL_MEN or word in ALL_WOMEN
    if own.type == Type.FIXED or not (is_name or syllables(word) < 2):
        return own
    return Pattern(own.type, own.stem, (*own.doubts, Doubt.FIRST_PART))


def _is_at_home(name: FullName) -> bool:
    told = by_given_name(name.given_name)
    first = name.given_name.lower().replace("-", " ").split()
    return bool(patronymic_gender(name.patronymic)) or (told is not None and first[0] in AT_HOME)


# --- given name, patronymic -----------------------------------------------------------------------------------------


def _given_name(text: str, gender: Gender, name: FullName) -> PatternsOf:
    several = len(text.split()) > 1

    def patterns(piece: str) -> list[Pattern]:
        own = given.double(piece.split("-"), gender)
        if not several or name.patronymic:
            return own
        # «Чен Ир»: the last word alone; «Иоганн Себастьян»: both; and neither surely.
        bends = text.lower().endswith(piece) or by_given_name(piece) is not None
        return [Pattern(one.type if bends else Type.FIXED, one.stem, (Doubt.FIRST_PART,)) for one in own]

    return patterns


def _patronymic(text: str, gender: Gender, name: FullName) -> PatternsOf:
    suffixes = words.SUFFIXES_HE | words.SUFFIXES_SHE
    has_suffix = text.lower().replace("-", " ").strip().rpartition(" ")[2] in suffixes

    def patterns(piece: str) -> list[Pattern]:
        parts = piece.split("-")
        if has_suffix:
            return [FIXED] * len(parts)  # «Рашид оглы» keeps its form in all cases
        return [*[FIXED] * (len(parts) - 1), given.patronymic_pattern(parts[-1], gender)]

    return patterns


def _is_cyrillic(word: str) -> bool:
    return all("\u0400" <= letter <= "\u052f" for letter in word if letter.isalpha())
