"""The radar of many at once says of each what the reference says."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.mentorships import radar_arrays as arrays
from nastavnik.domain.mentorships.queries.radar_table import STATUSES
from nastavnik.domain.mentorships.radar import read
from tests.effort import examples

DAY = timedelta(days=1)
FIRST = date(2026, 9, 1)
AS_OF = FIRST + 120 * DAY

days = st.integers(0, 130).map(lambda n: FIRST + n * DAY)


def spans(owners, open_ended):
    length = st.one_of(st.none(), st.integers(0, 30)) if open_ended else st.integers(0, 30)
    one = st.tuples(st.integers(0, owners - 1), days, length)
    return st.lists(one.map(lambda s: (s[0], s[1], None if s[2] is None else s[1] + s[2] * DAY)), max_size=25)


@st.composite
def towns(draw):
    """Pairs of several schools: (last, period, grace, school), their pauses and the schools' holidays, overlapping."""
    pair = st.tuples(days.filter(lambda day: day <= AS_OF), st.integers(1, 30), st.integers(0, 20), st.integers(0, 3))
    pairs = draw(st.lists(pair, min_size=1, max_size=12))
    return pairs, draw(spans(len(pairs), True)), draw(spans(4, False))


def united(some):
    owner = np.array([one[0] for one in some], dtype=np.int64)
    ends = [one[2] and one[2].isoformat() for one in some]
    first = arrays.ordinals([one[1].isoformat() for one in some])
    return arrays.union(owner, first, arrays.ordinals(ends, arrays.NO_END))


def column(pairs, place):
    return np.array([pair[place] for pair in pairs], dtype=np.int64)


@settings(deadline=None, max_examples=examples(500))
@given(towns())
def test_every_reading_equals_the_reference(town):
    pairs, pauses, holidays = town
    last = arrays.ordinals([pair[0].isoformat() for pair in pairs])

    found = arrays.read_all(
        last, AS_OF.toordinal(), column(pairs, 1), column(pairs, 2), united(pauses), column(pairs, 3), united(holidays)
    )

    for number, (since, period, grace, school) in enumerate(pairs):
        own = [(first, until) for of, first, until in pauses if of == number]
        free = [(first, until) for of, first, until in holidays if of == school]
        one = read(since, AS_OF, period, grace, own, free)
        told = (STATUSES[found.status[number]], found.days[number], found.left_out[number], found.is_paused[number])
        assert told == (one.status, one.days, one.left_out, one.is_paused)


def test_no_spans_at_all_leave_every_day_in():
    nothing = united([])

    found = arrays.read_all(
        arrays.ordinals(["2026-11-01"]), date(2026, 11, 23).toordinal(), np.array([14]), np.array([7]), nothing,
        np.array([0]), nothing,
    )  # fmt: skip

    assert (found.days.tolist(), found.left_out.tolist(), found.status.tolist()) == ([22], [0], [arrays.SILENT])
