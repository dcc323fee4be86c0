"""The pattern of one word of a given name, and of a patronymic."""

import re

from nastavnik.domain.people.names import words
from nastavnik.domain.people.names.patterns import HUSHES, VOWELS, Pattern, Type, noun_in_a, syllables
from nastavnik.domain.people.names.people import ALL_MEN, ALL_WOMEN, EASTERN_MEN, EITHER, MEN
from nastavnik.domain.people.names.records import Doubt, Gender

FIXED = Pattern(Type.FIXED)
INITIAL = re.compile(r"^([а-яё]\.)+$|^[а-яё]$")
PATRONYMIC_SHE = re.compile(r"(овна|евна|ёвна|ична|инишна|ишна)$")
PATRONYMIC_HE = re.compile(r"(ович|евич|ёвич|ич|ыч)$")


def pattern(word: str, gender: Gender) -> Pattern:
    """The pattern of a word of a given name, in small letters."""
    if INITIAL.match(word):
        return FIXED
    if word in (ALL_WOMEN if gender == Gender.MALE else ALL_MEN):
        return Pattern(_usual(word, gender).type, doubts=(Doubt.GENDER_CONFLICT,))
    return _usual(word, gender)


def _usual(word: str, gender: Gender) -> Pattern:
    if word[-1] in "еиуюыэё":
        return FIXED
    if word.endswith("о"):
        return Pattern(Type.FIXED, doubts=(Doubt.BOTH_WAYS,) if word in words.NAMES_SLAVIC_O else ())
    if word[-1] in "ая":
        return _in_a(word, gender)
    return _man(word) if gender == Gender.MALE else _woman(word)


def _man(word: str) -> Pattern:
    if word in words.NAMES_FLEETING:
        return Pattern(Type.HARD, words.NAMES_FLEETING[word])
    if word.endswith("ий"):
        return Pattern(Type.SOFT_I, doubts=() if syllables(word) > 1 else (Doubt.BOTH_WAYS,))  # «о Пие»
    if word[-1] in "йь":
        return Pattern(Type.SOFT)
    if word[-1] in HUSHES + "ц":
        return Pattern(Type.HUSHING, doubts=() if word in words.NAMES_HUSHING else (Doubt.STRESS_UNKNOWN,))
    if word.endswith(("ец", "ок", "ёк", "ел")) and syllables(word) > 1 and word not in ALL_MEN:
        return Pattern(Type.HARD, doubts=(Doubt.FLEETING_VOWEL,))
    return Pattern(Type.HARD)


def _woman(word: str) -> Pattern:
    if not word.endswith("ь"):
        return FIXED
    if word in words.NAMES_THIRD:
        return Pattern(Type.SOFT_SHE)
    return Pattern(Type.FIXED, doubts=() if word in words.NAMES_STAY_SOFT else (Doubt.BOTH_WAYS,))


def _in_a(word: str, gender: Gender) -> Pattern:
    before = word[-2:-1]
    if word in ("илья", "илия"):
        return Pattern(Type.YA_STRESSED if word == "илья" else Type.IYA)
    if word.endswith("ия"):
        return Pattern(Type.IYA, doubts=() if word in words.NAMES_IYA else (Doubt.BOTH_WAYS,))
    if word.endswith("а") and before in VOWELS:
        return Pattern(Type.FIXED, doubts=(Doubt.BOTH_WAYS,))
    if word.endswith("а") and before in HUSHES + "ц":
        return Pattern(noun_in_a(word), doubts=() if word in words.NAMES_HUSHING_A else (Doubt.STRESS_UNKNOWN,))
    is_strange = word.endswith("я") and gender == Gender.MALE and word not in ALL_MEN | EITHER
    return Pattern(noun_in_a(word), doubts=(Doubt.WORD_UNKNOWN,) if is_strange else ())


def double(parts: list[str], gender: Gender) -> list[Pattern]:
    """Patterns of a hyphened name: of a woman's each part bends, of a man's the first parts mostly stay."""
    last = pattern(parts[-1], gender)
    return [*(_first(word, parts[-1], gender) for word in parts[:-1]), last]


def _first(word: str, last: str, gender: Gender) -> Pattern:
    if word in words.NAMES_FIXED_FIRST or last == "оол":
        return FIXED
    own = pattern(word, gender)
    if gender == Gender.FEMALE or own.type == Type.FIXED or word in MEN:
        return own
    if word in EASTERN_MEN:
        return FIXED  # «Амир-Али», «Ахмед-Хана»
    return Pattern(Type.FIXED, doubts=(Doubt.FIRST_PART,))


def patronymic_gender(patronymic: str) -> Gender | None:
    """The gender a patronymic tells, or None where it has no ending or suffix of one."""
    pieces = patronymic.lower().replace("-", " ").split()
    if not pieces:
        return None
    if pieces[-1] in words.SUFFIXES_HE:
        return Gender.MALE
    if pieces[-1] in words.SUFFIXES_SHE or PATRONYMIC_SHE.search(pieces[-1]):
        return Gender.FEMALE
    return Gender.MALE if PATRONYMIC_HE.search(pieces[-1]) else None


def patronymic_pattern(word: str, gender: Gender) -> Pattern:
    """The pattern of the last word of a patronymic, in small letters."""
    if INITIAL.match(word) or word in words.SUFFIXES_HE | words.SUFFIXES_SHE:
        return FIXED
    told = patronymic_gender(word)
    if told is None:
        return Pattern(_usual(word, gender).type, doubts=(Doubt.WORD_UNKNOWN,))
    own = Type.A if told == Gender.FEMALE else Type.HARD if word in words.STRESSED_PATRONYMICS else Type.HUSHING
    return Pattern(own, doubts=() if told == gender else (Doubt.GENDER_CONFLICT,))
