from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special, stats

from nastavnik.domain.monitoring.statistics import NotEnough, paired_change
from nastavnik.domain.monitoring.statistics.paired import signed_ranks, unbiased
from tests.effort import examples

pairs = st.lists(st.tuples(st.integers(1, 10), st.integers(1, 10)), min_size=3, max_size=40)

# Darwin's maize, crossed less self-fertilised, eighths of an inch: the example of Fisher (1935) and many after him.
DARWIN = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]


def changed(values):
    return paired_change([0] * len(values), values)


def test_darwin_s_corn_as_fisher_has_it():
    found = changed(DARWIN)

    assert (found.n, found.up, found.same, found.down) == (15, 13, 0, 2)
    assert found.mean == pytest.approx(20.93333333333333, abs=1e-9)
    assert found.mean_interval.low == pytest.approx(0.03119332, abs=1e-6)  # t = 2.148, p = 0.0497
    assert found.mean_interval.high == pytest.approx(41.83547, abs=1e-5)
    assert found.balance == pytest.approx((96 - 24) / 120, abs=1e-12)  # V = 96
    assert found.p == pytest.approx(0.04125977, abs=1e-8)


@given(pairs)
@settings(max_examples=examples(60), deadline=None)
def test_mean_and_effect_are_those_of_student_s_test(measured):
    before, after = zip(*measured, strict=True)
    found = paired_change(before, after)

    values = [later - former for former, later in measured]
    if len(set(values)) == 1:
        assert found.effect is None
        return
    t = stats.ttest_rel(after, before)
    oracle = t.confidence_interval(0.95)
    assert (found.mean_interval.low, found.mean_interval.high) == pytest.approx((oracle.low, oracle.high), abs=1e-9)
    df = len(values) - 1
    bias = special.gamma(df / 2) / (sqrt(df / 2) * special.gamma((df - 1) / 2))
    assert found.effect == pytest.approx(bias * t.statistic / sqrt(len(values)), rel=1e-9, abs=1e-12)


@given(pairs)
@settings(max_examples=examples(25), deadline=None)
def test_the_ends_of_the_effect_s_interval_leave_the_tails_they_promise(measured):
    before, after = zip(*measured, strict=True)
    found = paired_change(before, after)
    if found.effect_interval is None:
        return
    n, factor = len(measured), unbiased(len(measured) - 1)
    t = stats.ttest_rel(after, before).statistic
    ends = (found.effect_interval.low, found.effect_interval.high)
    tails = [stats.nct.cdf(t, n - 1, end / factor * sqrt(n)) for end in ends]
    assert tails == pytest.approx([0.975, 0.025], abs=1e-9)
    assert found.effect_interval.low <= found.effect <= found.effect_interval.high


@given(st.lists(st.integers(-6, 6), min_size=2, max_size=10).filter(lambda values: sum(map(bool, values)) > 1))
@settings(max_examples=examples(60), deadline=None)
def test_signed_ranks_count_all_signs_with_ties_too(values):
    told = [value for value in values if value]
    every_sign = stats.PermutationMethod(n_resamples=10**6)
    assert signed_ranks(values) == pytest.approx(stats.wilcoxon(told, method=every_sign).pvalue, abs=1e-12)


@given(st.lists(st.integers(-9, 9).filter(bool), min_size=61, max_size=90))
@settings(max_examples=examples(20), deadline=None)
def test_of_many_changes_the_normal_distribution_is_taken(values):
    assert signed_ranks(values) == pytest.approx(stats.wilcoxon(values, method="approx").pvalue, abs=1e-9)


def test_nothing_changed_and_everybody_alike():
    still, alike = changed([0, 0, 0]), changed([2, 2, 2])

    assert (still.effect, still.balance, still.p, still.same) == (None, None, None, 3)
    assert (alike.effect, alike.balance, alike.p, alike.up) == (None, 1, 0.25, 3)
    assert (alike.mean_interval.low, alike.mean_interval.high) == (2, 2)


def test_one_person_measured_twice_is_no_change_of_a_group():
    with pytest.raises(NotEnough):
        changed([3])
    with pytest.raises(ValueError, match="zip"):
        paired_change([1, 2], [1])
