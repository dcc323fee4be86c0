"""Telling people that the end of a row is near."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import staff_roles
from nastavnik.domain.programmes.models import RoadmapItem
from nastavnik.domain.programmes.queries.roadmap import is_time_to_remind, waiting_with_reminder


def remind(at: datetime) -> int:
    """Tell of every row whose end is near, once for each last day; returns how many rows were told of.

    Those who answer for the row and can sign in are told; where there are none, the coordinators.
    """
    told = 0
    coordinators: dict[int, list[Person]] = {}
    for item in waiting_with_reminder():
        organisation = item.stage.programme.organisation
        today = at.astimezone(ZoneInfo(organisation.time_zone)).date()
        if not is_time_to_remind(item, today):
            continue
        people: Iterable[Person] = [row.person for row in item.people.all() if row.person.user_id]
        if not people:
            if organisation.pk not in coordinators:
                held = staff_roles(organisation, [RoleCode.COORDINATOR], today)
                coordinators[organisation.pk] = [person for _role, person in held if person]
            people = coordinators[organisation.pk]
        _tell(item, people)
        told += 1
    return told


def _tell(item: RoadmapItem, people: Iterable[Person]) -> None:
    for person in people:
        key = f"row_ends:{item.pk}:{item.ends_on:%Y%m%d}"
        notify("row_ends", to=person, context={"item": item.pk}, key=key)
