"""News of a programme: what staff see, what everybody reads, and whom a text names."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet

from nastavnik.core import clock
from nastavnik.domain.consents.queries import publishable
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.names import Case, FullName, Gender, gender_of, inflect
from nastavnik.domain.people.queries import adult_on
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import NewsState
from nastavnik.domain.programmes.models import NewsItem, Programme

SHOWN = 10  # a page is read on a telephone
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SHORTEST = 3


def news_visible_to(user: Any) -> QuerySet[NewsItem]:
    """Items of the organisations in which the user writes them; what was taken away for good is nobody's."""
    organisations = standing(user).organisations_where(Permission.PROGRAMME_EDIT)
    rows = NewsItem.objects.filter(organisation__in=organisations).exclude(state=NewsState.DISCARDED)
    return rows.select_related("programme", "organisation")


def published_news(programme: Programme) -> list[NewsItem]:
    """What everybody reads today, the newest first; news of a day to come waits for it."""
    today = clock.today(programme.organisation.time_zone)
    rows = NewsItem.objects.filter(programme=programme, state=NewsState.PUBLISHED, told_on__lte=today)
    return list(rows[:SHOWN])


def named_in(organisation: Organisation, *texts: str) -> list[Person]:
    """Whose surname stands in the texts in whatever case; one query.

    A namesake of somebody of the institution is found as well: a person decides who is meant.
    """
    words = {_folded(word) for text in texts for word in WORD.findall(text) if word[0].isupper()}
    words = {word for word in words if len(word) >= SHORTEST}
    if not words:
        return []
    people = Person.objects.filter(organisation=organisation, erased_on=None).exclude(surname="").order_by("surname")
    people = people.only("surname", "given_name", "patronymic", "gender", "name_forms", "organisation")
    return [person for person in people if _stands_in(person, words)]


def not_to_be_named(organisation: Organisation, *texts: str) -> list[Person]:
    """Those of `named_in` who must not be: grown-ups without a consent to publication in force, and every minor, whose
    surname no public page tells."""
    found = named_in(organisation, *texts)
    agreed = _agreed(organisation, found)
    return [person for person in found if person.pk not in agreed]


def named_with_consent(organisation: Organisation, *texts: str) -> list[Person]:
    """Those of `named_in` whose consent allows it today: whoever takes the texts away remembers them."""
    found = named_in(organisation, *texts)
    agreed = _agreed(organisation, found)
    return [person for person in found if person.pk in agreed]


def _agreed(organisation: Organisation, people: Iterable[Person]) -> set[int]:
    ids = [person.pk for person in people]
    if not ids:
        return set()
    today = clock.today(organisation.time_zone)
    return set(Person.objects.filter(publishable(today) & adult_on(today), pk__in=ids).values_list("pk", flat=True))


def _stands_in(person: Person, words: Iterable[str]) -> bool:
    stem = _folded(person.surname)[: max(SHORTEST, len(person.surname) - 2)]
    near = {word for word in words if word.startswith(stem)}
    return bool(near) and (_gender_is_unknown(person) or not near.isdisjoint(_forms(person)))


def _gender_is_unknown(person: Person) -> bool:
    return gender_of(_name(person)) is None


def _forms(person: Person) -> Iterator[str]:
    """The surname in its cases."""
    for case in Case:
        yield _folded(inflect(_name(person), case).surname)


def _name(person: Person) -> FullName:
    gender = Gender(person.gender) if person.gender else None
    return FullName(person.surname, person.given_name, person.patronymic, gender, person.name_forms or {})


def _folded(word: str) -> str:
    return word.lower().replace("ё", "е")
