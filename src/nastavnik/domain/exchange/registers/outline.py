"""The whole register in one query: who is in it, in which order, and what is missing of each.

Ten thousand rows of ids and marks cost less than counting them six times; a page loads its fifty in full.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When

from nastavnik.domain.consents.queries import processable
from nastavnik.domain.exchange.registers.filters import LACKS, Filters
from nastavnik.domain.exchange.registers.visible import visible_to
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Enrolment, Person
from nastavnik.domain.people.queries import adult_on, cleared, found_by, in_force
from nastavnik.domain.programmes.enums import ParticipationRole, TopicUse
from nastavnik.domain.programmes.models import Participation, ProfileTopic
from nastavnik.domain.programmes.topics import normal_topic

ASKED = (TopicUse.MAIN_NEED, TopicUse.NEED)
OFFERED = (TopicUse.COMPETENCE,)
FIRST = "person__normal_name"
SORTS: dict[str, tuple[str, ...]] = {
    "name": (FIRST,),
    "birth": ("person__birth_date", FIRST),
    "joined": ("joined_on", FIRST),
    "state": ("state", FIRST),
    "post": ("person__post", FIRST),
    "category": ("profile__category", FIRST),
    "group": ("sort_grade", "sort_group", FIRST),
    "main_need": ("sort_need", FIRST),
}


GATES = ("consent", "pair", "topics", "time")
THERE: dict[str, tuple[str, ...]] = {
    ParticipationRole.MENTEE: (*GATES, "category"),
    ParticipationRole.MENTOR: (*GATES, "clearance"),
}


class Mark(NamedTuple):
    """One row of a register: its participation, and a bit for each of `THERE` that is not missing."""

    pk: int
    there: int

    @property
    def consent(self) -> bool:
        """May the data of the person be used?"""
        return bool(self.there & 1)


def uses_of(register: str) -> tuple[str, ...]:
    """What a topic is there for in this register: mentees ask, mentors offer."""
    return OFFERED if register == ParticipationRole.MENTOR else ASKED


def outline(
    user: Any, organisation: Organisation, register: str, filters: Filters, *, text: str = "", on: date
) -> list[tuple[int, int]]:
    """Everybody of the register whom the filters leave (what is lacking aside), in order, as values of `Mark`."""
    rows = visible_to(user, on).filter(organisation=organisation, role=register)
    rows = _ordered(_narrowed(rows, register, filters, text, on), filters.sort, on)
    return list(rows.annotate(there=_there(register, on)).values_list("pk", "there"))


def _there(register: str, on: date) -> Any:
    """The bits of `THERE` as one number: thousands of plain numbers are read faster than thousands of answers."""
    person = Person.objects.filter(pk=OuterRef("person_id"))
    known = {
        "consent": Exists(person.filter(processable(on))),
        "pair": Exists(_open_memberships()),
        "topics": Exists(_topics(register)),
        "time": Q(profile__free_time__isnull=False),
        "category": Q(profile__category__gt=""),
        # Children need no clearance: nothing of them is missing.
        "clearance": Exists(person.filter(cleared(on) | ~adult_on(on))),
    }
    bits: Any = Value(0)
    for place, code in enumerate(THERE[register]):
        bits += Case(When(known[code], then=Value(1 << place)), default=Value(0))
    return bits


def missing(marks: Sequence[tuple[int, int]], register: str) -> dict[str, int]:
    """What is missing → of how many, in the order of the chips."""
    counted = Counter(there for _pk, there in marks)
    return {
        code: sum(number for there, number in counted.items() if not there & _bit(register, code))
        for code in LACKS[register]
    }


def lacking(marks: Sequence[tuple[int, int]], register: str, code: str) -> list[tuple[int, int]]:
    """Those of whom it is missing; all for no code."""
    bit = _bit(register, code) if code else 0
    return [mark for mark in marks if not mark[1] & bit]


def _bit(register: str, code: str) -> int:
    return 1 << THERE[register].index(code)


def _narrowed(
    rows: QuerySet[Participation], register: str, filters: Filters, text: str, on: date
) -> QuerySet[Participation]:
    plain = {"module": filters.module, "module__programme": filters.programme, "state": filters.state}
    plain |= {"module__programme__academic_year": filters.year, "profile__category": filters.category}
    rows = rows.filter(**{name: value for name, value in plain.items() if value})
    if filters.conditions:
        rows = rows.filter(profile__needs_conditions=True)
    if filters.paired:
        rows = rows.filter(Exists(_open_memberships()) if filters.paired == "yes" else ~Exists(_open_memberships()))
    rows = _with_topic(rows, register, filters)
    rows = _in_group(rows, filters, on)
    if text:
        rows = rows.filter(person__in=Person.objects.filter(found_by(text)).values("pk"))
    return rows


def _with_topic(rows: QuerySet[Participation], register: str, filters: Filters) -> QuerySet[Participation]:
    if filters.topic:
        rows = rows.filter(Exists(_topics(register).filter(topic=filters.topic)))
    if filters.about:
        rows = rows.filter(Exists(_topics(register).filter(topic__normal_title__contains=normal_topic(filters.about))))
    return rows


def _in_group(rows: QuerySet[Participation], filters: Filters, on: date) -> QuerySet[Participation]:
    if not filters.group and filters.grade is None:
        return rows
    enrolled = Enrolment.objects.filter(in_force(on), person=OuterRef("person_id"))
    if filters.group:
        enrolled = enrolled.filter(study_group=filters.group)
    if filters.grade is not None:
        enrolled = enrolled.filter(study_group__grade=filters.grade)
    return rows.filter(Exists(enrolled))


def _ordered(rows: QuerySet[Participation], sort: str, on: date) -> QuerySet[Participation]:
    """By the column, then by name; what is not known comes last in both directions."""
    key = sort.removeprefix("-") or "name"
    if key == "group":
        group = Enrolment.objects.filter(in_force(on), person=OuterRef("person_id")).order_by("-starts_on", "-id")
        rows = rows.annotate(
            sort_grade=Subquery(group.values("study_group__grade")[:1]),
            sort_group=Subquery(group.values("study_group__title")[:1]),
        )
    if key == "main_need":
        need = ProfileTopic.objects.filter(profile__participation=OuterRef("pk"), use=TopicUse.MAIN_NEED)
        rows = rows.annotate(sort_need=Subquery(need.values("topic__normal_title")[:1]))
    first, *others = SORTS[key]
    turned = F(first).desc(nulls_last=True) if sort.startswith("-") else F(first).asc(nulls_last=True)
    return rows.order_by(turned, *others, "pk")


def _open_memberships() -> QuerySet[MentorshipMember]:
    return MentorshipMember.objects.filter(participation=OuterRef("pk"), ends_on__isnull=True)


def _topics(register: str) -> QuerySet[ProfileTopic]:
    return ProfileTopic.objects.filter(profile__participation=OuterRef("pk"), use__in=uses_of(register))
