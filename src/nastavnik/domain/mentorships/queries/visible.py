"""The one door to rows of mentorships and of what hangs on them."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.consents.queries import processable_today
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import (
    DiaryEntry,
    Goal,
    Meeting,
    MeetingFeedback,
    Mentorship,
    MentorshipApproval,
    MentorshipMember,
    PlanStep,
)
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import ward_ids
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing


def visible_to(user: Any) -> QuerySet[Mentorship]:
    """Staff see the mentorships of their organisation, members their own, guardians their wards'.

    Who does not collect consents sees a mentorship only while every child in it, oneself and one's wards apart, may
    be shown today.
    """
    if not user.is_authenticated:
        return Mentorship.objects.none()
    # A page asks for its pairs in many ways, and to put the question together takes longer than to answer it: it is
    # kept as long as the roles read for the request and the quarter of an hour in which no zone begins a day.
    now = clock.now()
    moment = now.replace(minute=now.minute // 15 * 15, second=0, microsecond=0)
    kept = getattr(user, "_visible_mentorships", None)
    if kept is None or kept[0] is not standing(user) or kept[1] != moment:
        kept = user._visible_mentorships = standing(user), moment, _visible_to(user)
    rows: QuerySet[Mentorship] = kept[2].all()
    return rows


def _visible_to(user: Any) -> QuerySet[Mentorship]:
    collect, others = _staff_organisations(user)
    rows = _close(user) | Q(organisation__in=collect)
    if others:
        members = MentorshipMember.objects.filter(mentorship=OuterRef("pk"))
        rows |= Q(organisation__in=others) & ~Q(Exists(_not_to_be_shown(members)))
    return Mentorship.objects.filter(rows).select_related("organisation", "module__programme")


def _staff_organisations(user: Any) -> tuple[frozenset[int], frozenset[int]]:
    """Where the user sees mentorships as one who collects consents, and as one who does not."""
    see = standing(user).organisations_where(Permission.MENTORSHIP_SEE)
    collect = see & standing(user).organisations_where(Permission.CONSENT_RECORD)
    return collect, see - collect


def _close(user: Any) -> Q:
    """Mentorships of one's own and of one's wards. Of a pair that did not come about nobody has to know any more, and
    who has left sees no more what comes after."""
    members = MentorshipMember.objects.filter(mentorship=OuterRef("pk"))
    wards = ward_ids(user)
    own = members.filter(Q(person__user=user) | Q(person__in=wards), has_left=False)
    others = members.exclude(person__user=user).exclude(person__in=wards)
    return Q(Exists(own)) & ~Q(Exists(_not_to_be_shown(others))) & ~Q(state=MentorshipState.DECLINED)


def hidden_for_consent(rows: QuerySet[Mentorship]) -> QuerySet[Mentorship]:
    """Those with a child whose consent is missing today: hidden from all but who collects consents."""
    return rows.filter(Exists(_not_to_be_shown(MentorshipMember.objects.filter(mentorship=OuterRef("pk")))))


def stopped_for_consent(rows: QuerySet[Mentorship]) -> QuerySet[Mentorship]:
    """Those in which a child whose consent is missing today still takes part: nothing new is written about them."""
    members = MentorshipMember.objects.filter(mentorship=OuterRef("pk"), ends_on__isnull=True)
    return rows.filter(Exists(_not_to_be_shown(members)))


def is_stopped_for_consent(mentorship: Mentorship) -> bool:
    """`stopped_for_consent` for one mentorship."""
    members = MentorshipMember.objects.filter(mentorship=mentorship.pk, ends_on__isnull=True)
    return _not_to_be_shown(members).exists()


def _not_to_be_shown(members: QuerySet[MentorshipMember]) -> QuerySet[MentorshipMember]:
    """Of whom data were erased nothing is shown: the row without a name hides no group."""
    members = members.filter(person__erased_on__isnull=True)
    shown = Person.objects.filter(processable_today(), pk=OuterRef("person_id"))
    return members.filter(~Exists(shown))


def approvals_visible_to(user: Any) -> QuerySet[MentorshipApproval]:
    rows = MentorshipApproval.objects.filter(mentorship__in=visible_to(user))
    return rows.select_related("mentorship__module__programme", "member__person", "organisation")


def meetings_visible_to(user: Any) -> QuerySet[Meeting]:
    rows = Meeting.objects.filter(mentorship__in=visible_to(user))
    return rows.select_related("mentorship__module", "organisation", "told_by")


def feedback_visible_to(user: Any) -> QuerySet[MeetingFeedback]:
    """Feedback is between who wrote it and whom it is for, their guardians, and who leads; of a group nobody else's."""
    if not user.is_authenticated:
        return MeetingFeedback.objects.none()
    collect, _others = _staff_organisations(user)
    mine = Q(author__user=user) | Q(to__person__user=user) | Q(to__person__in=ward_ids(user))
    rows = MeetingFeedback.objects.filter(
        Q(organisation__in=collect) | mine & Q(meeting__mentorship__in=visible_to(user))
    )
    return rows.select_related("meeting__mentorship__module", "author", "to__person", "organisation")


def goals_visible_to(user: Any) -> QuerySet[Goal]:
    return Goal.objects.filter(mentorship__in=visible_to(user)).select_related("mentorship", "organisation")


def steps_visible_to(user: Any) -> QuerySet[PlanStep]:
    rows = PlanStep.objects.filter(goal__mentorship__in=visible_to(user))
    return rows.select_related("goal__mentorship", "organisation")


def diary_visible_to(user: Any) -> QuerySet[DiaryEntry]:
    """What was written for the pair: its members, guardians, and the staff who look after it; the head reads no diary.

    A private note is for its author alone, no role opens it.
    """
    if not user.is_authenticated:
        return DiaryEntry.objects.none()
    collect, _others = _staff_organisations(user)
    mentorships = Mentorship.objects.filter(_close(user) | Q(organisation__in=collect))
    rows = DiaryEntry.objects.filter(Q(is_private=False) | Q(author__user=user), mentorship__in=mentorships)
    return rows.select_related("author", "organisation", "mentorship")
