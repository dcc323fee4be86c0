"""What is alarming, how loudly silence is told of, and what the three components are read from."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.support import messages
from nastavnik.domain.support.components import Facts, components, weak
from nastavnik.domain.support.enums import Strength
from nastavnik.domain.support.escalation import level
from nastavnik.domain.support.pulse import Mark, alerts, month_before

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
UNKNOWN = Facts()


@pytest.mark.parametrize(
    ("days", "expected"),
    [(None, 0), (21, 0), (22, 1), (28, 1), (29, 2), (35, 2), (36, 3), (400, 3)],
)
def test_silence_is_told_louder_every_week(days, expected):
    assert level(days, 14, 7) == expected


@pytest.mark.parametrize(
    ("mentor", "mentee", "expected"),
    [
        (8, 6, ()),
        (8, 5, ("apart",)),
        (5, 8, ("apart",)),
        (8, 4, ("low_mentee", "apart")),
        (4, 4, ("low_mentee", "low_mentor")),
        (4, 5, ("low_mentor",)),
        (None, 3, ("low_mentee",)),
        (9, None, ()),
    ],
)
def test_low_marks_and_marks_apart_are_alarming(mentor, mentee, expected):
    marks = [Mark(score, NOVEMBER) if score else None for score in (mentor, mentee)]

    assert alerts(*marks) == expected


def test_marks_of_different_months_are_not_compared():
    assert alerts(Mark(9, OCTOBER), Mark(5, NOVEMBER)) == ()


def test_the_month_before_january_is_december():
    assert (month_before(date(2026, 1, 31)), month_before(date(2026, 11, 23))) == (date(2025, 12, 1), OCTOBER)


def strengths(**facts):
    return [one.strength for one in components(Facts(**facts))]


def test_what_is_not_known_is_not_called_good():
    assert [one.strength for one in components(UNKNOWN)] == [Strength.UNKNOWN] * 3
    assert weak(UNKNOWN) == []


def test_a_pair_that_works_has_all_three():
    found = strengths(
        admitted=True,
        trained=True,
        held=6,
        missed_by_mentee=1,
        mentor_score=8,
        mentee_score=9,
        on_time=True,
        has_plan=True,
    )

    assert found == [Strength.GOOD] * 3


@pytest.mark.parametrize(
    ("facts", "code", "reasons", "step"),
    [
        ({"trained": False, "admitted": True}, "mentor", ("not_trained",), "train"),
        ({"trained": True, "admitted": False}, "mentor", ("not_admitted",), "admit"),
        ({"held": 2, "missed_by_mentor": 2}, "mentor", ("mentor_misses",), "talk_mentor"),
        ({"held": 3, "missed_by_mentee": 3}, "mentee", ("mentee_misses",), "talk_mentee"),
        ({"mentee_score": 4}, "mentee", ("mentee_unhappy",), "talk_mentee"),
        ({"on_time": False, "has_plan": True}, "relations", ("meet_rarely",), "set_meeting"),
        ({"on_time": True, "has_plan": False}, "relations", ("no_plan",), "make_plan"),
        ({"mentor_score": 9, "mentee_score": 6}, "relations", ("scores_apart",), "talk_both"),
    ],
)
def test_a_weak_component_says_why_and_what_next(facts, code, reasons, step):
    (found,) = weak(Facts(**facts))

    assert (found.code, found.reasons, found.step) == (code, reasons, step)


def test_two_meetings_say_nothing_yet():
    assert strengths(held=1, missed_by_mentee=1) == [Strength.UNKNOWN] * 3


maybe = st.sampled_from([None, True, False])
number = st.integers(0, 9)
score = st.one_of(st.none(), st.integers(1, 10))


@settings(deadline=None)
@given(
    st.builds(
        Facts, admitted=maybe, trained=maybe, held=number, missed_by_mentor=number, missed_by_mentee=number,
        mentor_score=score, mentee_score=score, on_time=maybe, has_plan=maybe,
    )
)  # fmt: skip
def test_every_code_has_words_and_every_weakness_a_step(facts):
    for one in components(facts):
        assert one.code in messages.COMPONENTS
        assert set(one.reasons) <= set(messages.REASONS)
        assert (one.step in messages.STEPS) == (one.strength != Strength.GOOD)
