"""One human being or two."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.intake.twins import DIFFERENT, POSSIBLY, SAME, Named, compare
from tests.effort import examples

BORN, OTHER_DAY, ELSEWHEN = date(2014, 3, 2), date(2014, 3, 12), date(2013, 11, 30)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (("ли ян", BORN), ("ли ян", BORN), SAME),
        (("ли ян", BORN), ("ли ян", None), POSSIBLY),
        (("ли ян", BORN), ("ли ян", OTHER_DAY), POSSIBLY),  # a slip in the day
        (("ли ян", BORN), ("ли ян", ELSEWHEN), DIFFERENT),  # namesakes
        (("ли ян игоревич", BORN), ("ли ян", BORN), POSSIBLY),
        (("ли ян игоревич", BORN), ("ли я. и.", None), POSSIBLY),
        (("ли ян игоревич", None), ("ли ян олегович", None), DIFFERENT),
        (("петрова анна", BORN), ("петрова алла", BORN), DIFFERENT),  # twins have one birthday
        (("петрова анна", BORN), ("петровa аннa", None), DIFFERENT),  # normalised before: here they are other letters
        (("соколова дарья", BORN), ("соколва дарья", BORN), POSSIBLY),
        (("соколова дарья", BORN), ("соколова дарья", BORN), SAME),
        (("соколова", BORN), ("соколова дарья", None), DIFFERENT),
    ],
)
def test_what_is_certain_what_is_asked_and_what_is_neither(one, other, verdict):
    assert compare(Named(*one), Named(*other)) == verdict


NAMES = st.lists(st.sampled_from(["ли", "ян", "я.", "анна", "алла", "игоревич", "и."]), max_size=3).map(" ".join)
PEOPLE = st.builds(Named, NAMES, st.none() | st.sampled_from([BORN, OTHER_DAY, ELSEWHEN]))


@settings(max_examples=examples(400), deadline=None)
@given(PEOPLE, PEOPLE)
def test_the_answer_is_the_same_from_both_sides(one, other):
    assert compare(one, other) == compare(other, one)
