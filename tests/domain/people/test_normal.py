"""Texts that are in order already take a short way; it must lead to the same place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.people.normal import comparable_name, tidy
from tests.effort import examples

SIGNS = st.text(alphabet="АяЁёйbA -–'.1\u00a0\u0301\u0306", max_size=12)


@settings(max_examples=examples(300))
@given(SIGNS)
def test_the_short_way_and_the_long_one_lead_to_the_same(text):
    beside = f"\u200b{text}"  # an invisible sign is taken out, and the short way is not open to it

    assert tidy(text) == tidy(beside)
    assert comparable_name(text) == comparable_name(beside)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ёлкина-Сова Вера", "елкина-сова вера"),
        (" ЁЛКИНА  Вера ", "елкина вера"),
        ("Ивaнова Аннa", "иванова анна"),
        ("Иванова - Петрова Анна", "иванова-петрова анна"),
    ],
)
def test_spellings_of_one_name_are_equal(name, expected):
    assert comparable_name(name) == expected
