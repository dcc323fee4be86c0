"""Who waits for whom."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, prefetch_related_objects

from nastavnik.core import clock
from nastavnik.domain.mentorships.enums import MentorshipState, Party
from nastavnik.domain.mentorships.models import Mentorship, MentorshipApproval
from nastavnik.domain.mentorships.queries.visible import visible_to
from nastavnik.domain.people.models import Guardianship
from nastavnik.domain.people.queries import in_force
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.models import Module, Programme

ORDERED = [kind for kind, rules in KINDS.items() if rules.order_needed]
PRELOADED = ("mentorship__module__programme", "member__person", "organisation")


def awaiting_my_answer(user: Any) -> QuerySet[MentorshipApproval]:
    """Questions that the user answers: for oneself, and for wards."""
    guards = Guardianship.objects.filter(in_force(clock.today()), child=OuterRef("member__person"), guardian__user=user)
    mine = ~Q(party=Party.GUARDIAN) & Q(member__person__user=user) | Q(party=Party.GUARDIAN) & Q(Exists(guards))
    waiting = MentorshipApproval.objects.filter(
        mine, answer="", mentorship__state=MentorshipState.PROPOSED, mentorship__in=visible_to(user)
    )
    return waiting.select_related(*PRELOADED)


def with_open_questions(mentorships: Sequence[Mentorship]) -> Sequence[Mentorship]:
    """The same mentorships, each with the questions nobody has answered as `open_questions`; one query."""
    waiting = MentorshipApproval.objects.filter(answer="").select_related("member__person")
    prefetch_related_objects(list(mentorships), Prefetch("approvals", queryset=waiting, to_attr="open_questions"))
    return mentorships


def confirmed_without_order(module: Module) -> QuerySet[Mentorship]:
    """Agreed, not started, and an order has to start them; which of them an order already names, `documents` knows."""
    return Mentorship.objects.filter(ordered(), module=module, state=MentorshipState.CONFIRMED)


def awaiting_start(rows: QuerySet[Mentorship]) -> QuerySet[Mentorship]:
    """Agreed, and started by the coordinator's decision because no order is needed."""
    return rows.filter(~ordered(), state=MentorshipState.CONFIRMED)


def ordered() -> Q:
    """Mentorships that the head's order starts: `rules.needs_order` for the database."""
    as_kind = Q(module__card_needs_order__isnull=True) | ~Q(kind=F("module__kind"))
    by_card = Q(module__card_needs_order=True, kind=F("module__kind"))
    return Q(module__programme__needs_order=True) & (by_card | (as_kind & Q(kind__in=ORDERED)))


def ended(
    programme: Programme, *, since: date | None = None, until: date | None = None, completed_only: bool = False
) -> QuerySet[Mentorship]:
    """Mentorships of the programme that worked and ended in the period, both days included."""
    states = [MentorshipState.COMPLETED] + ([] if completed_only else [MentorshipState.DISSOLVED])
    rows = Mentorship.objects.filter(module__programme=programme, state__in=states)
    if since:
        rows = rows.filter(ended_on__gte=since)
    return rows.filter(ended_on__lte=until) if until else rows
