"""Consent and clearance: unknown means no. Asked before a proposal and again before the first day of work.

Training is asked before the first meeting, where the course of the module says so.
"""

from collections.abc import Iterable
from datetime import date

from nastavnik.core import clock
from nastavnik.domain.consents.errors import ConsentMissing
from nastavnik.domain.events.queries import missing_training
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.errors import (
    BeforeStart,
    ClearanceMissing,
    DiaryIsOff,
    InTheFuture,
    NotAtWork,
    PastYear,
    TrainingMissing,
    WorkStopped,
)
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.mentorships.queries.members import ClosestPeople
from nastavnik.domain.mentorships.queries.visible import is_stopped_for_consent
from nastavnik.domain.mentorships.rules import AT_WORK
from nastavnik.domain.mentorships.words import spoken
from nastavnik.domain.organisations.queries import academic_year_on
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import ParticipationRole


def require_gates(mentors: Iterable[Person], mentees: Iterable[Person], closest: ClosestPeople) -> None:
    """Every child has a consent in force; every adult mentor who meets a child is cleared (ТК РФ ст. 351.1)."""
    mentors, mentees = list(mentors), list(mentees)
    for person in [*mentors, *mentees]:
        named = person.pk not in closest.minors or person.pk in closest.consents
        if person.pk not in closest.processable or not named:
            raise ConsentMissing(name=person.list_name)
    if any(person.pk in closest.minors for person in mentees):
        for mentor in mentors:
            if mentor.pk not in closest.minors and mentor.pk not in closest.cleared:
                raise ClearanceMissing(name=mentor.list_name)


def require_consents(mentorship: Mentorship) -> None:
    """Nothing new is written about a child whose consent was withdrawn or ended, by whomever: the data rest."""
    if is_stopped_for_consent(mentorship):
        raise WorkStopped


def require_work(mentorship: Mentorship) -> None:
    if mentorship.state not in AT_WORK:
        raise NotAtWork


def require_day(mentorship: Mentorship, day: date, *, may_be_ahead: bool = False) -> None:
    """A day of the pair, in the academic year that is going on, and not one to come."""
    if day > clock.today(mentorship.organisation.time_zone) and not may_be_ahead:
        raise InTheFuture(day=spoken(day))
    if mentorship.started_on and day < mentorship.started_on:
        raise BeforeStart(day=spoken(day), start=spoken(mentorship.started_on))
    year = academic_year_on(mentorship.organisation, clock.today(mentorship.organisation.time_zone))
    if year and day < year.starts_on:
        raise PastYear(day=spoken(day))


def require_diary(mentorship: Mentorship) -> None:
    if not mentorship.module.keeps_diary:
        raise DiaryIsOff


def require_training(mentorship: Mentorship) -> None:
    """Before the first meeting that was held: a pair that meets already is not stopped by a course planned later."""
    if mentorship.meetings.filter(state=MeetingState.HELD).exists():
        return
    mentors = mentorship.members.filter(role=ParticipationRole.MENTOR, ends_on__isnull=True)
    untrained = missing_training(mentorship.module_id, list(mentors.values_list("person_id", flat=True)))
    if untrained:
        raise TrainingMissing(names=", ".join(person.list_name for person in untrained))
