"""What needs somebody today. Other rooms supply the facts; the number of queries does not grow with the items."""

from datetime import date
from typing import Any

from nastavnik.domain.desk.queries import (
    admitting,
    data,
    own,
    pairs,
    papers,
    people,
    plans,
    programmes,
    rows,
    server,
    support,
    talks,
)
from nastavnik.domain.desk.queries.first_steps import institution_facts, programme_facts
from nastavnik.domain.desk.records import URGENCIES, QueueItem, Today
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission as P
from nastavnik.domain.people.rules import holds, standing

__all__ = ["institution_facts", "needs_me", "programme_facts", "today"]


def needs_me(user: Any, organisation: Organisation | None, on: date) -> list[QueueItem]:
    """The queue of one user in one organisation, in the order of harm."""
    return list(today(user, organisation, on).queue)


def today(user: Any, organisation: Organisation | None, on: date) -> Today:
    """The queue and what stands beside it, for all roles that the user holds there."""
    items = server.items(on) if standing(user).may(P.OPERATIONS) else []
    if organisation is None:
        return Today(on, tuple(items))
    items += talks.items(user, organisation, on)
    watches = holds(user, P.MENTORSHIP_SEE, organisation.pk)
    mentorships = pairs.rows(user, organisation, on)
    if watches:
        items += support.items(user, organisation, mentorships, on)
        items += pairs.items(user, organisation, mentorships, on)
    items += people.items(user, organisation, on)
    items += plans.items(user, organisation)
    items += papers.items(user, organisation, on)
    items += rows.items(user, organisation, on)
    items += data.items(user, organisation, on)
    items += admitting.items(user, organisation, on)
    mine, next_on = own.items(user, organisation, mentorships, on)
    lines, ahead, due = programmes.lines(user, organisation, mentorships, on)
    log = pairs.log(user, mentorships) if holds(user, P.MENTORSHIP_OWN, organisation.pk) else []
    return Today(
        on,
        tuple(sorted(items + mine + due, key=lambda item: URGENCIES.index(item.urgency))),
        pairs.box(mentorships, on) if watches else None,
        tuple(lines),
        tuple(ahead),
        next_on,
        tuple(log),
        tuple(support.pulse_asked(mentorships, log, on)),
    )
