"""The pattern of one word of a surname. Where no rule names its type, the pattern carries a doubt.

Rules after Rosenthal's reference book on spelling and Kalakutskaya's book on surnames; `tests/data/names` tells them.
"""

import re
from dataclasses import dataclass

from nastavnik.domain.people.names import words
from nastavnik.domain.people.names.patterns import HUSHES, VELARS, VOWELS, Pattern, Type, noun_in_a, syllables
from nastavnik.domain.people.names.records import Doubt, Gender

FIXED = Pattern(Type.FIXED)
BOTH_WAYS, CONFLICT, FLEETING = (Doubt.BOTH_WAYS,), (Doubt.GENDER_CONFLICT,), (Doubt.FLEETING_VOWEL,)
STRESS, UNKNOWN = (Doubt.STRESS_UNKNOWN,), (Doubt.WORD_UNKNOWN,)

OV_IN = re.compile(r"(ов|ев|ёв|ин|ын)$")
SHE_OV_IN = re.compile(r"(ова|ева|ёва|ина|ына)$")
SKY = re.compile(r"[сц]кий$")
SHE_SKY = re.compile(r"[сц]кая$")
CLEAR_OY = re.compile(r"(ов|ев|н|ск|цк|ст|ат|ал|ял)ой$")  # Полевой, Донской, Трубецкой, Толстой
CLEAR_SHE = re.compile(r"(ов|ев|н|ст|ат|ал)ая$")
ADJECTIVES = words.ADJECTIVES_OY | words.ADJECTIVES_IY | words.ADJECTIVES_YY
SMALL = re.compile(r"[ео]ньк(ий|ая)$")
NOUN_IY = re.compile(r"([лрмфпт]|дз|д)ий$")
CLEAR_IKH = re.compile(rf"[{VELARS}жшщч]их$")
GERMAN_OK = re.compile(r"(шток|блок|брок)$")
TSE_AFTER_CONSONANT = re.compile(rf"[^{VOWELS}]ц$")


@dataclass(frozen=True)
class Bearer:
    """What the other parts of the name tell about a surname."""

    gender: Gender
    is_at_home: bool  # a patronymic or a given name of this country: its -ин and -ов are Russian ones


def pattern(word: str, bearer: Bearer) -> Pattern:
    """The pattern of a word in small letters."""
    if word in words.FRENCH_A or word[-1] in "оеиуюыэё":
        return FIXED
    return _man(word, bearer) if bearer.gender == Gender.MALE else _woman(word, bearer)


# --- men ------------------------------------------------------------------------------------------------------------


def _man(word: str, bearer: Bearer) -> Pattern:
    if word[-1] in "ая":
        return _man_in_a(word)
    if OV_IN.search(word):
        return _ov_in(word, bearer)
    if settled := _settled(word):
        return settled
    if word.endswith("й"):
        return _in_short_i(word)
    if word.endswith("ь"):
        return _in_soft_sign(word)
    if word.endswith(("ых", "их")) and syllables(word) > 1:
        return _in_ykh(word)
    return _in_consonant(word)


def _settled(word: str) -> Pattern | None:
    """Surnames equal to a word of the language whose declension is known."""
    if word in words.FLEETING:
        return Pattern(Type.HARD, words.FLEETING[word])
    if word in words.FLEETING_UNSTRESSED:
        return Pattern(Type.HUSHING, words.FLEETING_UNSTRESSED[word])
    if word in words.FLEETING_SOFT:
        return Pattern(Type.SOFT_STRESSED, words.FLEETING_SOFT[word])
    if word in words.KEPT_STRESSED or word in words.STRESSED_HUSHING:
        return Pattern(Type.HARD)
    if word in words.UNSTRESSED_HUSHING:
        return Pattern(Type.HUSHING)
    return Pattern(Type.SOFT) if word in words.KEPT else None


