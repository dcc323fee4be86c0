"""Russian names in six cases, initials and the public short form. Pure: no Django, no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from pytrovich import enums as petrovich
from pytrovich.detector import PetrovichGenderDetector
from pytrovich.maker import PetrovichDeclinationMaker

NO_BREAK_SPACE = "\u00a0"


class Case(StrEnum):
    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


class Gender(StrEnum):
    MALE = "male"
    FEMALE = "female"


class Doubt(StrEnum):
    """Why a form should be looked at by a person before it is signed."""

    GENDER_UNKNOWN = "gender_unknown"
    FLEETING_VOWEL = "fleeting_vowel"
    NOT_CYRILLIC = "not_cyrillic"
    POST_UNKNOWN = "post_unknown"


@dataclass(frozen=True)
class FullName:
    """A person's name in the nominative; `overrides` holds forms mended by hand.

    `overrides` is `{case: {"surname" | "given_name" | "patronymic": form}}`, as it lies in a JSON column.
    """

    surname: str
    given_name: str
    patronymic: str = ""
    gender: Gender | None = None
    overrides: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return _joined(self.surname, self.given_name, self.patronymic)


@dataclass(frozen=True)
class Inflected:
    """A name in one case, part by part; `doubts` is empty where nothing needs a look."""

    surname: str
    given_name: str
    patronymic: str
    doubts: tuple[Doubt, ...] = ()

    @property
    def text(self) -> str:
        return _joined(self.surname, self.given_name, self.patronymic)


def inflect(name: FullName, case: Case) -> Inflected:
    """The name in a case. A stored override wins; a gender nobody can tell leaves the nominative and says so."""
    gender = gender_of(name)
    stored = name.overrides.get(case, {})
    forms, doubts = {}, []
    for part in ("surname", "given_name", "patronymic"):
        nominative = getattr(name, part).strip()
        if part in stored and stored[part].strip():
            forms[part] = stored[part].strip()
            continue
        forms[part] = _part(part, nominative, case, gender)
        doubts += _doubts(part, nominative, case, gender)
    return Inflected(**forms, doubts=tuple(dict.fromkeys(doubts)))


def initials(name: FullName, case: Case = Case.NOMINATIVE) -> str:
    """«Воронов Я. Р.», held together by no-break spaces; a double given name becomes «А.-К.»."""
    return _held(inflect(name, case).surname, *_letters(name))


def signed(name: FullName) -> str:
    """«Я. Р. Воронов»: how a name stands beside a signature."""
    return _held(*_letters(name), name.surname.strip())


def short_public(name: FullName) -> str:
    """«Полина В.»: what a public page may say about a minor."""
    return _held(name.given_name.strip(), _initial(name.surname))


def gender_of(name: FullName) -> Gender | None:
    """The stated gender, or the one its patronymic tells, else given name and surname where they agree."""
    if name.gender is not None:
        return Gender(name.gender)
    if suffix := _turkic_suffix(name.patronymic):
        return Gender.MALE if suffix in MALE_SUFFIXES else Gender.FEMALE
    by_patronymic = _told_by(middlename=name.patronymic.strip())
    if by_patronymic is not None:
        return by_patronymic
    told = {_told_by(firstname=name.given_name.strip()), _told_by(lastname=name.surname.strip())} - {None}
    return told.pop() if len(told) == 1 else None


# --- how one part is declined ---------------------------------------------------------------------------------------

MALE_SUFFIXES = frozenset({"оглы", "оглу", "улы", "уулу"})
FEMALE_SUFFIXES = frozenset({"кызы", "гызы"})
# Men's surnames whose stem the rules do not find; stem and endings of the five oblique cases.
FLEETING_STEMS = {
    "лев": ("льв", "а у а ом е"),
    "заяц": ("зайц", "а у а ем е"),
    "воробей": ("воробь", "я ю я ём е"),
    "соловей": ("соловь", "я ю я ём е"),
    "муравей": ("муравь", "я ю я ём е"),
}
FLEETING_ENDINGS = ("ец", "ел", "ёл", "ок", "ек", "ёк", "ень", "ей", "ёр")
LONGEST_FLEETING = 6
OBLIQUE = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)
NAME_PARTS = {
    "surname": petrovich.NamePart.LASTNAME,
    "given_name": petrovich.NamePart.FIRSTNAME,
    "patronymic": petrovich.NamePart.MIDDLENAME,
}


def _told_by(**part: str) -> Gender | None:
    """One part at a time: the detector writes the names it finds at odds into the log."""
    if not any(part.values()):
        return None
    found = _detector().detect(**part)  # type: ignore[no-untyped-call]
    return {petrovich.Gender.MALE: Gender.MALE, petrovich.Gender.FEMALE: Gender.FEMALE}.get(found)


def _part(part: str, word: str, case: Case, gender: Gender | None) -> str:
    if not word or case == Case.NOMINATIVE or gender is None or not _is_cyrillic(word):
        return word
    if part == "patronymic" and _turkic_suffix(word):
        return word  # «Рашид оглы» keeps its form in all cases
    if word.isupper() and len(word) > 1:
        return _part(part, _titled(word), case, gender).upper()
    if part == "surname" and gender == Gender.MALE and word.lower() in FLEETING_STEMS:
        return _fleeting(word, case)
    if part == "given_name" and gender == Gender.MALE and "-" in word:
        first, last = word.rsplit("-", 1)  # «Абдул-Керима», «Жан-Жака»: only the last part bends
        return f"{first}-{_part(part, last, case, gender)}"
    return _maker().make(
        NAME_PARTS[part], petrovich.Gender[gender.name], petrovich.Case[case.name], word, known_gender=True
    )


def _fleeting(word: str, case: Case) -> str:
    stem, endings = FLEETING_STEMS[word.lower()]
    form = stem + endings.split()[OBLIQUE.index(case)]
    return form.capitalize() if word[0].isupper() else form


def _doubts(part: str, word: str, case: Case, gender: Gender | None) -> list[Doubt]:
    if not word or case == Case.NOMINATIVE:
        return []
    if not _is_cyrillic(word):
        return [Doubt.NOT_CYRILLIC]
    if gender is None:
        return [Doubt.GENDER_UNKNOWN]
    if part == "surname" and gender == Gender.MALE and _may_drop_a_vowel(word.lower()):
        return [Doubt.FLEETING_VOWEL]
    return []


def _may_drop_a_vowel(surname: str) -> bool:
    if surname in FLEETING_STEMS or len(surname) > LONGEST_FLEETING:
        return False
    return surname.endswith(FLEETING_ENDINGS)


def _is_cyrillic(word: str) -> bool:
    return all("\u0400" <= letter <= "\u052f" for letter in word if letter.isalpha())


def _titled(word: str) -> str:
    return "-".join(piece.capitalize() for piece in word.split("-"))


def _turkic_suffix(patronymic: str) -> str:
    words = patronymic.lower().replace("-", " ").split()
    return words[-1] if len(words) > 1 and words[-1] in MALE_SUFFIXES | FEMALE_SUFFIXES else ""


def _without_suffix(patronymic: str) -> str:
    suffix = _turkic_suffix(patronymic)
    return patronymic.strip()[: -len(suffix)].rstrip(" -") if suffix else patronymic


def _initial(word: str) -> str:
    return "-".join(f"{piece[0].upper()}." for piece in word.strip().split("-") if piece)


def _letters(name: FullName) -> list[str]:
    return [_initial(name.given_name), _initial(_without_suffix(name.patronymic))]


def _held(*pieces: str) -> str:
    return NO_BREAK_SPACE.join(piece for piece in pieces if piece)


def _joined(*parts: str) -> str:
    return " ".join(part.strip() for part in parts if part.strip())


@cache
def _maker() -> PetrovichDeclinationMaker:
    return PetrovichDeclinationMaker()


@cache
def _detector() -> PetrovichGenderDetector:
    return PetrovichGenderDetector()
