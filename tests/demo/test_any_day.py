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


DAYS = [date(2028, 2, 29), date(2026, 9, 1), date(2027, 6, 13)]


# `test_story` tells it as of a Monday in November; the leap day stands for the others in the short form.
@pytest.mark.parametrize("day", DAYS if IS_LONG else DAYS[:1])
def test_story_can_be_told_on_any_day(day):
    with clock.fixed(datetime(day.year, day.month, day.day, 9, tzinfo=UTC)):
        tell()

        facts = {one.programme.title: one for one in stage_facts(Programme.objects.all(), day)}
        statuses = Counter(row.radar.shown for row in with_radar(at_work(Mentorship.objects.all(), day), day))

    assert facts["Старшие — младшим"].now.stage.number == 6
    assert facts["Педагогический дебют"].now.stage.number == 4
    assert statuses == {"on_time": 23, "late": 4, "silent": 3, "paused": 2, "not_watched": 3}
