"""Consent and clearance: unknown means no. Asked before a proposal and again before the first day of work."""

from collections.abc import Iterable

from nastavnik.domain.consents.errors import ConsentMissing
from nastavnik.domain.mentorships.errors import ClearanceMissing
from nastavnik.domain.mentorships.queries.members import ClosestPeople
from nastavnik.domain.people.models import Person


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
