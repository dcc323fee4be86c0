"""What waits for somebody: plans to read, signals and links for who leads the pairs."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.mentorships.queries import visible_to as mentorships_visible_to
from nastavnik.domain.mentorships.rules import AT_WORK
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.plans.enums import AdviceState, PlanState, PlanWay, WorkSheetKind
from nastavnik.domain.plans.models import PairPlan, PlanReading, Recommendation, StepSignal, WorkSheet
from nastavnik.domain.plans.queries.corrections import unread_by
from nastavnik.domain.plans.queries.visible import signals_visible_to, visible_to
from nastavnik.domain.programmes.enums import ParticipationRole


def to_read(user: Any) -> QuerySet[PairPlan]:
    """Plans that were shown to the user and wait for the tap; agreed ones in which somebody else has changed a step."""
    mine = MentorshipMember.objects.filter(mentorship=OuterRef("mentorship"), person__user=user, ends_on__isnull=True)
    done = PlanReading.objects.filter(plan=OuterRef("pk"), person__user=user, edition=OuterRef("edition"))
    asked = Q(Exists(mine.filter(role=ParticipationRole.MENTEE)), way=PlanWay.BY_MENTOR) | Q(
        Exists(mine), ~Q(shown_by=user), way=PlanWay.TOGETHER
    )
    shown = asked & ~Q(Exists(done)) & Q(state=PlanState.SHOWN)
    changed = Q(Exists(unread_by(user).filter(plan=OuterRef("pk"))))
    rows = visible_to(user).filter(shown | changed)
    return rows.filter(mentorship__state__in=AT_WORK).order_by("id")


def open_signals(user: Any, organisation: Organisation) -> QuerySet[StepSignal]:
    """«Просит сделать за него» that nobody has settled, for who leads the pairs."""
    if organisation.pk not in standing(user).organisations_where(Permission.MENTORSHIP_EDIT):
        return StepSignal.objects.none()
    rows = signals_visible_to(user).filter(organisation=organisation, settled_at__isnull=True)
    return rows.filter(step__goal__mentorship__state__in=AT_WORK)


def held_links(user: Any, organisation: Organisation) -> QuerySet[Recommendation]:
    """Links that wait for another adult than their author."""
    if organisation.pk not in standing(user).organisations_where(Permission.MENTORSHIP_EDIT):
        return Recommendation.objects.none()
    pairs = mentorships_visible_to(user).select_related(None).values("pk")
    rows = Recommendation.objects.filter(organisation=organisation, state=AdviceState.HELD, mentorship__in=pairs)
    return rows.exclude(author__user=user).select_related("author", "mentorship")


def sheets_done(mentorships: Any) -> dict[str, int]:
    """Kind of sheet → how many were written in these mentorships, for reports; one query."""
    found = dict.fromkeys(WorkSheetKind.values, 0)
    for kind in WorkSheet.objects.filter(mentorship__in=mentorships).values_list("kind", flat=True):
        found[kind] += 1
    return found
