"""Who a meeting is with, as its reader calls them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from nastavnik.core import clock
from nastavnik.domain.mentorships.queries import with_people
from nastavnik.domain.scheduling.words import called, listed


def with_whom(mentorship: Any, user: Any, on: date) -> str:
    """The other side, or both for who leads; the title of a group. Members are loaded."""
    if mentorship.title:
        return str(mentorship.title)
    members = sorted(mentorship.members.all(), key=lambda row: row.role != "mentor")
    me = next((row for row in members if row.person.user_id == user.pk), None)
    others = [row.person for row in members if me is None or row.role != me.role]
    return listed([called(person, on) for person in others])


def named(rows: Sequence[Any], user: Any, on: date) -> Sequence[Any]:
    """Meetings or offers, each with `whom`; one query."""
    mentorships = {row.mentorship_id: row.mentorship for row in rows}
    with_people(list(mentorships.values()))
    titles = {pk: with_whom(one, user, on) for pk, one in mentorships.items()}
    for row in rows:
        row.mentorship = mentorships[row.mentorship_id]  # the one whose people are loaded
        row.whom = titles[row.mentorship_id]
    return rows


def today_of(request: Any) -> date:
    """The day where the reader is."""
    return clock.today(request.organisation.time_zone) if request.organisation else clock.today()


def opened(mentorship: Any) -> Any:
    """The same mentorship with its members and persons."""
    return with_people([mentorship])[0]
