"""Curves beside scipy's, beside the leukaemia trial that every textbook prints, and beside lifelines' own example."""

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from nastavnik.domain.monitoring.statistics import NotEnough, log_rank, survival, survival_by
from tests.effort import examples

lives = st.lists(st.tuples(st.integers(1, 30), st.booleans()), min_size=1, max_size=60)

# Weeks of remission under 6-MP and under placebo (Freireich and others 1963).
MEDICINE = [(t, True) for t in (6, 6, 6, 7, 10, 13, 16, 22, 23)]
MEDICINE += [(t, False) for t in (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)]
PLACEBO = [(t, True) for t in (1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)]

# The lives of flies that lifelines' introduction begins with, (day, died) by how many.
CONTROL = {
    (7, False): 1, (7, True): 1, (17, True): 1, (32, True): 1, (33, True): 1, (38, True): 2, (41, True): 7,
    (45, False): 1, (45, True): 9, (48, True): 8, (51, True): 3, (53, True): 7, (54, True): 2, (56, True): 18,
    (58, True): 4, (60, False): 1, (60, True): 15, (61, False): 2, (61, True): 9, (63, True): 9, (66, True): 3,
    (68, False): 1, (68, True): 9, (69, False): 1, (69, True): 12, (75, True): 1,
}  # fmt: skip
ALTERED = {
    (6, True): 1, (9, True): 3, (13, True): 3, (15, True): 2, (19, True): 3, (22, True): 4, (26, True): 5,
    (29, True): 5, (33, True): 2, (36, True): 2, (43, True): 1, (47, True): 1, (62, True): 2,
}  # fmt: skip


def told(counts):
    return [life for life, often in counts.items() for _ in range(often)]


def censored(values):
    return stats.CensoredData(
        uncensored=[t for t, broke in values if broke], right=[t for t, broke in values if not broke]
    )


@given(lives)
@settings(max_examples=examples(60), deadline=None)
def test_a_curve_and_its_interval_are_scipy_s(values):
    found = survival(values)

    oracle = stats.ecdf(censored(values)).sf
    assert [step.share for step in found.steps] == pytest.approx(
        list(oracle.evaluate([step.time for step in found.steps])), abs=1e-9
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where the share is one or nothing, scipy says that there is no interval
        interval = oracle.confidence_interval(0.95, method="log-log")
    for step in filter(lambda step: step.interval, found.steps):
        ends = (float(interval.low.evaluate(step.time)), float(interval.high.evaluate(step.time)))
        assert (step.interval.low, step.interval.high) == pytest.approx(ends, abs=1e-9)


def test_the_leukaemia_trial_is_as_printed():
    """Kalbfleisch and Prentice (1980), and every textbook since: S of 6-MP, medians 23 and 8, log-rank 16.79."""
    medicine, placebo = survival(MEDICINE), survival(PLACEBO)

    printed = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    assert {t: round(medicine.share_at(t), 3) for t in printed} == printed
    assert (medicine.median, placebo.median) == (23, 8)
    test = log_rank([MEDICINE, PLACEBO])
    assert round(test.statistic, 2) == 16.79
    assert [round(number, 2) for number in test.expected] == [19.25, 10.75]


def test_lifelines_example_of_flies():
    control, altered = survival(told(CONTROL)), survival(told(ALTERED))

    assert survival(told(CONTROL) + told(ALTERED)).median == 56
    assert (control.median, altered.median) == (58, 26)
    shares = [control.share_at(t) for t in (20, 50, 60)] + [altered.share_at(t) for t in (20, 30, 50)]
    printed = [0.98443508514924, 0.7650764584659476, 0.37859453614809785]
    printed += [0.6470588235294118, 0.23529411764705874, 0.0588235294117647]
    assert shares == pytest.approx(printed, abs=1e-9)
    test = log_rank([told(CONTROL), told(ALTERED)])
    assert test.statistic == pytest.approx(122.24912557300637, abs=1e-9)
    assert test.p == pytest.approx(2.0359832222853224e-28, rel=1e-9)


@given(lives, lives)
@settings(max_examples=examples(60), deadline=None)
def test_two_groups_are_told_apart_as_scipy_does(first, second):
    found = log_rank([first, second])
    if found is None:
        return
    oracle = stats.logrank(censored(first), censored(second))
    assert found.statistic == pytest.approx(oracle.statistic**2, abs=1e-9)
    assert found.p == pytest.approx(oracle.pvalue, abs=1e-9)


@given(lives, lives, lives)
@settings(max_examples=examples(30), deadline=None)
def test_the_order_of_groups_changes_nothing(first, second, third):
    found, turned = log_rank([first, second, third]), log_rank([third, first, second])
    assert (found is None) == (turned is None)
    if found:
        assert turned.statistic == pytest.approx(found.statistic, abs=1e-6)
        assert turned.p == pytest.approx(found.p, abs=1e-6)


def test_what_is_not_known_is_not_said():
    whole = survival([(30, False), (90, False)])
    assert (whole.median, whole.share_at(60), whole.share_at(91)) == (None, 1.0, None)
    assert survival([(10, True)]).share_at(400) == 0
    assert log_rank([[(30, False)], [(20, False)]]) is None
    with pytest.raises(NotEnough):
        survival([])
    with pytest.raises(NotEnough):
        log_rank([[(3, True)], []])


def test_curves_by_group_leave_empty_groups_out():
    assert list(survival_by({"peer": MEDICINE, "flash": [], "teacher": PLACEBO})) == ["peer", "teacher"]
