"""Who answers for a row: names of the organisation's people told from posts in words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q

from nastavnik.core import clock
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.names import FullName, initials
from nastavnik.domain.people.queries import adult_on
from nastavnik.domain.programmes.models import RoadmapItem

BETWEEN = ", "


def told_apart(organisation: Organisation, parts: Iterable[str]) -> tuple[list[Person], list[str]]:
    """Persons that the parts name, and the parts that stay words; one query, none where no part looks like a name."""
    said = list(dict.fromkeys(parts))
    return parted(said, named_in(organisation, said))


def parted(parts: Sequence[str], named: Mapping[str, Person]) -> tuple[list[Person], list[str]]:
    """The same by what `named_in` found for many rows together."""
    people = {named[part].pk: named[part] for part in parts if part in named}
    return list(people.values()), [part for part in parts if part not in named]


def named_in(organisation: Organisation, parts: Iterable[str]) -> dict[str, Person]:
    """Part → the person it names: by the full name, or by surname with initials; of two namesakes neither."""
    keys = {part: key for part in parts if (key := _key(part))}
    if not keys:
        return {}
    by_name: dict[str, set[Person]] = defaultdict(set)
    for person in _who_may_answer(organisation):
        for name in (person.full_name, person.list_name, short_name(person)):
            by_name[_key(name)].add(person)
    found = {part: by_name.get(key, set()) for part, key in keys.items()}
    return {part: next(iter(persons)) for part, persons in found.items() if len(persons) == 1}


def responsible(item: RoadmapItem) -> list[str]:
    """«Орлова А. П.», then posts in words; of a row whose people were fetched with it no query."""
    names = [short_name(row.person) for row in item.people.all()]
    return [*names, *([item.responsible] if item.responsible else [])]


def written(item: RoadmapItem) -> str:
    """The same as one text to edit: full names, so that they are found again."""
    names: Sequence[str] = [row.person.full_name for row in item.people.all()]
    return BETWEEN.join([*names, *([item.responsible] if item.responsible else [])])


def short_name(person: Person) -> str:
    """«Орлова А. П.»; a person of whom only one name is known by that name."""
    return initials(FullName(person.surname, person.given_name, person.patronymic))


def _who_may_answer(organisation: Organisation) -> Iterable[Person]:
    """Grown-ups with a post or a role; parents and pupils answer for no row."""
    today = clock.today(organisation.time_zone)
    works = ~Q(post="") | Q(user__role_assignments__organisation=organisation)
    return Person.objects.filter(adult_on(today), works, organisation=organisation).distinct()


def _key(name: str) -> str:
    """«орлова анна петровна», «орлова а п»; "" for what begins with a small letter: that is a post."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", name)
    if len(words) < 2 or not words[0][0].isupper() or not words[1][0].isupper():
        return ""
    return " ".join(words).lower().replace("ё", "е")
