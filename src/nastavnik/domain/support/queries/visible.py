"""Which rows somebody may see. Notes of talks and words of a pulse are for who leads the pairs alone."""

from typing import Any

from django.db.models import QuerySet

from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.mentorships.queries import visible_to
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.support.models import Pulse, Snooze, SupportContact
from nastavnik.domain.support.queries.duties import past_own_pairs


def looked_after_by(user: Any) -> QuerySet[Mentorship]:
    """Mentorships of the organisations where the user leads pairs."""
    if not user.is_authenticated:
        return Mentorship.objects.none()
    return visible_to(user).filter(organisation__in=standing(user).organisations_where(Permission.MENTORSHIP_EDIT))


def contacts_visible_to(user: Any) -> QuerySet[SupportContact]:
    return SupportContact.objects.filter(mentorship__in=looked_after_by(user).values("pk")).select_related("by")


def pulses_visible_to(user: Any) -> QuerySet[Pulse]:
    """All of a pair for who leads it, unless it is their own; the own ones are asked by `own_pulse`."""
    rows = Pulse.objects.filter(mentorship__in=looked_after_by(user).values("pk"))
    return past_own_pairs(rows, user).select_related("person")


def snoozes_visible_to(user: Any) -> QuerySet[Snooze]:
    return Snooze.objects.filter(mentorship__in=looked_after_by(user).values("pk"))
