"""The one definition of the radar, held against the same definition counted day by day."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.mentorships.enums import RadarStatus as R
from nastavnik.domain.mentorships.radar import NOT_WATCHED, merged, read

DAY = timedelta(days=1)
FIRST = date(2026, 9, 1)
HORIZON = 320  # longer than period, grace and all breaks of an example together

days = st.integers(0, 120).map(lambda n: FIRST + n * DAY)
spans = st.lists(
    st.tuples(days, st.one_of(st.none(), st.integers(0, 30))).map(
        lambda pair: (pair[0], None if pair[1] is None else pair[0] + pair[1] * DAY)
    ),
    max_size=4,
)
closed_spans = st.lists(st.tuples(days, st.integers(0, 30)).map(lambda p: (p[0], p[0] + p[1] * DAY)), max_size=4)


def inside(day, some):
    return any(first <= day and (until is None or day <= until) for first, until in some)


def counted(last, as_of, period, grace, pauses, holidays, ahead=0):
    """The definition, word by word: (status, d, in a pause) of `as_of` and of each of the days after it."""
    if last > as_of:
        return [(R.NOT_WATCHED, None, False)]
    found, d = [], 0
    for n in range((as_of - last).days + ahead + 1):
        x = last + n * DAY
        paused = inside(x, pauses)
        d += n > 0 and not paused and not inside(x, holidays)
        by_days = R.ON_TIME if d <= period else R.LATE if d <= period + grace else R.SILENT
        if x >= as_of:
            found.append((by_days, d, paused))
    return found


@settings(deadline=None)
@given(days, days, st.integers(1, 30), st.integers(0, 20), spans, closed_spans)
def test_status_and_days_equal_the_count_day_by_day(last, as_of, period, grace, pauses, holidays):
    found = read(last, as_of, period, grace, pauses, holidays)

    assert (found.status, found.days, found.is_paused) == counted(last, as_of, period, grace, pauses, holidays)[0]
    if found.days is not None:
        assert found.left_out == (as_of - last).days - found.days


@settings(deadline=None)
@given(days, days, st.integers(1, 30), st.integers(0, 20), spans, closed_spans)
def test_the_day_of_change_is_the_first_day_with_another_word(last, as_of, period, grace, pauses, holidays):
    now = read(last, as_of, period, grace, pauses, holidays)
    series = counted(last, as_of, period, grace, pauses, holidays, HORIZON)
    words = [R.PAUSED if paused else status for status, _d, paused in series]
    if now.is_paused:  # the day after the pause, whatever is said then
        expected = next((as_of + n * DAY for n, (_s, _d, paused) in enumerate(series) if not paused), None)
    else:
        expected = next((as_of + n * DAY for n, word in enumerate(words) if word != now.shown), None)

    assert now.changes_on == expected


@given(spans)
def test_merged_spans_hold_the_same_days_and_do_not_touch(some):
    union = merged(some)

    assert all(inside(FIRST + n * DAY, some) == inside(FIRST + n * DAY, union) for n in range(160))
    assert all(until is not None and until + DAY < after for (_, until), (after, _) in itertools.pairwise(union))


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2026, 11, 4), (R.ON_TIME, 0, date(2026, 11, 12))),
        (date(2026, 11, 11), (R.ON_TIME, 7, date(2026, 11, 12))),
        (date(2026, 11, 12), (R.LATE, 8, date(2026, 11, 19))),
        (date(2026, 11, 18), (R.LATE, 14, date(2026, 11, 19))),
        (date(2026, 11, 19), (R.SILENT, 15, None)),
        (date(2026, 11, 3), (R.NOT_WATCHED, None, None)),
    ],
)
def test_week_and_a_week_of_grace_after_4_november(as_of, expected):
    found = read(date(2026, 11, 4), as_of, 7, 7)

    assert (found.status, found.days, found.changes_on) == expected


def test_a_day_in_a_pause_and_in_a_holiday_is_left_out_once():
    pause = [(date(2026, 11, 5), date(2026, 11, 8))]
    holiday = [(date(2026, 11, 7), date(2026, 11, 9))]

    found = read(date(2026, 11, 4), date(2026, 11, 14), 7, 7, pause, holiday)

    assert (found.days, found.left_out) == (5, 5)


def test_a_pause_stops_the_count_and_the_page_says_so_until_the_day_after():
    pause = [(date(2026, 11, 5), date(2026, 11, 8))]

    found = read(date(2026, 11, 4), date(2026, 11, 8), 7, 7, pause)

    assert (found.status, found.shown, found.days) == (R.ON_TIME, R.PAUSED, 0)
    assert found.changes_on == date(2026, 11, 9)


def test_a_pair_that_was_silent_before_its_pause_stays_silent_by_the_definition():
    found = read(FIRST, FIRST + 40 * DAY, 7, 7, [(FIRST + 30 * DAY, None)])

    assert (found.status, found.shown, found.days) == (R.SILENT, R.PAUSED, 29)


def test_what_is_watched_by_requests_or_not_at_all_has_no_status():
    assert read(FIRST, FIRST + 90 * DAY, 7, 7, watched="requests") == NOT_WATCHED
