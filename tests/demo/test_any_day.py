"""The story is counted back from today, so it can be told on any day of the year."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from nastavnik.core import clock
from nastavnik.demo.story import tell
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.mentorships.queries import at_work, with_radar
from nastavnik.domain.programmes.models import Programme
from nastavnik.domain.programmes.queries import stage_facts
from tests.effort import IS_LONG

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


OTHERS = [date(2026, 11, 23), date(2026, 9, 1), date(2027, 6, 13)]


def test_on_a_leap_day_stages_and_radar_are_as_planned(told):
    stages_and_radar_are_as_planned(told)


if IS_LONG:  # all else that a story shows is looked at in the one of the leap day

    @pytest.mark.parametrize("day", OTHERS)
    def test_story_can_be_told_on_any_day(day):
        with clock.fixed(datetime(day.year, day.month, day.day, 9, tzinfo=UTC)):
            tell()
            stages_and_radar_are_as_planned(day)


def stages_and_radar_are_as_planned(day):
    facts = {one.programme.title: one for one in stage_facts(Programme.objects.all(), day)}
    statuses = Counter(row.radar.shown for row in with_radar(at_work(Mentorship.objects.all(), day), day))

    assert facts["Старшие — младшим"].now.stage.number == 6
    assert facts["Педагогический дебют"].now.stage.number == 4
    assert statuses == {"on_time": 23, "late": 4, "silent": 3, "paused": 2, "not_watched": 3}
