"""The portfolio of a mentor: facts for the category, without the name of any child."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from nastavnik.domain.achievements.enums import AchievementState
from nastavnik.domain.achievements.models import Achievement, Attestation, Sharing
from nastavnik.domain.consents.queries import processable_today
from nastavnik.domain.events.enums import AttendanceState, EventKind, EventState
from nastavnik.domain.events.models import Attendance
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.models import ClosingWord, Mentorship, MentorshipMember
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import ParticipationRole, ProgrammeType

FEWEST = 3  # fewer answers would tell who gave them


@dataclass(frozen=True)
class Work:
    """One pair or group: what was done, and with how many."""

    mentorship: Mentorship
    mentees: int
    meetings: int
    reached: int


@dataclass(frozen=True)
class MentorFacts:
    """`friends` is None where fewer than `FEWEST` mentees answered; `answers` is how many did."""

    works: list[Work]
    trainings: list[Attendance]
    hours: Decimal
    sharings: list[Sharing]
    confirmed: list[tuple[str, int]]
    answers: int
    friends: int | None
    attestation: Attestation | None


def mentors_visible_to(user: Any) -> QuerySet[Person]:
    """Mentors with a begun pair: oneself, and of the institutions whose pairs one sees as staff."""
    if not user.is_authenticated:
        return Person.objects.none()
    begun = MentorshipMember.objects.filter(role=ParticipationRole.MENTOR, mentorship__started_on__isnull=False)
    staff = standing(user).organisations_where(Permission.MENTORSHIP_SEE)
    rows = Person.objects.filter(
        Q(user=user) | Q(organisation__in=staff) & processable_today(), pk__in=begun.values("person")
    )
    return rows.filter(erased_on__isnull=True).select_related("organisation").order_by("normal_name", "pk")


def attestees_visible_to(user: Any) -> QuerySet[Person]:
    """Whose attestation can be thought of: mentors, and grown-up mentees with a begun pair – a young teacher passes it
    some three years on. Oneself, and of the institutions whose pairs one sees as staff."""
    if not user.is_authenticated:
        return Person.objects.none()
    begun = MentorshipMember.objects.filter(mentorship__started_on__isnull=False)
    young = begun.filter(role=ParticipationRole.MENTEE, mentorship__module__programme__type=ProgrammeType.TEACHERS)
    mentors = begun.filter(role=ParticipationRole.MENTOR)
    staff = standing(user).organisations_where(Permission.MENTORSHIP_SEE)
    rows = Person.objects.filter(
        Q(user=user) | Q(organisation__in=staff) & processable_today(),
        Q(pk__in=mentors.values("person")) | Q(pk__in=young.values("person")),
    )
    return rows.filter(erased_on__isnull=True).select_related("organisation").order_by("normal_name", "pk")


def facts_of(person: Person) -> MentorFacts:
    """Eight queries however much was done."""
    mine = MentorshipMember.objects.filter(person=person, role=ParticipationRole.MENTOR).values("mentorship")
    begun = Mentorship.objects.filter(pk__in=mine, started_on__isnull=False).select_related("module__programme")
    works = _works(list(begun.order_by("started_on", "pk")))
    came = Attendance.objects.filter(
        person=person, state=AttendanceState.CAME, event__state=EventState.HELD, event__kind=EventKind.TRAINING
    ).select_related("event__course")
    words = ClosingWord.objects.filter(
        mentorship__in=mine, member__role=ParticipationRole.MENTEE, became_friends__isnull=False
    ).aggregate(n=Count("pk"), yes=Count("pk", filter=Q(became_friends=True)))
    rows = Achievement.objects.filter(mentorship__in=mine, state=AchievementState.CONFIRMED).exclude(person=person)
    levels = rows.values_list("level").annotate(n=Count("pk")).order_by("level")
    labels = dict(Achievement._meta.get_field("level").flatchoices)
    return MentorFacts(
        works,
        list(came.order_by("event__starts_at", "pk")),
        came.aggregate(sum=Sum("event__hours"))["sum"] or Decimal(0),
        list(Sharing.objects.filter(authors__person=person)),
        [(str(labels[level]), n) for level, n in levels],
        words["n"],
        words["yes"] if words["n"] >= FEWEST else None,
        Attestation.objects.filter(person=person).first(),
    )


def _works(found: list[Mentorship]) -> list[Work]:
    """Counted apart, for joined together they would multiply."""
    pks = [one.pk for one in found]
    mentees = Count("members", filter=Q(members__role=ParticipationRole.MENTEE))
    counted = {
        name: dict(Mentorship.objects.filter(pk__in=pks).order_by().values_list("pk").annotate(n=what))
        for name, what in (
            ("mentees", mentees),
            ("meetings", Count("meetings", filter=Q(meetings__state=MeetingState.HELD))),
            ("reached", Count("goals", filter=Q(goals__reached_on__isnull=False))),
        )
    }
    return [Work(one, *(counted[name].get(one.pk, 0) for name in ("mentees", "meetings", "reached"))) for one in found]