def _ov_in(word: str, bearer: Bearer) -> Pattern:
    if word == "лев":
        return Pattern(Type.HARD, words.FLEETING[word])
    if word in words.NOUNS_IN:
        return Pattern(Type.HARD, doubts=BOTH_WAYS)
    if syllables(word) < 2:
        is_noun = word.endswith(("ин", "ын"))
        return Pattern(Type.HARD) if is_noun else Pattern(Type.POSSESSIVE, doubts=() if word == "львов" else BOTH_WAYS)
    if bearer.is_at_home:
        return Pattern(Type.POSSESSIVE)
    if word in words.FOREIGN_OV_IN:
        return Pattern(Type.HARD)
    return Pattern(Type.POSSESSIVE, doubts=BOTH_WAYS if word.endswith("ин") else ())


def _in_short_i(word: str) -> Pattern:
    if word in words.MAY_DROP:
        return Pattern(Type.SOFT, doubts=FLEETING)
    if word.endswith("ой"):
        return _in_oy(word)
    if word.endswith("ый"):
        return Pattern(Type.ADJECTIVE, doubts=BOTH_WAYS if word.endswith("цый") else ())
    return _in_iy(word) if word.endswith("ий") else Pattern(Type.SOFT)


def _in_oy(word: str) -> Pattern:
    if word in words.NOUNS_OY:
        return Pattern(Type.SOFT)
    adjective = Type.ADJECTIVE_I if word[-3:-2] in VELARS + HUSHES else Type.ADJECTIVE
    if word in words.ADJECTIVES_OY:
        return Pattern(adjective)
    if syllables(word) == 1:
        return Pattern(Type.SOFT)
    return Pattern(adjective, doubts=() if CLEAR_OY.search(word) else BOTH_WAYS)


def _in_iy(word: str) -> Pattern:
    if word in words.ADJECTIVES_SOFT:
        return Pattern(Type.ADJECTIVE_SOFT)
    if SKY.search(word) or SMALL.search(word) or word in words.ADJECTIVES_IY:
        return Pattern(Type.ADJECTIVE_I)
    if word not in words.POSSESSIVES_IY and NOUN_IY.search(word):
        return Pattern(Type.SOFT_I)
    likely = Type.ADJECTIVE_I if word[-3:-2] in VELARS else Type.ADJECTIVE_SOFT if word[-3:-2] == "н" else Type.SOFT_I
    return Pattern(likely, doubts=BOTH_WAYS)


def _in_soft_sign(word: str) -> Pattern:
    if word in words.MAY_DROP or (word.endswith(("ень", "оть")) and syllables(word) > 1):
        return Pattern(Type.SOFT, doubts=FLEETING)
    return Pattern(Type.SOFT, doubts=UNKNOWN if word[-2:-1] in HUSHES else ())


def _in_ykh(word: str) -> Pattern:
    if word in words.BENDING_IKH:
        return Pattern(Type.HARD)
    clear = word.endswith("ых") or CLEAR_IKH.search(word)
    return Pattern(Type.FIXED, doubts=() if clear else BOTH_WAYS)


def _in_consonant(word: str) -> Pattern:
    if word in words.MAY_DROP:
        return Pattern(Type.HARD, doubts=FLEETING)
    if word.endswith("ец"):
        return _in_ets(word)
    if word[-1] in HUSHES + "ц":
        return _in_hush(word)
    several = syllables(word) > 1
    if several and word.endswith(("ок", "ёк")) and not GERMAN_OK.search(word):
        return Pattern(Type.HARD, _without_vowel(word), FLEETING)
    if several and word.endswith(("ек", "ел", "ёл", "ёр")) and not word.endswith("бек"):
        return Pattern(Type.HARD, doubts=FLEETING)
    return Pattern(Type.HARD)


def _in_ets(word: str) -> Pattern:
    """Воронец: Воронца; Коломиец: Коломийца. Families differ, and where the stress falls is not known."""
    before = word[:-2]
    if syllables(word) < 2 or before[-2:-1] not in VOWELS + "йнрлвс":
        return Pattern(Type.HUSHING, doubts=(*FLEETING, *STRESS))
    soft = "й" if before[-1] in VOWELS else "ь" if before[-1] == "л" else ""
    likely = Type.HARD if word.endswith("вец") else Type.HUSHING
    return Pattern(likely, f"{before}{soft}ц", (*FLEETING, *STRESS))


def _without_vowel(word: str) -> str:
    soft = "ь" if word.endswith("ёк") and word[-3:-2] in "нлр" else ""
    return f"{word[:-2]}{soft}к"


