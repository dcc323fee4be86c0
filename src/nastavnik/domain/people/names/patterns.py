"""Types of declension: what stands after the stem in five cases. Types as in grammatical dictionaries of Russian."""

from dataclasses import dataclass
from enum import Enum

from nastavnik.domain.people.names.records import OBLIQUE, Case, Doubt


class Type(Enum):
    """How many letters of the nominative fall off, and the endings from the genitive to the prepositional."""

    FIXED = (0, "")
    HARD = (0, "а у а ом е")  # Мельник, and with stressed endings Ткач
    HUSHING = (0, "а у а ем е")  # Гуревич, Шульц
    SOFT = (1, "я ю я ем е")  # Соболь, Кочубей
    SOFT_STRESSED = (1, "я ю я ём е")  # Соловей: соловьём
    SOFT_I = (1, "я ю я ем и")  # Палий, Дмитрий
    POSSESSIVE = (0, "а у а ым е")  # Иванов, Пушкин
    POSSESSIVE_SHE = (1, "ой ой у ой ой")
    ADJECTIVE = (2, "ого ому ого ым ом")  # Белый, Толстой
    ADJECTIVE_I = (2, "ого ому ого им ом")  # Горький, Трубецкой
    ADJECTIVE_SOFT = (2, "его ему его им ем")  # Синий, Рыжий
    ADJECTIVE_SHE = (2, "ой ой ую ой ой")
    ADJECTIVE_HUSHING_SHE = (2, "ей ей ую ей ей")  # Рыжая
    ADJECTIVE_SOFT_SHE = (2, "ей ей юю ей ей")  # Летняя
    A = (1, "ы е у ой е")  # Окуджава, Никита
    A_I = (1, "и е у ой е")  # Дейнека, and with stressed endings Лапша
    A_HUSHING = (1, "и е у ей е")  # Груша
    A_TSE = (1, "ы е у ей е")  # Капица
    YA = (1, "и е ю ей е")  # Гамалея
    YA_STRESSED = (1, "и е ю ёй е")  # Илья
    IYA = (1, "и и ю ей и")  # Мария, Данелия
    SOFT_SHE = (1, "и и ь ью и")  # Любовь


@dataclass(frozen=True)
class Pattern:
    """How one word bends. `doubts` hold in every case, a doubt about the stress in the instrumental alone."""

    type: Type
    stem: str | None = None
    doubts: tuple[Doubt, ...] = ()

    def form(self, word: str, case: Case) -> str:
        """The word, written with a capital or without, in the case."""
        cut, endings = self.type.value
        if case == Case.NOMINATIVE or not endings:
            return word
        stem = word[: len(word) - cut] if self.stem is None else word[0] + self.stem[1:]
        return stem + endings.split()[OBLIQUE.index(case)]

    def doubts_in(self, case: Case) -> tuple[Doubt, ...]:
        if case == Case.NOMINATIVE:
            return ()
        return tuple(doubt for doubt in self.doubts if doubt != Doubt.STRESS_UNKNOWN or case == Case.INSTRUMENTAL)


VOWELS = "аеёиоуыэюя"
VELARS = "гкх"
HUSHES = "жшчщ"


def syllables(word: str) -> int:
    return sum(letter in VOWELS for letter in word)


def noun_in_a(word: str) -> Type:
    """The type of a noun in -а or -я whose stress after a sibilant does not fall on the ending."""
    before = word[-2:-1]
    if word.endswith("ия"):
        return Type.IYA
    if word.endswith("я"):
        return Type.YA
    if before in VELARS:
        return Type.A_I
    if before in HUSHES:
        return Type.A_HUSHING
    return Type.A_TSE if before == "ц" else Type.A
