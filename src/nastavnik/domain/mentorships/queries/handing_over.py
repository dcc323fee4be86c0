"""Who may go on instead of a mentor, and whose yes is still to come."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.consents.queries import processable_today
from nastavnik.domain.mentorships.enums import MentorshipState, Party
from nastavnik.domain.mentorships.models import HandoverAnswer, HandoverOffer, Mentorship, MentorshipMember
from nastavnik.domain.mentorships.queries.by_hand import Place, places
from nastavnik.domain.mentorships.queries.visible import stopped_for_consent
from nastavnik.domain.people.models import Guardianship, Person
from nastavnik.domain.people.queries import in_force
from nastavnik.domain.programmes.enums import ParticipationRole


def replacements(mentorship: Mentorship, on: date) -> list[Place]:
    """Ready mentors of the module who are not in this pair, with what each lacks and how many pairs each leads; who
    leads the fewest stands first."""
    inside = set(mentorship.members.values_list("person_id", flat=True))
    mentors, _mentees = places(mentorship.module, on)
    others = [place for place in mentors if place.participation.person_id not in inside]
    return sorted(others, key=lambda place: place.open_now)


def open_handover(mentorship: Mentorship) -> HandoverOffer | None:
    """The offer that waits, with its answers loaded."""
    rows = mentorship.handover_offers.filter(closed_at__isnull=True)
    found: HandoverOffer | None = (
        rows.select_related("to__person", "left__person", "organisation").prefetch_related("answers__person").first()
    )
    return found


def handover_questions(user: Any) -> QuerySet[HandoverAnswer]:
    """Questions about a new mentor that the user answers: for oneself, and for wards. Each side is told of the other
    while every child there may be shown."""
    if not user.is_authenticated:
        return HandoverAnswer.objects.none()
    guards = Guardianship.objects.filter(in_force(clock.today()), child=OuterRef("person"), guardian__user=user)
    mine = ~Q(party=Party.GUARDIAN) & Q(person__user=user) | Q(party=Party.GUARDIAN) & Q(Exists(guards))
    working = (MentorshipState.ACTIVE, MentorshipState.PAUSED)
    rows = HandoverAnswer.objects.filter(mine, offer__closed_at__isnull=True, offer__mentorship__state__in=working)
    pair_is_shut = Exists(stopped_for_consent(Mentorship.objects.filter(pk=OuterRef("offer__mentorship"))))
    new_is_open = Exists(Person.objects.filter(processable_today(), pk=OuterRef("offer__to__person")))
    is_new = Q(person=F("offer__to__person"))
    rows = rows.filter(is_new & ~pair_is_shut | ~is_new & new_is_open)
    return rows.select_related(
        "person", "organisation", "offer__to__person", "offer__mentorship__module__programme",
        "offer__mentorship__organisation",
    )  # fmt: skip


def awaiting_handover(user: Any) -> QuerySet[HandoverAnswer]:
    """Of those the ones without an answer."""
    return handover_questions(user).filter(answer="")


def handover_answers(mentorship: Mentorship) -> QuerySet[HandoverAnswer]:
    """What everybody has said about new mentors of this pair, the latest offer first."""
    rows = HandoverAnswer.objects.filter(offer__mentorship=mentorship)
    return rows.select_related("person", "offer__to__person").order_by("-offer", "id")


def left_place(user: Any, pk: int) -> MentorshipMember | None:
    """The place of a mentor who has handed the pair over, for the page that says so."""
    if not user.is_authenticated:
        return None
    rows = MentorshipMember.objects.filter(
        mentorship=pk, person__user=user, role=ParticipationRole.MENTOR, has_left=True, ends_on__isnull=False
    )
    return rows.select_related("mentorship__module__programme").first()
