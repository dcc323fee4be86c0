"""News of a programme: what staff see, what everybody reads, and whom a text names."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.consents.enums import ConsentKind
from nastavnik.domain.consents.queries import publishable
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.names import Case, FullName, Gender, gender_of, inflect
from nastavnik.domain.people.queries import adult_on
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import NewsState
from nastavnik.domain.programmes.models import NewsItem, NewsItemStateChange, Programme

SHOWN = 10  # a page is read on a telephone
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SHORTEST = 3


def news_visible_to(user: Any) -> QuerySet[NewsItem]:
    """Items of the organisations in which the user writes them; what was taken away for good is nobody's."""
    organisations = standing(user).organisations_where(Permission.PROGRAMME_EDIT)
    rows = NewsItem.objects.filter(organisation__in=organisations).exclude(state=NewsState.DISCARDED)
    return rows.select_related("programme", "organisation")


def published_news(programme: Programme) -> list[NewsItem]:
    """What everybody reads today, the newest first; news of a day to come waits for it, and what names somebody who
    took the consent back is left out. Two queries where there are news."""
    today = clock.today(programme.organisation.time_zone)
    rows = NewsItem.objects.filter(programme=programme, state=NewsState.PUBLISHED, told_on__lte=today)
    found = list(rows[:SHOWN])
    shut = held_back(programme.organisation, found)
    return [item for item in found if item.pk not in shut]


def held_back(organisation: Organisation, items: Iterable[NewsItem]) -> dict[int, list[Person]]:
    """Id of a published item → who is named there and whose consent to publication ended on the day on which it was
    published last, or later. Who publishes it again has looked at the names again. Two queries, none for no items."""
    published = _published_on(organisation, items)
    if not published:
        return {}
    people = _stopped(organisation, min(published.values()))
    found = {}
    for item in items if people else ():
        words = _words_of(item.title, item.text)
        named = [one for one in people if item.pk in published and _stands_in(one, words)]
        if since := [one for one in named if _last_stop(one) >= published[item.pk]]:
            found[item.pk] = since
    return found


def _published_on(organisation: Organisation, items: Iterable[NewsItem]) -> dict[int, date]:
    """Id of an item → the day on which it was published last."""
    ids = [item.pk for item in items if item.state == NewsState.PUBLISHED]
    if not ids:
        return {}
    rows = NewsItemStateChange.objects.filter(news_item__in=ids, action="publish_news").order_by("at", "pk")
    zone = ZoneInfo(organisation.time_zone)
    return {pk: at.astimezone(zone).date() for pk, at in rows.values_list("news_item", "at")}


def _stopped(organisation: Organisation, since: date) -> list[Any]:
    """Who had agreed to publication, may be named no more, and of whom a consent ended on the day or later."""
    today = clock.today(organisation.time_zone)
    agreed = Person.objects.filter(publishable(today), pk=OuterRef("pk"))
    once_agreed = Person.objects.filter(
        organisation=organisation, erased_on=None, consents__kind=ConsentKind.PUBLICATION
    ).exclude(surname="")
    people = Person.objects.filter(~Exists(agreed), pk__in=once_agreed.values("pk")).annotate(
        withdrew=Max("consents__withdrawn_on", filter=Q(consents__withdrawn_on__lte=today)),
        ran_out=Max("consents__ends_on", filter=Q(consents__ends_on__lt=today)),
    )
    return list(people.filter(Q(withdrew__gte=since) | Q(ran_out__gte=since)).order_by("surname", "pk"))


def _last_stop(person: Any) -> date:
    day: date = max(day for day in (person.withdrew, person.ran_out) if day is not None)
    return day


def named_in(organisation: Organisation, *texts: str) -> list[Person]:
    """Whose surname stands in the texts in whatever case; one query.

    A namesake of somebody of the institution is found as well: a person decides who is meant.
    """
    words = _words_of(*texts)
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


def _words_of(*texts: str) -> set[str]:
    words = {_folded(word) for text in texts for word in WORD.findall(text) if word[0].isupper()}
    return {word for word in words if len(word) >= SHORTEST}


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
