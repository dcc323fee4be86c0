import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from nastavnik.domain.monitoring.statistics import NotEnough, spearman
from tests.effort import examples

pairs = st.lists(st.tuples(st.integers(0, 12), st.integers(-5, 5)), min_size=10, max_size=50)


@given(pairs)
@settings(max_examples=examples(60), deadline=None)
def test_spearman_is_scipy_s(values):
    first, second = zip(*values, strict=True)
    found = spearman(first, second)

    assert found.n == len(values)
    if len(set(first)) == 1 or len(set(second)) == 1:
        assert found.rho is None
        return
    oracle = stats.spearmanr(first, second)
    assert found.rho == pytest.approx(oracle.statistic, abs=1e-9)
    assert found.p == pytest.approx(oracle.pvalue, abs=1e-9)
    assert found.interval is None or found.interval.low < found.rho < found.interval.high


def test_below_ten_pairs_nothing_is_said():
    with pytest.raises(NotEnough) as refused:
        spearman(range(9), range(9))
    assert (refused.value.given, refused.value.needed) == (9, 10)


def test_a_perfect_order_has_no_interval():
    assert spearman(range(10), range(0, 20, 2)).interval is None
    assert spearman(range(10), range(10)).rho == 1
