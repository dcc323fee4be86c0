"""How a mentorship looks to the one who opens it: whose page it is, what the two are called."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from nastavnik.core import clock
from nastavnik.domain.mentorships import queries, rules
from nastavnik.domain.people.queries import age_on
from nastavnik.domain.programmes.enums import ParticipationRole

MENTOR, MENTEE = ParticipationRole.MENTOR, ParticipationRole.MENTEE


@dataclass(frozen=True)
class Face:
    """`side` is "mentor", "mentee", "guardian" or "staff"."""

    side: str
    title: str
    mentors: Sequence[Any]
    mentees: Sequence[Any]
    child_reads: bool = False  # «ты» to a child under 14

    @property
    def letters(self) -> str:
        """Two letters in place of a photograph."""
        others = self.mentors if self.side in ("mentee", "guardian") else self.mentees
        return "".join(part[:1] for part in (others[0].given_name, others[0].surname)) if others else ""


def face(mentorship: Any, user: Any) -> Face:
    """The mentorship (its members loaded) as this user meets it."""
    members = list(mentorship.members.all())
    mentors = [m.person for m in members if m.role == MENTOR]
    mentees = [m.person for m in members if m.role == MENTEE]
    me = next((m for m in members if m.person.user_id == user.pk), None)
    if me is None:
        is_guardian = not rules.can_lead(user, mentorship) and any(
            m.is_minor and rules.guards(user, m.person_id) for m in members
        )
        return Face("guardian" if is_guardian else "staff", staff_title(mentorship), mentors, mentees)
    others = mentors if me.role == MENTEE else mentees
    title = mentorship.title or listed([called(person) for person in others])
    return Face(me.role, title, mentors, mentees, is_young(me.person))


def staff_title(mentorship: Any) -> str:
    """«Громова Анна и Цой Марк», or the title of a group; members are loaded."""
    if mentorship.title:
        return mentorship.title
    members = sorted(mentorship.members.all(), key=lambda m: m.role != MENTOR)
    return listed([member.person.list_name for member in members])


def called(person: Any) -> str:
    """Children by the given name alone, adults by name and patronymic."""
    parts = (person.given_name,) if is_child(person) else (person.given_name, person.patronymic)
    return " ".join(part for part in parts if part) or person.surname


def is_child(person: Any) -> bool:
    return _younger(person.birth_date, 18)


def is_young(person: Any) -> bool:
    """Said «ты» to."""
    return _younger(person.birth_date, 14)


def _younger(birth_date: date | None, years: int) -> bool:
    return birth_date is not None and age_on(birth_date, clock.today()) < years


def listed(names: Sequence[str]) -> str:
    """«А, Б и В»."""
    if len(names) < 2:
        return "".join(names)
    return _("%(names)s и %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}


def today_of(mentorship: Any) -> date:
    """The calendar day where the mentorship is."""
    return clock.today(mentorship.organisation.time_zone)


def opened(mentorship: Any) -> Any:
    """The same row with its members and persons."""
    return queries.with_people([mentorship])[0]
