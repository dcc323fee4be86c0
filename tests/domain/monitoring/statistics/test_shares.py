import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from nastavnik.domain.monitoring.statistics import NotEnough, difference, exact, wilson
from tests.effort import examples

shares = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(shares)
@settings(max_examples=examples(60), deadline=None)
def test_the_interval_of_a_share_is_scipy_s(share):
    for found, method in ((wilson(*share), "wilson"), (exact(*share), "exact")):
        oracle = stats.binomtest(*share).proportion_ci(0.95, method)
        assert (found.low, found.high) == pytest.approx((oracle.low, oracle.high), abs=1e-9)


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((10, 10), (0, 10), 0.6075, 1.0000),
        ((0, 10), (0, 20), -0.1611, 0.2775),
    ],
)
def test_differences_are_those_printed_by_newcombe(first, second, low, high):
    """Newcombe 1998, table II, method 10."""
    found = difference(first, second)

    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


def test_a_share_of_nobody_does_not_exist():
    with pytest.raises(NotEnough):
        wilson(0, 0)
    with pytest.raises(ValueError, match="8 of 7"):
        wilson(8, 7)
