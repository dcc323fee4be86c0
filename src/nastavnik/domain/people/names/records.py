"""A full name, a name in a case, and what may be doubtful about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Case(StrEnum):
    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


OBLIQUE = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)


class Gender(StrEnum):
    MALE = "male"
    FEMALE = "female"


class Doubt(StrEnum):
    """Why a form should be looked at by a person before it is signed."""

    GENDER_UNKNOWN = "gender_unknown"
    GENDER_GUESSED = "gender_guessed"
    GENDER_CONFLICT = "gender_conflict"
    FLEETING_VOWEL = "fleeting_vowel"
    STRESS_UNKNOWN = "stress_unknown"
    BOTH_WAYS = "both_ways"
    FIRST_PART = "first_part"
    WORD_UNKNOWN = "word_unknown"
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
        return joined(self.surname, self.given_name, self.patronymic)


@dataclass(frozen=True)
class Inflected:
    """A name in one case, part by part; `doubts` is empty where nothing needs a look."""

    surname: str
    given_name: str
    patronymic: str
    doubts: tuple[Doubt, ...] = ()

    @property
    def text(self) -> str:
        return joined(self.surname, self.given_name, self.patronymic)


def joined(*parts: str) -> str:
    return " ".join(part.strip() for part in parts if part.strip())
