"""The radar as a table is the radar of single pairs; and as of any day it says what was true on that day."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nastavnik.core import clock
from nastavnik.domain.mentorships import actions, queries
from nastavnik.domain.mentorships.enums import MeetingState, RadarStatus
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.models import Holiday
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import Kind
from tests import factories as make
from tests.conftest import NOW
from tests.effort import examples

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]

DAY = timedelta(days=1)
START = date(2026, 9, 1)
SPAN = 60
HELD, MISSED = MeetingState.HELD, MeetingState.MISSED_BY_MENTEE
NEXT = {"active": ["pause", "pause_until", "meet", "meet_before", "correct", "end"],
        "paused": ["resume", "meet", "correct"]}  # fmt: skip
WATCHED = (RadarStatus.ON_TIME, RadarStatus.LATE, RadarStatus.SILENT)

# What is done on which day: (days to wait, which of the possible acts, how many days back or ahead).
histories = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 5), st.integers(0, 12)), max_size=8)


def at(day):
    return clock.fixed(NOW + (day - NOW.date()))


class Truth:
    """The life of one pair in plain sets of days, written beside the product's acts."""

    def __init__(self):
        self.held, self.paused, self.ended = {}, set(), None

    def told(self, day, free):
        """(d, days left out, last day) on the day, or None where the pair was not at work."""
        if self.ended is not None and day >= self.ended:
            return None
        last = max((on for on in self.held.values() if on <= day), default=START)
        between = [last + (n + 1) * DAY for n in range((day - last).days)]
        out = [x for x in between if x in self.paused or x in free]
        return len(between) - len(out), len(out), last


def live(pair, history):
    """The pair lives through the history by the product's actions; the truth of it."""
    truth, day, last_day = Truth(), START, START + SPAN * DAY
    for wait, which, size in history:
        day = min(day + wait * DAY, last_day)
        possible = NEXT.get(pair.state)
        if possible is None:
            break
        with at(day):
            act(possible[which % len(possible)], pair, truth, day, size)
    return truth


def act(what, pair, truth, day, size):
    back = max(START, day - size * DAY)
    if what == "meet" or what == "meet_before":
        on = day if what == "meet" else back
        truth.held[actions.record_meeting(pair, happens_on=on, state=HELD, author=None, by=None).pk] = on
    elif what == "correct" and truth.held:
        meeting = pair.meetings.get(pk=max(truth.held))
        actions.edit_meeting(meeting, {}, state=MISSED, version=meeting.version, by=None)
        del truth.held[meeting.pk]
    elif what in ("pause", "pause_until"):
        until = None if what == "pause" else day + size * DAY
        actions.pause(pair, on=day, until=until, by=None)
        truth.paused |= {day + n * DAY for n in range(size + 1 if until else 400)}
        truth.pause_from = day
    elif what == "resume":
        actions.resume(pair, on=day, by=None)
        truth.paused = {x for x in truth.paused if x < day or x == truth.pause_from}
    elif what == "end" and all(on <= day for on in truth.held.values()):
        actions.dissolve(pair, on=day, reason="other", by=None)
        truth.ended = day


@settings(deadline=None, max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(histories, min_size=1, max_size=3),
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9)), max_size=3),
    st.lists(st.tuples(st.integers(1, SPAN), st.integers(3, 12), st.integers(0, 6)), max_size=3).map(sorted),
)
def test_as_of_every_day_of_a_random_history_it_says_what_was_true(lives, breaks, rhythms):
    module = make.ModuleFactory(radar_period=7, radar_grace=5)
    free = set()
    for since, length in breaks:
        first, until = START + since * DAY, START + (since + length) * DAY
        Holiday.objects.create(organisation=module.organisation, title="каникулы", starts_on=first, ends_on=until)
        free |= {first + n * DAY for n in range(length + 1)}
    pairs = [make.MentorshipFactory(module=module, started_on=START) for _ in lives]
    truths = {pair.pk: live(pair, history) for pair, history in zip(pairs, lives, strict=True)}
    for since, period, grace in rhythms:
        with at(START + since * DAY):
            changes = {"radar_period": period, "radar_grace": grace}
            programmes.edit_module(module, changes, version=module.version, by=None)
    rows = Mentorship.objects.filter(module=module)

    for offset in range(-1, SPAN + 3, 4):
        day = START + offset * DAY
        known = {pk: truth.told(day, free) for pk, truth in truths.items() if offset >= 0}
        known = {pk: told for pk, told in known.items() if told}
        table = {line.id: line for line in queries.radar_table(rows, day).lines()}
        assert {pk: (line.days, line.days_not_counted) for pk, line in table.items()} == {
            pk: told[:2] for pk, told in known.items()
        }
        period, grace = next((new for since, *new in reversed(rhythms) if since <= offset), (7, 5))
        alone = queries.radar(rows, day)
        for pk, line in table.items():
            d = known[pk][0]
            assert line.status == ("on_time" if d <= period else "late" if d <= period + grace else "silent")
            assert (line.period_days, line.grace_days, alone[pk].status) == (period, grace, line.status)
            assert (line.last_meeting_on or line.started_on) == known[pk][2].isoformat()


def test_the_table_says_of_each_pair_what_its_own_reading_says():
    first, second = make.ModuleFactory(), make.ModuleFactory(radar_period=3, radar_grace=0)
    pairs = [make.MentorshipFactory(module=module, started_on=START + n * DAY) for module in (first, second)
             for n in range(0, 60, 9)]  # fmt: skip
    make.MentorshipFactory(module=first, kind=Kind.VIRTUAL)
    for number, pair in enumerate(pairs):
        if number % 3:
            make.MeetingFactory(mentorship=pair, happens_on=date(2026, 11, 1 + number))
        if number % 4 == 1:
            with at(date(2026, 11, 20)):
                actions.pause(pair, on=date(2026, 11, 10), until=date(2026, 11, 12 + number), by=None)
    Holiday.objects.create(organisation=first.organisation, title="день", starts_on=date(2026, 11, 4))
    rows, on = Mentorship.objects.all(), NOW.date()

    table = queries.radar_table(rows, on)

    one_by_one = queries.radar(queries.at_work(rows, on), on)
    for line in table.lines():
        alone = one_by_one[line.id]
        if line.status is None:
            assert alone.status == RadarStatus.NOT_WATCHED
        else:
            assert (line.status, line.days, line.days_not_counted, line.is_paused) == (
                alone.status, alone.days, alone.left_out, alone.is_paused
            )  # fmt: skip
    for word in RadarStatus:
        assert table.ids_with(word) == sorted(pk for pk, alone in one_by_one.items() if alone.shown == word)
    assert len(table) == len(pairs) + 1


def test_a_pair_that_ended_yesterday_was_at_work_the_day_before():
    pair = make.active_pair()
    actions.complete(pair, on=date(2026, 11, 22), reason="plan_done", by=None)

    found = [len(queries.radar_table(Mentorship.objects.all(), date(2026, 11, day))) for day in (21, 22, 23)]

    assert found == [1, 0, 0]


@pytest.mark.parametrize("pairs", [0, 1, 3])
def test_it_takes_few_queries_for_any_number(pairs, django_assert_max_num_queries):
    module = make.ModuleFactory()
    for _ in range(pairs):
        make.active_pair(module)

    with django_assert_max_num_queries(4):
        assert len(queries.radar_table(Mentorship.objects.all(), NOW.date())) == pairs
