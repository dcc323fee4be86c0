"""Sums and means of a jury, against the same counted by hand and by a plain loop."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.achievements.marks import outcome
from tests.effort import examples


def test_three_sheets_of_two_criteria():
    found = outcome(["Польза", "Рассказ"], 5, [(1, 0, 5), (1, 1, 3), (2, 0, 4), (2, 1, 4), (3, 0, 2), (3, 1, 5)])

    assert [(line.title, line.total, line.n) for line in found.lines] == [("Польза", 11, 3), ("Рассказ", 12, 3)]
    assert (found.total, found.possible, found.sheets, found.best) == (23, 30, 3, 10)
    assert found.mean == float(Fraction(23, 3))


def test_nothing_marked_is_no_mean_and_not_nought():
    found = outcome(["Польза"], 5, [])

    assert (found.mean, found.lines[0].mean, found.lines[0].n) == (None, None, 0)


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), max_size=6))
def test_the_mean_of_sheets_is_the_sum_of_the_means(sheets):
    cells = [(number, place, points) for number, sheet in enumerate(sheets) for place, points in enumerate(sheet)]
    found = outcome(["а", "б", "в"], 9, cells)

    assert found.total == sum(map(sum, sheets))
    if sheets:
        assert abs(found.mean - sum(line.mean for line in found.lines)) < 1e-9
        assert found.mean <= found.best
