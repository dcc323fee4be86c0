"""How people, days and times are called where a calendar leaves the house: a child by the given name alone."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from nastavnik.domain.people.models import Person
from nastavnik.domain.people.normal import comparable_name
from nastavnik.domain.people.queries import age_on

SHORTEST_STEM = 4


def called(person: Person, on: date) -> str:
    """Children by the given name, adults by name and patronymic; never a surname where there is a name.

    Of whom no birth date is known: by the given name, as a child would be.
    """
    grown = person.birth_date is not None and age_on(person.birth_date, on) >= 18
    parts = (person.given_name, person.patronymic) if grown else (person.given_name,)
    return " ".join(part for part in parts if part) or (person.surname if grown else _("участник"))


def listed(names: Sequence[str]) -> str:
    """«А, Б и В»."""
    if len(names) < 2:
        return "".join(names)
    return _("%(names)s и %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}


def without_surnames(text: str, people: Iterable[Person]) -> str:
    """The text, or nothing where somebody's surname stands in it, in whatever case: «у Ивановой дома»."""
    words = comparable_name(text).replace(",", " ").replace(".", " ").split()
    for person in people:
        surname = comparable_name(person.surname)
        stem = surname[: max(len(surname) - 2, SHORTEST_STEM)]
        if surname and any(word.startswith(stem) for word in words):
            return ""
    return text


def spoken(moment: datetime) -> str:
    """«26 ноября 2026, 15:00»."""
    return date_format(moment, "j E Y, H:i")


def spoken_day(day: date) -> str:
    return date_format(day, "j E Y")
