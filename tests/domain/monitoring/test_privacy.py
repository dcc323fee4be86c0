"""Small parts of a whole are withheld, and cannot be had by subtraction."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik.domain.mentorships.enums import EndReason, MentorshipState
from nastavnik.domain.monitoring import queries
from nastavnik.domain.monitoring.privacy import THRESHOLD, withheld
from tests import factories as make


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ({"a": 12, "b": 7}, set()),
        ({"a": 12, "b": 7, "c": 2}, {"b", "c"}),
        ({"a": 12, "b": 2, "c": 2}, {"a", "b", "c"}),
        ({"a": 12, "b": 4, "c": 3}, {"b", "c"}),
        ({"a": 1}, {"a"}),
        ({"a": 9, "b": 0}, set()),
        ({}, set()),
    ],
)
def test_small_parts_and_what_would_give_them_away_are_withheld(counts, hidden):
    assert withheld(counts) == hidden


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 30)))
def test_nothing_small_is_shown_or_can_be_computed(counts):
    hidden = withheld(counts)
    shown = {code: number for code, number in counts.items() if code not in hidden}

    assert all(number == 0 or number >= THRESHOLD for number in shown.values())
    rest = sum(counts.values()) - sum(shown.values())
    assert len(hidden) != 1 or not any(shown.values())
    assert rest == 0 or rest >= THRESHOLD or not any(shown.values())


@pytest.mark.django_db
def test_a_report_that_leaves_the_house_does_not_even_name_a_small_reason(now):
    module = make.ModuleFactory()
    for reason in [EndReason.DID_NOT_FIT, EndReason.MOVED_AWAY, EndReason.MOVED_AWAY]:
        make.MentorshipFactory(
            module=module, state=MentorshipState.DISSOLVED, ended_on=date(2026, 11, 1), end_reason=reason
        )

    inside = queries.report(module.programme, date(2026, 11, 23))
    outside = queries.leaving_the_house(inside)

    assert [(f.code, f.numerator) for f in inside.endings[2:]] == [
        ("dissolved_moved_away", 2), ("dissolved_did_not_fit", 1),
    ]  # fmt: skip
    assert [(f.code, f.numerator, f.is_withheld) for f in outside.endings[2:]] == [("dissolved_withheld", None, True)]
    assert "сошлись" not in str([str(f.title) for f in outside.endings])
