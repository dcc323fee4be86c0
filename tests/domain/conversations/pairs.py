"""A pair with a child and the staff of its institution."""

from types import SimpleNamespace

from nastavnik.domain.conversations import actions
from tests import factories as make


def school(**more):
    """A working pair, a coordinator and a psychologist in office, their persons at hand."""
    pair = make.active_pair(**more)
    mentor, mentee = (pair.members.get(role=role).person for role in ("mentor", "mentee"))
    coordinator = make.staff("coordinator", pair.organisation)
    psychologist = make.staff("psychologist", pair.organisation)
    for person, role in ((mentor, "mentor"), (mentee, "mentee")):
        make.RoleAssignmentFactory(user=person.user, role=role, organisation=pair.organisation)
    return SimpleNamespace(
        pair=pair, mentor=mentor, child=mentee, coordinator=coordinator.person, psychologist=psychologist.person
    )


def talking(**more):
    """The same with their conversation open."""
    found = school(**more)
    found.channel = actions.open_channel(found.pair, by=found.mentor.user)
    return found


def inside(channel):
    """(role, is a child) of everybody who is in it."""
    return sorted(channel.members.filter(left_at__isnull=True).values_list("role", "is_child"))
