"""A silent pair is in the coordinator's queue on the first day after the grace, by the clock of the school."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from nastavnik.core import clock
from nastavnik.domain.desk import queries
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = pytest.mark.django_db

# One place in each of the eleven time zones of Russia, from UTC+2 to UTC+12.
ZONES = (
    "Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Krasnoyarsk",
    "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka",
)  # fmt: skip
LAST_MEETING = date(2026, 11, 2)
GRACE_ENDS = LAST_MEETING + timedelta(14 + 7)
MINUTE = timedelta(minutes=1)


def silent_at(moment, user, school):
    """How many silent pairs the queue names at this moment; the page asks for the school's own day."""
    with clock.fixed(moment.astimezone(UTC)):
        items = queries.needs_me(user, school, clock.today(school.time_zone))
    return sum(item.title.startswith("Молчат") for item in items)


def test_silent_pairs_reach_the_queue_at_midnight_of_the_school_in_every_time_zone_of_russia():
    offsets = set()
    for zone in ZONES:
        school = make.OrganisationFactory(time_zone=zone)
        coordinator = make.staff(RoleCode.COORDINATOR, school)
        pair = make.active_pair(make.ModuleFactory(programme__organisation=school))
        make.MeetingFactory(mentorship=pair, happens_on=LAST_MEETING)
        midnight = datetime.combine(GRACE_ENDS + timedelta(1), time(), ZoneInfo(zone))
        offsets.add(midnight.utcoffset())

        found = [silent_at(moment, coordinator, school) for moment in (midnight - MINUTE, midnight, midnight + MINUTE)]

        assert (zone, found) == (zone, [0, 1, 1])
    assert len(offsets) == 11
