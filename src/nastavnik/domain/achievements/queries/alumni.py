"""Who took part and stays near: candidates, lines that wait, and what everybody may read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.achievements.enums import AlumnusState
from nastavnik.domain.achievements.models import Alumnus
from nastavnik.domain.achievements.queries.publishing import (
    Text,
    named_in,
    public_name,
    text_of,
    with_publication,
)
from nastavnik.domain.consents.queries import processable_today
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing

ENDED = (MentorshipState.COMPLETED, MentorshipState.DISSOLVED)


@dataclass(frozen=True)
class Shown:
    """What a public page says of one of those who took part. `words` are empty where nothing was written."""

    name: str
    role: str
    year: int
    words: str
    # Whom a copy of the page names: the one, and everybody in the words; said nowhere.
    person_id: int = field(default=0, compare=False)
    named: tuple[int, ...] = field(default=(), compare=False)


def published(organisation: Organisation) -> list[Shown]:
    """Everybody who is shown and whose publication consent holds today, the latest year first, each person once.

    Words that name somebody without such a consent are left out, the line stays. Five queries.
    """
    rows = Alumnus.objects.filter(organisation=organisation, state=AlumnusState.SHOWN)
    return [shown for _row, shown in lines_of(rows, organisation)]


def lines_of(rows: QuerySet[Alumnus], organisation: Organisation) -> list[tuple[Any, Shown]]:
    """The same for any rows, as they may be shown today; who may not be is left out."""
    today = clock.today(organisation.time_zone)
    people = with_publication(Person.objects.all(), today)
    found = rows.select_related("member__mentorship").prefetch_related(Prefetch("member__person", queryset=people))
    open_rows: list[Any] = [row for row in _latest(found) if row.member.person.is_published]
    named = named_in(texts_of(open_rows), organisation, today)
    return [(row, _shown(row, named[row.pk])) for row in open_rows]


def texts_of(rows: Iterable[Alumnus]) -> dict[int, Text]:
    """Id of a line → its words and the people of its pair; one query."""
    lines = list(rows)
    near: dict[int, set[int]] = {}
    members = MentorshipMember.objects.filter(mentorship__in={row.member.mentorship_id for row in lines})
    for mentorship, person in members.values_list("mentorship_id", "person_id"):
        near.setdefault(mentorship, set()).add(person)
    return {row.pk: text_of(row.words, near=near[row.member.mentorship_id]) for row in lines}


def alumni_visible_to(user: Any) -> QuerySet[Alumnus]:
    """One's own, and for who leads those of the institution; what was taken back is nobody's."""
    if not user.is_authenticated:
        return Alumnus.objects.none()
    led = Q(organisation__in=standing(user).organisations_where(Permission.MENTORSHIP_EDIT))
    rows = Alumnus.objects.filter(led | Q(member__person__user=user)).exclude(state=AlumnusState.TAKEN_BACK)
    return rows.select_related("organisation", "member__person", "member__mentorship__module__programme")


def ended_members_visible_to(user: Any) -> QuerySet[MentorshipMember]:
    """Members of ended pairs who stayed to the end: oneself, and for who leads all of the institution."""
    if not user.is_authenticated:
        return MentorshipMember.objects.none()
    led = Q(organisation__in=standing(user).organisations_where(Permission.MENTORSHIP_EDIT))
    rows = MentorshipMember.objects.filter(
        led | Q(person__user=user), mentorship__state__in=ENDED, mentorship__started_on__isnull=False, has_left=False,
        person__erased_on__isnull=True,
    )  # fmt: skip
    return rows.select_related("organisation", "person", "mentorship__module__programme")


def could_be_shown(user: Any, organisation: Organisation) -> QuerySet[MentorshipMember]:
    """Of those with a publication consent in force who stand on the page in no line yet, the last ended first."""
    today = clock.today(organisation.time_zone)
    there = Alumnus.objects.filter(member__person=OuterRef("person_id")).exclude(state=AlumnusState.TAKEN_BACK)
    open_to = with_publication(Person.objects.filter(pk=OuterRef("person_id")), today).filter(is_published=True)
    rows = ended_members_visible_to(user).filter(~Exists(there), Exists(open_to), organisation=organisation)
    return rows.order_by("-mentorship__ended_on", "person__normal_name", "pk")


def to_invite(organisation: Organisation) -> list[Person]:
    """Those who took part in any year and of whom something may be written, by name: to meetings of alumni."""
    rows = MentorshipMember.objects.filter(
        organisation=organisation, mentorship__state__in=ENDED, mentorship__started_on__isnull=False, has_left=False
    )
    people = Person.objects.filter(processable_today(), pk__in=rows.values("person"))
    return list(people.order_by("normal_name", "pk"))


def _latest(rows: QuerySet[Alumnus]) -> list[Any]:
    """Of several lines of one person the one of the last year that has words, else the last one."""
    ordered = sorted(rows, key=lambda row: (bool(row.words), row.member.mentorship.ended_on, row.pk), reverse=True)
    first: dict[int, Any] = {}
    for row in ordered:
        first.setdefault(row.member.person_id, row)
    return sorted(
        first.values(), key=lambda row: (-row.member.mentorship.ended_on.year, row.member.person.normal_name, row.pk)
    )


def _shown(row: Any, named: Sequence[Any]) -> Shown:
    """Words stay away where one of the named may not be published."""
    are_open = all(one.is_published for one in named)
    return Shown(
        public_name(row.member.person),
        str(row.member.get_role_display()),
        row.member.mentorship.ended_on.year,
        row.words if are_open else "",
        row.member.person_id,
        tuple(one.pk for one in named) if are_open else (),
    )
