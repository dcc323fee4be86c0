"""What there is to say at the end, and what was done until then."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from nastavnik.core import clock
from nastavnik.domain.mentorships.enums import MeetingState, MentorshipState
from nastavnik.domain.mentorships.models import (
    ClosingWord,
    EndRequest,
    Mentorship,
    MentorshipMember,
    PlanStep,
    Rest,
)
from nastavnik.domain.mentorships.queries.visible import visible_to
from nastavnik.domain.people.models import User
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import Kind, ParticipationRole, ParticipationState
from nastavnik.domain.programmes.models import Participation

ASKED_FOR = timedelta(days=30)  # who has said nothing by then would rather not
WITH_THANKS = (Kind.FLASH, Kind.SPEED)  # a short talk ends with its own thanks


@dataclass(frozen=True)
class Done:
    """Facts that are counted, whenever the end comes."""

    meetings: int
    minutes: int
    steps: int
    steps_done: int
    goals_reached: int


def done_so_far(mentorship: Mentorship) -> Done:
    """Two queries and one more for the goals."""
    held = mentorship.meetings.filter(state=MeetingState.HELD).aggregate(n=Count("pk"), minutes=Sum("minutes"))
    steps = PlanStep.objects.filter(goal__mentorship=mentorship).aggregate(
        n=Count("pk"), done=Count("pk", filter=Q(done_on__isnull=False))
    )
    reached = mentorship.goals.filter(reached_on__isnull=False).count()
    return Done(held["n"], held["minutes"] or 0, steps["n"], steps["done"], reached)


def words_visible_to(user: Any) -> QuerySet[ClosingWord]:
    """One's own, and for who leads those of everybody."""
    if not user.is_authenticated:
        return ClosingWord.objects.none()
    led = Q(organisation__in=standing(user).organisations_where(Permission.MENTORSHIP_EDIT))
    rows = ClosingWord.objects.filter(led | Q(member__person__user=user), mentorship__in=visible_to(user))
    return rows.select_related("member__person", "member__participation", "mentorship__module", "organisation")


def to_say_last_word(user: Any) -> QuerySet[MentorshipMember]:
    """One's own places in what ended in the last 30 days, where nothing has been said yet; the newest end first."""
    if not user.is_authenticated:
        return MentorshipMember.objects.none()
    ended = visible_to(user).filter(
        state__in=(MentorshipState.COMPLETED, MentorshipState.DISSOLVED),
        started_on__isnull=False,
        ended_on__gte=clock.today() - ASKED_FOR,
    )
    rows = MentorshipMember.objects.filter(
        ~Exists(ClosingWord.objects.filter(member=OuterRef("pk"))),
        person__user=user,
        has_left=False,
        mentorship__in=ended.exclude(kind__in=WITH_THANKS),
    )
    rows = rows.select_related("mentorship__module__programme", "mentorship__organisation", "person")
    return rows.order_by("-mentorship__ended_on", "-id")


def friends(mentorship: Mentorship) -> bool:
    """«Мы стали друзьями», if both sides say so."""
    said = mentorship.closing_words.filter(became_friends=True).values_list("member__role", flat=True)
    return {ParticipationRole.MENTOR, ParticipationRole.MENTEE} <= set(said)


def would_be_mentors(user: Any) -> QuerySet[ClosingWord]:
    """Mentees who would like to become mentors and are among no mentors yet."""
    mentors = Participation.objects.filter(role=ParticipationRole.MENTOR).exclude(state=ParticipationState.LEFT)
    rows = words_visible_to(user).filter(wants_to_mentor=True, member__person__erased_on__isnull=True)
    return rows.exclude(member__person__in=mentors.values("person")).order_by("at", "id")


def end_requests_visible_to(user: Any) -> QuerySet[EndRequest]:
    """Wishes to end that wait, of the organisations in which the user leads."""
    if not user.is_authenticated:
        return EndRequest.objects.none()
    led = standing(user).organisations_where(Permission.MENTORSHIP_EDIT)
    rows = EndRequest.objects.filter(organisation__in=led, settled_at__isnull=True)
    return rows.select_related("member__person", "mentorship", "organisation")


def resting(on: date) -> QuerySet[Rest]:
    """Who is offered to nobody on that day."""
    return Rest.objects.filter(starts_on__lte=on).filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on))


def counted_in(user: User, first: date, last: date) -> QuerySet[Mentorship]:
    """Mentorships that worked on any day of the period, each once however often it was extended."""
    rows = visible_to(user).filter(started_on__lte=last)
    return rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gte=first)).exclude(state=MentorshipState.DECLINED)
