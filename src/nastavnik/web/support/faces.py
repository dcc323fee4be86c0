"""How a pair looks to the one who calls it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from nastavnik.domain.mentorships import queries as mentorships
from nastavnik.domain.mentorships.naming import called, is_young, listed
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.support import messages, queries

SHOWN = 5


def titled(rows: Sequence[Any]) -> Sequence[Any]:
    """The rows with `title_shown`: the title of a group, or both names; one query."""
    for row in mentorships.with_people(rows):
        members = sorted(
            (member for member in row.members.all() if member.ends_on is None),
            key=lambda member: member.role != ParticipationRole.MENTOR,
        )
        row.title_shown = row.title or listed([member.person.list_name for member in members])
    return rows


def call_face(user: Any, mentorship: Any, today: date) -> dict[str, Any]:
    """People with telephones, the three questions, the three components, talks and marks so far."""
    found = queries.of_pair(user, mentorship, today)
    row, duty = found.row, found.duty
    titled([row])
    members = [member for member in row.members.all() if member.ends_on is None]
    return {
        "mentorship": row,
        "duty": duty,
        "today": today,
        "people": _people(members, today),
        "script": messages.SCRIPT,
        "child_script": messages.CHILD_SCRIPT if any(is_young(member.person) for member in members) else (),
        "strengths": found.strengths,
        "alerts": ", ".join(str(messages.ALERTS[alert]) for alert in duty.alerts) if duty else "",
        "contacts": queries.contacts_visible_to(user).filter(mentorship=row)[:SHOWN],
        "pulses": queries.pulses_visible_to(user).filter(mentorship=row)[: 2 * SHOWN],
        "put_off": queries.snoozes_visible_to(user).filter(mentorship=row, until__gt=today).first(),
    }


def _people(members: Sequence[Any], today: date) -> list[dict[str, Any]]:
    """Who can be called: mentors, mentees, and the guardians of the children."""
    guardians = queries.guardians([member.person_id for member in members if member.is_minor], today)
    found = []
    for member in sorted(members, key=lambda one: one.role != ParticipationRole.MENTOR):
        found.append({"person": member.person, "side": member.role, "called": called(member.person)})
        found += [
            {"person": parent, "side": "guardian", "called": called(parent)}
            for parent in guardians.get(member.person_id, [])
        ]
    return found
