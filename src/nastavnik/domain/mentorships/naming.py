"""What the two are called: children by the given name alone, adults by name and patronymic."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from nastavnik.core import clock
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import age_on


def called(person: Person) -> str:
    """As one is spoken to; no surname of a child."""
    parts = (person.given_name,) if is_child(person) else (person.given_name, person.patronymic)
    return " ".join(part for part in parts if part) or person.surname


def is_child(person: Person) -> bool:
    return younger(person.birth_date, 18)


def is_young(person: Person) -> bool:
    """Said «ты» to."""
    return younger(person.birth_date, 14)


def younger(birth_date: date | None, years: int) -> bool:
    return birth_date is not None and age_on(birth_date, clock.today()) < years


def listed(names: Sequence[str]) -> str:
    """«А, Б и В»."""
    if len(names) < 2:
        return "".join(names)
    return _("%(names)s и %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}
