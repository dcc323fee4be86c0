"""Whose term of keeping is over. Rather one too few than one who still matters."""

from datetime import date, timedelta

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.consents.models import Consent, ConsentRequest
from nastavnik.domain.events.models import Attendance
from nastavnik.domain.intake.enums import ApplicationState
from nastavnik.domain.intake.models import Application
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Clearance, Enrolment, Guardianship, Person, RoleAssignment
from nastavnik.domain.privacy.enums import RequestState, Term
from nastavnik.domain.privacy.models import DataRequest
from nastavnik.domain.privacy.queries.acts import WORKING, days_of
from nastavnik.domain.programmes.enums import ParticipationState, ProgrammeState
from nastavnik.domain.programmes.models import Participation, RoadmapResponsible

OPEN = (MentorshipState.PROPOSED, MentorshipState.CONFIRMED, MentorshipState.ACTIVE, MentorshipState.PAUSED)
OVER = (ParticipationState.LEFT, ParticipationState.FINISHED)
WAITING = (ApplicationState.SUBMITTED, ApplicationState.RETURNED)


def still_needed(on: date) -> Q:
    """Persons who wait for an answer to an application or to a request about their data, answer for a task of a
    programme, work here or were asked for a consent, whatever else they were."""
    me = OuterRef("pk")
    ties = (
        Application.objects.filter(person=me, state__in=WAITING),
        Application.objects.filter(twin=me, person=None, state__in=WAITING),  # it may be theirs
        RoadmapResponsible.objects.filter(person=me).exclude(item__stage__programme__state=ProgrammeState.CLOSED),
        RoleAssignment.objects.filter(_lasts(on), user=OuterRef("user"), role__in=WORKING),
        DataRequest.objects.filter(person=me, state=RequestState.OPEN),
        ConsentRequest.objects.filter(person=me, answered_at=None, called_off_at=None, expires_at__gt=clock.now()),
    )
    return _any(*ties)


def past_term(organisation: Organisation, on: date) -> QuerySet[Person]:
    """Whose purpose was met longer ago than the term: no participation, pair, role, class, ward or application is open,
    and the last thing that was noted about them is older. Who never took part is counted from the day they came in."""
    before = on - timedelta(days=days_of(organisation, Term.TAKING_PART))
    me = OuterRef("pk")
    noted = _any(
        Participation.objects.filter(person=me).exclude(state__in=OVER),
        Participation.objects.filter(person=me, joined_on__gt=before),
        MentorshipMember.objects.filter(person=me, mentorship__state__in=OPEN),
        MentorshipMember.objects.filter(person=me, mentorship__ended_on__gt=before),
        Enrolment.objects.filter(_lasts(before), person=me),
        Guardianship.objects.filter(_lasts(before), guardian=me, child__erased_on__isnull=True),
        Application.objects.filter(person=me, touched_at__date__gt=before),
        Attendance.objects.filter(person=me, event__starts_at__date__gt=before),
        Consent.objects.filter(person=me, starts_on__gt=before, withdrawn_on__isnull=True),
        Clearance.objects.filter(person=me, checked_on__gt=before),
    )
    rows = Person.objects.filter(organisation=organisation, erased_on__isnull=True, created_at__date__lte=before)
    ended = rows.exclude(still_needed(on)).exclude(noted).annotate(
        last_change=Max("participations__state_changes__at"), last_pair=Max("memberships__ends_on")
    )  # fmt: skip
    return ended.filter(
        Q(last_change__isnull=True) | Q(last_change__date__lte=before),
        Q(last_pair__isnull=True) | Q(last_pair__lte=before),
    ).order_by("surname", "given_name", "id")


def _lasts(on: date) -> Q:
    """Not over on the day, begun or not."""
    return Q(ends_on__isnull=True) | Q(ends_on__gte=on)


def _any(*ties: QuerySet) -> Q:  # type: ignore[type-arg]
    found = Q()
    for rows in ties:
        found |= Q(Exists(rows))
    return found
