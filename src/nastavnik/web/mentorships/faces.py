"""How a mentorship looks to the one who opens it: whose page it is, what the two are called."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from nastavnik.core import clock
from nastavnik.domain.mentorships import queries, rules
from nastavnik.domain.mentorships.naming import called, is_child, is_young, listed
from nastavnik.domain.programmes.enums import ParticipationRole

__all__ = ["Face", "called", "face", "is_child", "is_young", "listed", "opened", "staff_title", "today_of"]

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
    members = [member for member in mentorship.members.all() if not member.has_left]
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
    members = sorted((m for m in mentorship.members.all() if not m.has_left), key=lambda m: m.role != MENTOR)
    return listed([member.person.list_name for member in members])


def today_of(mentorship: Any) -> date:
    """The calendar day where the mentorship is."""
    return clock.today(mentorship.organisation.time_zone)


def opened(mentorship: Any) -> Any:
    """The same row with its members and persons."""
    return queries.with_people([mentorship])[0]
