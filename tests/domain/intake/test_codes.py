"""Codes that people copy."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.intake import codes
from tests.effort import examples


def test_words_are_short_unlike_and_without_dashes():
    assert len(set(codes.WORDS)) == len(codes.WORDS) > 250
    assert all(word.isalpha() and word.isupper() and len(word) <= 8 for word in codes.WORDS)
    assert len({codes.canonical(word) for word in codes.WORDS}) == len(codes.WORDS)


@pytest.mark.parametrize("typed", ["клен 4821 роса", "КЛЁН4821РОСА", "KЛEH – 4821 – POCA", " клён-4821-роса. "])
def test_a_code_is_understood_however_it_is_typed(typed):
    assert codes.canonical(typed) == codes.canonical("КЛЁН-4821-РОСА") == "КЛЕН-4821-РОСА"


def test_a_code_of_a_draft_is_too_many_to_be_guessed_and_never_a_posters():
    drafts = {codes.draft_code() for _number in range(200)}

    assert len(codes.WORDS) ** 2 * 10_000 > 5 * 10**8
    assert len(drafts) == 200
    assert all(code.count("-") == 2 for code in drafts)
    assert codes.poster_code().count("-") == 1


@settings(max_examples=examples(400), deadline=None)
@given(st.text(max_size=300))
def test_whatever_is_typed_has_one_short_form(typed):
    once = codes.canonical(typed)

    assert codes.canonical(once) == once
    assert len(once) <= codes.LONGEST
