from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from nastavnik.domain.monitoring.statistics import NotEnough, comparison, dominance
from nastavnik.domain.monitoring.statistics.paired import unbiased
from tests.effort import examples

pytestmark = pytest.mark.filterwarnings("ignore:Precision loss:RuntimeWarning")  # scipy's, of a group all alike

group = st.lists(st.integers(-4, 9), min_size=2, max_size=30)


@given(group, group)
@settings(max_examples=examples(60), deadline=None)
def test_two_groups_are_compared_as_welch_does(first, second):
    found = comparison(first, second)

    if len(set(first)) == len(set(second)) == 1:
        assert found.interval is None
        return
    oracle = stats.ttest_ind(first, second, equal_var=False).confidence_interval(0.95)
    assert (found.interval.low, found.interval.high) == pytest.approx((oracle.low, oracle.high), rel=1e-9, abs=1e-9)


@given(group, group)
@settings(max_examples=examples(25), deadline=None)
def test_the_interval_of_the_effect_leaves_the_tails_it_promises(first, second):
    found = comparison(first, second)
    if found.effect_interval is None:
        return
    n, m = found.n
    pooled = stats.ttest_ind(first, second).statistic
    factor = unbiased(n + m - 2) / sqrt(n * m / (n + m))
    assert found.effect == pytest.approx(pooled * factor, rel=1e-9, abs=1e-12)
    ends = (found.effect_interval.low, found.effect_interval.high)
    tails = [stats.nct.cdf(pooled, n + m - 2, end / factor) for end in ends]
    assert tails == pytest.approx([0.975, 0.025], abs=1e-9)


@given(group, group)
@settings(max_examples=examples(40), deadline=None)
def test_dominance_counts_every_pair_of_the_two_groups(first, second):
    signs = sum((a > b) - (a < b) for a in first for b in second)
    assert dominance(first, second) == pytest.approx(signs / (len(first) * len(second)), abs=1e-12)


def test_one_person_is_no_group():
    with pytest.raises(NotEnough):
        comparison([1], [2, 3])
