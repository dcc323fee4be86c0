"""What lies ahead for one person, and what a day holds for who leads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.db.models import F, Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.mentorships import queries as mentorships
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.models import Meeting, MentorshipMember
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Guardianship
from nastavnik.domain.people.queries import in_force
from nastavnik.domain.scheduling.enums import OfferState
from nastavnik.domain.scheduling.models import TimeOffer
from nastavnik.domain.scheduling.queries.visible import offers_visible_to

# A meeting that nobody wrote down is asked about for so long.
ASK_BACK = timedelta(days=14)


@dataclass(frozen=True)
class Day:
    """A day with its meetings, the earliest first."""

    on: date
    meetings: tuple[Meeting, ...]


def agenda(user: Any, organisation: Organisation) -> QuerySet[Meeting]:
    """Planned meetings of the user's own mentorships and of wards, the next first; those of the last two weeks that
    nobody wrote down come before them."""
    since = clock.today(organisation.time_zone) - ASK_BACK
    rows = _of(organisation).filter(mentorship__in=_close_to(user, organisation), state=MeetingState.PLANNED)
    return rows.filter(happens_on__gte=since)


def on_day(user: Any, organisation: Organisation, day: date) -> QuerySet[Meeting]:
    """All meetings of a day that the user may see, cancelled ones too: who leads wants to know."""
    return _of(organisation).filter(mentorship__in=mentorships.visible_to(user), happens_on=day)


def by_days(meetings: Iterable[Meeting]) -> list[Day]:
    """Ordered meetings, day by day."""
    return [Day(day, tuple(rows)) for day, rows in groupby(meetings, key=lambda row: row.happens_on)]


def offers_waiting(user: Any, organisation: Organisation) -> QuerySet[TimeOffer]:
    """Offers of times that are open in the user's own mentorships and in those of wards, with their answers."""
    rows = offers_visible_to(user).filter(organisation=organisation, state=OfferState.OPEN)
    return rows.filter(mentorship__in=_close_to(user, organisation)).prefetch_related("answers")


def _of(organisation: Organisation) -> QuerySet[Meeting]:
    rows = Meeting.objects.filter(organisation=organisation)
    rows = rows.select_related("mentorship__organisation", "mentorship__module", "organisation", "occurrence__series")
    return rows.order_by("happens_on", F("begins_at").asc(nulls_first=True), "id")


def _close_to(user: Any, organisation: Organisation) -> QuerySet[Any]:
    """One's own mentorships and those of wards: who leads all of them has a page of its own for them."""
    wards = Guardianship.objects.filter(in_force(clock.today(organisation.time_zone)), guardian__user=user)
    members = MentorshipMember.objects.filter(Q(person__user=user) | Q(person__in=wards.values("child")))
    return mentorships.visible_to(user).filter(pk__in=members.values("mentorship"))
