"""The round table of a group meeting: short talks, everybody with everybody."""

from collections.abc import Sequence
from dataclasses import dataclass

from nastavnik.domain.matching.models import GroupMeeting
from nastavnik.domain.matching.queries.meetings import Guest, guests
from nastavnik.domain.matching.rotation import rotation, waiting
from nastavnik.domain.programmes.enums import ParticipationRole


@dataclass(frozen=True)
class Round:
    """`begins` minutes after the first one; tables in order, and who waits."""

    number: int
    begins: int
    tables: Sequence[tuple[Guest, Guest | None]]
    idle: Sequence[Guest]


def rounds_of(meeting: GroupMeeting, minutes: int) -> list[Round]:
    """Of those who came, or of all who may come while nobody has been ticked."""
    everybody = guests(meeting)
    people = [guest for guest in everybody if guest.came] or everybody
    mentors = [one for one in people if one.participation.role == ParticipationRole.MENTOR]
    mentees = [one for one in people if one.participation.role == ParticipationRole.MENTEE]
    tables = [[(mentor, _other(mentor, mentee)) for mentor, mentee in one] for one in rotation(mentors, mentees)]
    idle = waiting(rotation(mentors, mentees), mentees)
    return [
        Round(number + 1, number * minutes, seats, out)
        for number, (seats, out) in enumerate(zip(tables, idle, strict=True))
    ]


def _other(mentor: Guest, mentee: Guest | None) -> Guest | None:
    """Nobody talks with themself: who takes part on both sides has a free chair then."""
    same = mentee and mentee.participation.person_id == mentor.participation.person_id
    return None if same else mentee
