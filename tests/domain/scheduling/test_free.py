"""Times that suit everybody; pure."""

from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as some

from nastavnik.domain.scheduling.free import Calendar, common, days_of_series, times, without
from tests.effort import examples

MONDAY = date(2026, 11, 23)
FROM = datetime(2026, 11, 23, 9, 40)
never = frozenset().__contains__


def test_both_are_free_after_lessons_and_not_at_another_meeting():
    child = Calendar(((1, 13 * 60, 18 * 60),), ((1, 8 * 60, 14 * 60 + 10),))
    mentor = Calendar(((1, 12 * 60, 17 * 60),), (), {MONDAY: [(15 * 60, 16 * 60)]})

    assert common([child, mentor], MONDAY) == [(14 * 60 + 10, 15 * 60), (16 * 60, 17 * 60)]
    assert times([child, mentor], after=FROM, days=1, minutes=45, closed=never, most=5) == [
        datetime(2026, 11, 23, 14, 15), datetime(2026, 11, 23, 16),
    ]  # fmt: skip


def test_who_said_nothing_is_asked_after_lessons():
    assert Calendar().free_on(MONDAY) == [(840, 1140)]


def test_closed_days_and_what_is_over_are_left_out():
    every_day = Calendar(tuple((day, 9 * 60, 10 * 60) for day in range(1, 8)))
    tuesday = {date(2026, 11, 24)}

    found = times([every_day], after=FROM, days=4, minutes=60, closed=tuesday.__contains__, most=9)

    assert found == [datetime(2026, 11, 25, 9), datetime(2026, 11, 26, 9)]


def test_a_series_has_every_second_week():
    days = days_of_series(date(2026, 12, 24), date(2027, 1, 21), 2)

    assert list(days) == [date(2026, 12, 24), date(2027, 1, 7), date(2027, 1, 21)]


SPANS = some.lists(
    some.tuples(some.integers(0, 200), some.integers(1, 60)).map(lambda pair: (pair[0], sum(pair))), max_size=6
)


@given(SPANS, SPANS, SPANS)
@settings(max_examples=examples(60), deadline=None)
def test_free_is_what_each_has_and_nobody_is_taken(mine, lessons, busy):
    one = Calendar(tuple((1, *span) for span in mine), tuple((1, *span) for span in lessons), {MONDAY: busy})
    other = Calendar(((1, 50, 150),))

    def covered(minute, spans):
        return any(start <= minute < end for start, end in spans)

    found = common([one, other], MONDAY)
    for minute in range(270):
        wanted = covered(minute, mine) and not covered(minute, [*lessons, *busy]) and 50 <= minute < 150
        assert covered(minute, found) == wanted
    assert without([(0, 10)], [(3, 4), (3, 4)]) == [(0, 3), (4, 10)]
