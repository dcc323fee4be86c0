"""The one door to rows of the room: who sees the pair sees its plan. Signals are not shown to guardians."""

from typing import Any

from django.db.models import Q, QuerySet

from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.mentorships.queries import visible_to as mentorships_visible_to
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.plans.enums import AdviceState
from nastavnik.domain.plans.models import Difficulty, GoalReview, PairPlan, Recommendation, StepSignal, WorkSheet


def visible_to(user: Any) -> QuerySet[PairPlan]:
    rows = PairPlan.objects.filter(mentorship__in=_pairs(user))
    return rows.select_related("mentorship__module__programme", "mentorship__organisation", "organisation")


def difficulties_visible_to(user: Any) -> QuerySet[Difficulty]:
    rows = Difficulty.objects.filter(plan__mentorship__in=_pairs(user))
    return rows.select_related("plan__mentorship__organisation", "organisation")


def reviews_visible_to(user: Any) -> QuerySet[GoalReview]:
    return GoalReview.objects.filter(goal__mentorship__in=_pairs(user)).select_related("goal")


def signals_visible_to(user: Any) -> QuerySet[StepSignal]:
    """Of one's own pairs, and of those that one leads."""
    rows = StepSignal.objects.filter(step__goal__mentorship__in=_worked_on(user))
    return rows.select_related("step__goal__mentorship__organisation", "raised_by", "organisation")


def recommendations_visible_to(user: Any) -> QuerySet[Recommendation]:
    """What was given: whoever sees the pair. What waits or was refused: its author and who leads the pairs."""
    if not user.is_authenticated:
        return Recommendation.objects.none()
    rows = Recommendation.objects.filter(
        Q(state=AdviceState.GIVEN) | Q(author__user=user) | Q(organisation__in=_led(user)), mentorship__in=_pairs(user)
    )
    return rows.select_related("mentorship__module__programme", "mentorship__organisation", "author", "organisation")


def sheets_visible_to(user: Any) -> QuerySet[WorkSheet]:
    """Of one's own pairs, and of those that one leads."""
    rows = WorkSheet.objects.filter(mentorship__in=_worked_on(user))
    return rows.select_related("mentorship__module__programme", "mentorship__organisation", "author", "organisation")


def _pairs(user: Any) -> QuerySet[Mentorship, Any]:
    return mentorships_visible_to(user).select_related(None).values("pk")


def _worked_on(user: Any) -> QuerySet[Mentorship, Any]:
    if not user.is_authenticated:
        return Mentorship.objects.none().values("pk")
    own = MentorshipMember.objects.filter(person__user=user).values("mentorship")
    return _pairs(user).filter(Q(pk__in=own) | Q(organisation__in=_led(user)))


def _led(user: Any) -> frozenset[int]:
    return standing(user).organisations_where(Permission.MENTORSHIP_EDIT)
