"""Who will read what somebody is about to write, by name and office; and what an adult can do who has read it."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from nastavnik.core import clock
from nastavnik.domain.conversations import queries
from nastavnik.domain.conversations.queries.office import STAFF
from nastavnik.domain.mentorships import queries as pairs
from nastavnik.domain.mentorships import rules as mentorships
from nastavnik.domain.mentorships.enums import MeetingState, MentorshipState
from nastavnik.domain.mentorships.naming import called, listed
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds
from nastavnik.domain.support.queries import guardians

SHOWN = 5  # meetings that are named
Reach = Sequence[tuple[Any, list[Any]]]


def who_hears(author: Any, children: Sequence[Any]) -> Reach:
    """To whom «мне некомфортно» about each child would go, if it is about none of them."""
    today = clock.today(author.organisation.time_zone)
    return [(child, queries.hearers(child, today, without={author.pk})) for child in children]


def told(reach: Reach) -> list[dict[str, Any]]:
    """The same in words; one line where it is the same for every child."""
    lines = [
        {"child": called(child), "names": names(people), "number": len(people), "people": {p.pk for p in people}}
        for child, people in reach
    ]
    if all(line["people"] == lines[0]["people"] for line in lines):
        return [{**lines[0], "child": ""}]
    return lines


def names(people: Sequence[Any]) -> str:
    """«Марина Олеговна, куратор, и Ольга Петровна, психолог»; people come with the `rank` of their office."""
    said = [
        _("%(name)s (%(office)s)") % {"name": called(one), "office": RoleCode(STAFF[one.rank]).label} for one in people
    ]
    return listed(said)


def what_to_do(user: Any, concern: Any) -> dict[str, Any]:
    """For an adult who reads it: the pairs of the child, what can be stopped, meetings ahead, telephones of parents;
    each by the reader's own rights."""
    child, today = concern.child, clock.today(concern.organisation.time_zone)
    at_work = (MentorshipState.ACTIVE, MentorshipState.PAUSED)
    found = pairs.visible_to(user).filter(members__person=child, members__ends_on__isnull=True, state__in=at_work)
    rows: Any = pairs.with_people(list(found.distinct()))
    for row in rows:
        row.called = row.title or listed([called(one.person) for one in row.members.all() if one.ends_on is None])
        row.may_pause = row.state == MentorshipState.ACTIVE and mentorships.can_lead(user, row)
    ahead = pairs.meetings_visible_to(user).filter(mentorship__in=[row.pk for row in rows])
    ahead = ahead.filter(state=MeetingState.PLANNED, happens_on__gte=today).order_by("happens_on", "begins_at")
    may_call = holds(user, Permission.PEOPLE_SEE, concern.organisation_id)
    parents = guardians([child.pk], today).get(child.pk, []) if may_call else []
    for one in parents:
        one.called = called(one)
    return {"pairs": rows, "ahead": list(ahead[:SHOWN]), "parents": parents, "may_call": may_call}
