"""Whose name may stand on a public page, and who is named in a text without having agreed to it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Substr

from nastavnik.domain.achievements.naming import FEWEST, cases_of, stands_in, words_of
from nastavnik.domain.consents.queries import publishable
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.names import FullName, Gender, short_public
from nastavnik.domain.people.queries import adult_on


@dataclass(frozen=True)
class Text:
    """`near` are ids of people whom a given name alone points to: those of the pair."""

    words: frozenset[str]
    near: Collection[int] = ()


def public_name(person: Any) -> str:
    """Of a grown-up the whole name, of a child the given name and one letter; `person.is_adult` says which."""
    is_known = person.birth_date is not None or bool(person.post)
    if is_known and person.is_adult:
        return str(person.full_name)
    return short_public(FullName(person.surname, person.given_name))


def with_publication(people: QuerySet[Person], on: date) -> Any:
    """With `is_published` and `is_adult` on the day."""
    open_to = Person.objects.filter(publishable(on), pk=OuterRef("pk"))
    adult = Case(When(adult_on(on), then=Value(True)), default=Value(False))
    return people.annotate(is_published=Exists(open_to), is_adult=adult)


def named_without_consent(texts: Mapping[int, Text], organisation: Organisation, on: date) -> dict[int, list[Person]]:
    """Key of a text → who is named there though nobody may publish it; one query whatever the number.

    Of the pair a given name is enough; anybody else of the institution must be named by surname and given name. Whose
    data were erased has no name any more to be looked for: words of a pair with such a one are taken to name them.
    """
    named = named_in(texts, organisation, on)
    return {key: [one for one in people if not one.is_published] for key, people in named.items()}


def named_in(texts: Mapping[int, Text], organisation: Organisation, on: date) -> dict[int, list[Any]]:
    """Key of a text → everybody who is named there, each with `is_published`; one query."""
    near = {pk for text in texts.values() for pk in text.near}
    begins = {word[:FEWEST] for text in texts.values() for word in text.words}
    # SQLite folds no Cyrillic, so ё and е are asked for both. A list, not one OR each: a long text has a thousand.
    either = {form for head in begins for form in (head, head.replace("е", "ё"))}
    rows = Person.objects.annotate(head=Substr("surname", 1, FEWEST)).filter(
        Q(pk__in=near) | Q(head__in=either, erased_on__isnull=True), organisation=organisation
    )
    people = list(with_publication(rows, on).order_by("normal_name", "pk"))
    cases = {one.pk: cases_of(_name(one)) for one in people if one.erased_on is None}
    return {key: [one for one in people if _is_named(one, text, cases)] for key, text in texts.items()}


def text_of(*parts: str, near: Collection[int] = ()) -> Text:
    return Text(words_of(" ".join(parts)), near)


def _is_named(person: Person, text: Text, cases: Mapping[int, Sequence[frozenset[str]]]) -> bool:
    if person.erased_on is not None:
        return person.pk in text.near and bool(text.words)
    surnames, given = cases[person.pk]
    by_surname = not text.words.isdisjoint(surnames) or stands_in(text.words, person.surname)
    by_given = not text.words.isdisjoint(given) or stands_in(text.words, person.given_name)
    return by_surname or by_given if person.pk in text.near else by_surname and by_given


def _name(person: Person) -> FullName:
    gender = Gender(person.gender) if person.gender else None
    return FullName(person.surname, person.given_name, person.patronymic, gender, person.name_forms or {})