def _in_hush(word: str) -> Pattern:
    clear = (word.endswith("ич") and syllables(word) > 1) or word.endswith(("иц", "ньш", "иньш"))
    if clear or TSE_AFTER_CONSONANT.search(word):
        return Pattern(Type.HUSHING)
    likely = Type.HARD if word.endswith("ач") else Type.HUSHING
    return Pattern(likely, doubts=STRESS)


def _man_in_a(word: str) -> Pattern:
    if word in words.NOUNS_INA_OVA:
        return Pattern(noun_in_a(word))
    if SHE_SKY.search(word) or re.search(r"(ов|ев|ёв)а$", word):
        return Pattern(noun_in_a(word), doubts=CONFLICT)
    if word.endswith(("ина", "ына")) and syllables(word) > 2 and not word.endswith(("щина", "чина")):
        return Pattern(noun_in_a(word), doubts=BOTH_WAYS)
    return _noun_in_a(word)


# --- women ----------------------------------------------------------------------------------------------------------


def _woman(word: str, bearer: Bearer) -> Pattern:
    if word.endswith("ая"):
        return _woman_in_aya(word)
    if word[-1] in "ая":
        return _woman_in_a(word)
    return Pattern(Type.FIXED, doubts=CONFLICT if _is_a_mans(word, bearer) else ())


def _is_a_mans(word: str, bearer: Bearer) -> bool:
    """«Иванов Анна»: a woman's name with the surname in the form of a man's."""
    if OV_IN.search(word):
        foreign = word in words.FOREIGN_OV_IN and not bearer.is_at_home
        return syllables(word) > 1 and word not in words.NOUNS_IN and not foreign
    if word.endswith("ой"):
        return syllables(word) > 1 and word not in words.NOUNS_OY
    is_adjective = word in words.ADJECTIVES_IY or word in words.ADJECTIVES_SOFT or SMALL.search(word)
    return bool(word.endswith("ый") or SKY.search(word) or is_adjective)


def _woman_in_aya(word: str) -> Pattern:
    stem = word[:-2]
    if f"{stem}ий" in words.ADJECTIVES_SOFT:
        return Pattern(Type.ADJECTIVE_HUSHING_SHE)
    is_known = {f"{stem}ой", f"{stem}ий", f"{stem}ый"} & ADJECTIVES
    if is_known or SHE_SKY.search(word) or CLEAR_SHE.search(word) or SMALL.search(word):
        return Pattern(Type.ADJECTIVE_SHE)
    return Pattern(Type.ADJECTIVE_SHE, doubts=BOTH_WAYS)


def _woman_in_a(word: str) -> Pattern:
    if word.endswith("няя"):
        return Pattern(Type.ADJECTIVE_SOFT_SHE)
    if word in words.NOUNS_INA_OVA or (SHE_OV_IN.search(word) and syllables(word) == 2 and not _is_short_she(word)):
        return Pattern(noun_in_a(word), doubts=BOTH_WAYS)
    if SHE_OV_IN.search(word):
        return Pattern(Type.POSSESSIVE_SHE, doubts=BOTH_WAYS if word.endswith(("щина", "чина")) else ())
    return _noun_in_a(word)


def _is_short_she(word: str) -> bool:
    return word in {"львова"}


# --- both -----------------------------------------------------------------------------------------------------------


def _noun_in_a(word: str) -> Pattern:
    """A noun in -а, -я; men's and women's bend alike."""
    before = word[-2:-1]
    if word.endswith("а") and before in VOWELS:
        return Pattern(Type.FIXED, doubts=() if before in "уи" else BOTH_WAYS)
    if word in words.STRESSED_HUSHING_A:
        return Pattern(Type.A if before == "ц" else Type.A_I)
    if word.endswith("а") and before in HUSHES + "ц":
        clear = word in words.UNSTRESSED_HUSHING_A or word.endswith("ица")
        return Pattern(noun_in_a(word), doubts=() if clear else STRESS)
    if word.endswith("ия") and syllables(word) < 3:
        return Pattern(Type.IYA, doubts=BOTH_WAYS)
    return Pattern(noun_in_a(word))
