"""What was changed in an agreed plan and is still to be read by the others."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.plans.enums import PlanState
from nastavnik.domain.plans.models import PlanSheet


def unread_by(user: Any) -> QuerySet[PlanSheet]:
    """Lines that others wrote into agreed plans of the user's own pairs, without the user's tap."""
    mine = MentorshipMember.objects.filter(
        mentorship=OuterRef("plan__mentorship"), person__user=user, ends_on__isnull=True
    )
    rows = PlanSheet.objects.filter(Exists(mine), is_from_edit=True, plan__state=PlanState.AGREED)
    return rows.exclude(by=user).exclude(readings__person__user=user)


def unread_corrections(mentorship_id: int, user: Any) -> QuerySet[PlanSheet]:
    """The same of one pair."""
    return unread_by(user).filter(plan__mentorship=mentorship_id)
