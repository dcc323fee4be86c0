"""Whose name it is: a man's or a woman's. Told by proof, or only guessed."""

import re
from functools import cache

from pytrovich import enums as petrovich
from pytrovich.detector import PetrovichGenderDetector

from nastavnik.domain.people.names import words
from nastavnik.domain.people.names.given import patronymic_gender
from nastavnik.domain.people.names.patterns import syllables
from nastavnik.domain.people.names.people import ALL_MEN, ALL_WOMEN, EITHER
from nastavnik.domain.people.names.records import FullName, Gender

HIS = re.compile(r"(ов|ев|ёв|ин|ын|ский|цкий|ый)$")
HERS = re.compile(r"(ова|ева|ёва|ина|ына|ская|цкая)$")
WORD = re.compile(r"[^\s()\-]+")


def gender_of(name: FullName) -> Gender | None:
    """The stated gender, or the one its patronymic proves, else given name and surname where they agree."""
    if name.gender is not None:
        return Gender(name.gender)
    if by_patronymic := patronymic_gender(name.patronymic):
        return by_patronymic
    told = {by_given_name(name.given_name), by_surname(name.surname)} - {None}
    return told.pop() if len(told) == 1 else None


def guessed_gender(name: FullName) -> Gender | None:
    """What a given name outside our lists sounds like; never where the parts are at odds."""
    first = _first_word(name.given_name)
    if not first or first in EITHER or by_given_name(first) or by_surname(name.surname):
        return None
    found = _detector().detect(firstname=first.capitalize())  # type: ignore[no-untyped-call]
    return {petrovich.Gender.MALE: Gender.MALE, petrovich.Gender.FEMALE: Gender.FEMALE}.get(found)


def by_given_name(given_name: str) -> Gender | None:
    """Only names that one gender alone bears."""
    first = _first_word(given_name)
    if first in ALL_MEN:
        return Gender.MALE
    return Gender.FEMALE if first in ALL_WOMEN else None


def by_surname(surname: str) -> Gender | None:
    """Only surnames whose ending has a twin of the other gender."""
    told = {_by_ending(word) for word in WORD.findall(surname.lower())} - {None}
    return told.pop() if len(told) == 1 else None


def _by_ending(word: str) -> Gender | None:
    if syllables(word) > 1 and HIS.search(word) and word not in words.FOREIGN_OV_IN | words.NOUNS_IN:
        return Gender.MALE
    if syllables(word) > 2 and HERS.search(word) and word not in words.NOUNS_INA_OVA:
        return Gender.FEMALE
    return None


def _first_word(given_name: str) -> str:
    found = WORD.findall(given_name.lower())
    return found[0] if found else ""


@cache
def _detector() -> PetrovichGenderDetector:
    return PetrovichGenderDetector()
