import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from nastavnik.domain.monitoring.statistics import NotEnough, mean_interval, median_interval, summary
from nastavnik.domain.monitoring.statistics.samples import ranks
from tests.effort import examples

marks = st.lists(st.integers(1, 10), min_size=2, max_size=60)


@given(marks)
@settings(max_examples=examples(60), deadline=None)
def test_a_summary_is_numpy_s(values):
    found = summary(values)

    assert (found.n, found.lowest, found.highest) == (len(values), min(values), max(values))
    assert found.mean == pytest.approx(np.mean(values), rel=1e-12)
    assert found.deviation == pytest.approx(np.std(values, ddof=1), rel=1e-12)
    quartiles = (found.lower_quartile, found.median, found.upper_quartile)
    assert quartiles == pytest.approx(np.quantile(values, [0.25, 0.5, 0.75]), rel=1e-12)
    assert sum(often for _, often in found.counts) == found.n


@given(marks)
@settings(max_examples=examples(60), deadline=None)
def test_the_interval_of_a_mean_is_scipy_s(values):
    found = mean_interval(values)

    if len(set(values)) == 1:
        assert (found.low, found.high) == (values[0], values[0])
    else:
        oracle = stats.ttest_1samp(values, 0).confidence_interval(0.95)
        assert (found.low, found.high) == pytest.approx((oracle.low, oracle.high), abs=1e-9)


@given(st.lists(st.integers(1, 10), min_size=1, max_size=60))
@settings(max_examples=examples(60), deadline=None)
def test_the_interval_of_a_median_is_scipy_s_and_missing_below_six(values):
    found = median_interval(values)

    oracle = stats.quantile_test(values, p=0.5, q=0.0).confidence_interval(0.95)
    assert (found is None) == (len(values) < 6)
    if found:
        assert (found.low, found.high) == (oracle.low, oracle.high)


@given(marks)
@settings(max_examples=examples(40), deadline=None)
def test_equal_values_share_their_rank(values):
    assert ranks(values) == list(stats.rankdata(values))


def test_one_value_has_no_deviation_and_none_has_nothing():
    assert summary([7]).deviation is None
    with pytest.raises(NotEnough) as refused:
        summary([])
    assert (refused.value.given, refused.value.needed) == (0, 1)
    with pytest.raises(NotEnough):
        mean_interval([7])
