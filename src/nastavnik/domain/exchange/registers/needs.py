"""The map of needs: what is asked for, by how many, how many still wait, and who offers it."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery

from nastavnik.domain.exchange.registers.filters import Filters
from nastavnik.domain.exchange.registers.outline import ASKED, OFFERED
from nastavnik.domain.exchange.registers.visible import visible_to
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Enrolment
from nastavnik.domain.people.queries import in_force
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Participation, ProfileTopic
from nastavnik.domain.programmes.queries.visible import PRESENT


@dataclass(slots=True)
class Need:
    """One need: how many ask for it, how many of them have no mentor, how many mentors offer it.

    `parts` are those who ask by class or category: key → (asking, waiting).
    """

    topic: int
    title: str
    asking: int = 0
    waiting: int = 0
    offering: int = 0
    parts: dict[Any, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class NeedsMap:
    """All needs, the most wanted first; `keys` are the classes or categories met, in order, None for «не указано»."""

    needs: list[Need]
    keys: list[Any]
    people: int
    waiting: int
    silent: int  # take part and have said no need


def needs_map(user: Any, organisation: Organisation, filters: Filters, *, by: str = "", on: date) -> NeedsMap:
    """Needs of those who take part now, in the programme and module of the filters; `by` is "", "grade", "category".

    Everybody is counted; nobody is named. Three queries.
    """
    present = _present(user, organisation, filters, on)
    mentees = present.filter(role=ParticipationRole.MENTEE)
    needs: dict[int, Need] = {}
    for topic, title, key, asking, waiting in _asked(mentees, by, on):
        one = needs.setdefault(topic, Need(topic, title))
        one.asking += asking
        one.waiting += waiting
        one.parts[key] = (asking, waiting)
    offered = _offered(present.filter(role=ParticipationRole.MENTOR))
    for topic, one in needs.items():
        one.offering = offered[topic]
    keys = sorted({key for one in needs.values() for key in one.parts}, key=lambda key: (key is None, key))
    ordered = sorted(needs.values(), key=lambda one: (-one.waiting, -one.asking, one.title.lower()))
    return NeedsMap(ordered, keys if by else [], **_totals(mentees))


def _present(user: Any, organisation: Organisation, filters: Filters, on: date) -> QuerySet[Participation]:
    rows = visible_to(user, on).filter(organisation=organisation, state__in=PRESENT)
    if filters.programme:
        rows = rows.filter(module__programme=filters.programme)
    return rows.filter(module=filters.module) if filters.module else rows


def _asked(mentees: QuerySet[Participation], by: str, on: date) -> Any:
    """(topic, title, class or category, asking, waiting)."""
    open_pair = MentorshipMember.objects.filter(participation=OuterRef("profile__participation"), ends_on__isnull=True)
    group = Enrolment.objects.filter(in_force(on), person=OuterRef("profile__participation__person"))
    keys: dict[str, Any] = {
        "grade": Subquery(group.order_by("-starts_on", "-id").values("study_group__grade")[:1]),
        "category": F("profile__category"),
    }
    rows = ProfileTopic.objects.filter(profile__participation__in=mentees, use__in=ASKED).order_by()
    rows = rows.annotate(has_pair=Exists(open_pair), key=keys.get(by, F("use")))
    counted = rows.values_list("topic_id", "topic__title", "key", "has_pair").annotate(
        asking=Count("profile", distinct=True)
    )
    found: dict[tuple[int, str, Any], Counter[bool]] = defaultdict(Counter)
    for topic, title, key, has_pair, asking in counted:
        found[topic, title, (key or None) if by else None][has_pair] += asking
    return [(*what, sum(of.values()), of[False]) for what, of in found.items()]


def _offered(mentors: QuerySet[Participation]) -> Counter[int]:
    rows = ProfileTopic.objects.filter(profile__participation__in=mentors, use__in=OFFERED).order_by()
    return Counter(dict(rows.values_list("topic_id").annotate(Count("profile", distinct=True))))


def _totals(mentees: QuerySet[Participation]) -> dict[str, int]:
    asked = ProfileTopic.objects.filter(profile__participation=OuterRef("pk"), use__in=ASKED)
    open_pair = MentorshipMember.objects.filter(participation=OuterRef("pk"), ends_on__isnull=True)
    rows = mentees.order_by().annotate(asks=Exists(asked), has_pair=Exists(open_pair))
    counted = {(asks, pair): n for asks, pair, n in rows.values_list("asks", "has_pair").annotate(Count("pk"))}
    return {
        "people": sum(counted.values()),
        "waiting": counted.get((True, False), 0),
        "silent": counted.get((False, False), 0) + counted.get((False, True), 0),
    }
