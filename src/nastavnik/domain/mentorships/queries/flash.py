"""Short meetings: which are free, which are mine."""

from typing import Any

from django.db.models import Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.mentorships.enums import FlashState
from nastavnik.domain.mentorships.models import FlashSlot
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import Kind, ParticipationRole, ParticipationState
from nastavnik.domain.programmes.models import Participation


def slots_visible_to(user: Any) -> QuerySet[FlashSlot]:
    """Staff see those of their organisation, mentors their own, mentees the free ones of their modules and theirs."""
    if not user.is_authenticated:
        return FlashSlot.objects.none()
    led = Q(organisation__in=standing(user).organisations_where(Permission.MENTORSHIP_EDIT))
    modules = flash_participations(user).filter(role=ParticipationRole.MENTEE).values("module")
    free = Q(state=FlashState.OPEN, module__in=modules)
    own = Q(mentor__person__user=user) | Q(mentorship__members__person__user=user)
    rows = FlashSlot.objects.filter(led | free | own).distinct()
    return rows.select_related("organisation", "module__programme", "mentor__person", "mentorship")


def slots_ahead(user: Any) -> QuerySet[FlashSlot]:
    """Free and booked ones from today on, and those past that nobody has closed."""
    today = clock.today()
    rows = slots_visible_to(user)
    return rows.filter(Q(state=FlashState.OPEN, happens_on__gte=today) | Q(state=FlashState.BOOKED))


def slots_over(user: Any) -> QuerySet[FlashSlot]:
    """Held ones, the newest first."""
    return slots_visible_to(user).filter(state=FlashState.HELD).order_by("-happens_on", "-begins_at", "-id")


def flash_participations(user: Any) -> QuerySet[Participation]:
    """The user's own places in short meetings, on both sides."""
    rows = Participation.objects.filter(person__user=user, module__kind=Kind.FLASH, state=ParticipationState.READY)
    return rows.select_related("person", "module__programme", "organisation").order_by("id")


def mentors_to_offer(user: Any) -> QuerySet[Participation]:
    """For whom the user may offer a time: oneself, and for coordinators everybody's."""
    led = Q(organisation__in=standing(user).organisations_where(Permission.MENTORSHIP_EDIT))
    rows = Participation.objects.filter(
        led | Q(person__user=user), role=ParticipationRole.MENTOR, module__kind=Kind.FLASH,
        state=ParticipationState.READY,
    )  # fmt: skip
    return rows.select_related("person", "module__programme", "organisation").order_by("person__normal_name", "id")
