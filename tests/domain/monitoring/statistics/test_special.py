"""Distribution functions beside scipy's, over the ranges that reports meet."""

from math import isnan

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from nastavnik.domain.monitoring.statistics import special
from tests.effort import examples

degrees = st.sampled_from([1, 2, 3.7, 5, 12, 40, 199, 1000])
chances = st.floats(0.001, 0.999)


@given(st.floats(-12, 12), degrees)
@settings(max_examples=examples(60), deadline=None)
def test_student(t, df):
    assert special.student_cdf(t, df) == pytest.approx(stats.t.cdf(t, df), abs=1e-10)


@given(chances, degrees)
@settings(max_examples=examples(60), deadline=None)
def test_student_the_other_way(p, df):
    assert special.student_quantile(p, df) == pytest.approx(stats.t.ppf(p, df), rel=1e-9, abs=1e-10)


@given(st.floats(-12, 12), degrees, st.floats(-8, 8))
@settings(max_examples=examples(60), deadline=None)
def test_student_moved(t, df, shift):
    oracle = stats.nct.cdf(t, df, shift)
    assume(not isnan(oracle))  # far out on the other side scipy gives up
    assert special.noncentral_student_cdf(t, df, shift) == pytest.approx(oracle, abs=1e-10)


@given(st.floats(0, 1), st.floats(0.5, 50), st.floats(0.5, 400))
@settings(max_examples=examples(60), deadline=None)
def test_beta(x, a, b):
    assert special.beta_cdf(x, a, b) == pytest.approx(stats.beta.cdf(x, a, b), abs=1e-10)


@given(chances, st.floats(0.5, 50), st.floats(0.5, 400))
@settings(max_examples=examples(60), deadline=None)
def test_beta_the_other_way(p, a, b):
    assert special.beta_quantile(p, a, b) == pytest.approx(stats.beta.ppf(p, a, b), rel=1e-9, abs=1e-12)


@given(st.floats(0, 80), st.integers(1, 30))
@settings(max_examples=examples(60), deadline=None)
def test_chi_squared(x, df):
    assert special.chi_squared_tail(x, df) == pytest.approx(stats.chi2.sf(x, df), abs=1e-12)
