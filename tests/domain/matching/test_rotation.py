"""The table of rounds of speed mentoring."""

from itertools import product

import pytest

from nastavnik.domain.matching.rotation import rotation, waiting

SIZES = [(m, e) for m in range(6) for e in range(8)]


@pytest.mark.parametrize(("mentors", "mentees"), SIZES)
def test_every_two_meet_once_and_nobody_sits_twice(mentors, mentees):
    left, right = [f"m{n}" for n in range(mentors)], [f"e{n}" for n in range(mentees)]

    rounds = rotation(left, right)

    met = [pair for tables in rounds for pair in tables if pair[1]]
    assert sorted(met) == sorted(product(left, right))
    for tables, idle in zip(rounds, waiting(rounds, right), strict=True):
        assert [mentor for mentor, _mentee in tables] == left
        seated = [mentee for _mentor, mentee in tables if mentee]
        assert sorted(seated + idle) == sorted(right)
    assert len(rounds) == (max(mentors, mentees) if mentors and mentees else 0)
