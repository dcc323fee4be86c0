"""What is open ends before the data go: nobody is left in a pair with somebody who is no longer there."""

from datetime import date
from typing import Any

from django.db.models import F, Q

from nastavnik.domain.consents.models import Consent
from nastavnik.domain.conversations.actions import leave_everywhere
from nastavnik.domain.mentorships.actions import decline, dissolve
from nastavnik.domain.mentorships.enums import EndReason, MentorshipState
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.people.models import Enrolment, Person, RoleAssignment
from nastavnik.domain.people.queries import in_force
from nastavnik.domain.programmes.actions import leave
from nastavnik.domain.programmes.enums import ParticipationState

PROPOSED = (MentorshipState.PROPOSED, MentorshipState.CONFIRMED)
WORKING = (MentorshipState.ACTIVE, MentorshipState.PAUSED)


def end_everything(person: Person, *, on: date, by: Any) -> None:
    """Pairs of the person end, of a group they leave; participations, consents, roles and classes end with them."""
    for mentorship in Mentorship.objects.filter(members__person=person, state__in=(*PROPOSED, *WORKING)).distinct():
        _end_one(mentorship, person, on=on, by=by)
    leave_everywhere(person, by=by)
    for participation in person.participations.exclude(
        state__in=(ParticipationState.LEFT, ParticipationState.FINISHED)
    ):
        leave(participation, by=by, reason="erased")
    Consent.objects.filter(person=person, withdrawn_on__isnull=True).update(withdrawn_on=on, version=F("version") + 1)
    _end_periods(Enrolment.objects.filter(in_force(on), person=person), on)
    if person.user_id:
        roles = RoleAssignment.objects.filter(in_force(on), user=person.user_id, organisation=person.organisation_id)
        _end_periods(roles, on)


def _end_one(mentorship: Mentorship, person: Person, *, on: date, by: Any) -> None:
    members = MentorshipMember.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on), mentorship=mentorship)
    mine = members.filter(person=person)
    role = mine.values_list("role", flat=True).first()
    same_side = members.filter(role=role).exclude(person=person).exists()
    if role is not None and same_side:  # a group of others goes on
        mine.update(ends_on=on, version=F("version") + 1)
    elif mentorship.state in PROPOSED:
        decline(mentorship, by=by)
    else:
        dissolve(mentorship, on=max(on, mentorship.started_on or on), reason=EndReason.OTHER, by=by)


def _end_periods(rows: Any, on: date) -> None:
    rows.filter(starts_on__gt=on).update(ends_on=F("starts_on"))
    rows.filter(starts_on__lte=on, ends_on__isnull=True).update(ends_on=on)
