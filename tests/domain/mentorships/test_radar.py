"""The one definition of the radar, held against the same definition counted day by day."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.mentorships.enums import RadarStatus as R
from nastavnik.domain.mentorships.radar import merged, status

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
    """The definition, word by word: (status, d) of `as_of` and of each of the days after it."""
    if last > as_of:
        return [(R.NOT_WATCHED, None)]
    found, d = [], 0
    for n in range((as_of - last).days + ahead + 1):
        x = last + n * DAY
        paused = inside(x, pauses)
        d += n > 0 and not paused and not inside(x, holidays)
        by_days = R.ON_TIME if d <= period else R.LATE if d <= period + grace else R.SILENT
        if x >= as_of:
            found.append((R.PAUSED if paused else by_days, d))
    return found


@settings(deadline=None)
@given(days, days, st.integers(1, 30), st.integers(0, 20), spans, closed_spans)
def test_status_and_days_equal_the_count_day_by_day(last, as_of, period, grace, pauses, holidays):
    found = status(last, as_of, period, grace, pauses, holidays)

    assert found[:2] == counted(last, as_of, period, grace, pauses, holidays)[0]


@settings(deadline=None)
@given(days, days, st.integers(1, 30), st.integers(0, 20), spans, closed_spans)
def test_the_day_of_change_is_the_first_day_with_another_status(last, as_of, period, grace, pauses, holidays):
    now, _days, changes_on = status(last, as_of, period, grace, pauses, holidays)
    series = counted(last, as_of, period, grace, pauses, holidays, HORIZON)
    expected = next((as_of + n * DAY for n, (then, _d) in enumerate(series) if then != now), None)

    assert changes_on == expected


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
    assert status(date(2026, 11, 4), as_of, 7, 7) == expected


def test_a_day_in_a_pause_and_in_a_holiday_is_left_out_once():
    pause = [(date(2026, 11, 5), date(2026, 11, 8))]
    holiday = [(date(2026, 11, 7), date(2026, 11, 9))]

    assert status(date(2026, 11, 4), date(2026, 11, 14), 7, 7, pause, holiday)[1] == 5


def test_inside_a_pause_it_is_paused_until_the_day_after():
    pause = [(date(2026, 11, 5), date(2026, 11, 8))]

    assert status(date(2026, 11, 4), date(2026, 11, 8), 7, 7, pause) == (R.PAUSED, 0, date(2026, 11, 9))


def test_what_is_watched_by_requests_or_not_at_all_has_no_status():
    assert status(FIRST, FIRST + 90 * DAY, 7, 7, watched="requests") == (R.NOT_WATCHED, None, None)
