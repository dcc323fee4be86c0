"""Who is trained, and who has only sat there. No database."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.events.enums import TrainingState
from nastavnik.domain.events.training import Session, Visit, standing
from tests.effort import examples

TALK, PLAY, PLAN = Session(1, Decimal(2)), Session(2, Decimal(2), is_role_play=True), Session(3, Decimal(1))
COURSE = (TALK, PLAY, PLAN)


def visits(*shown, only=()):
    return [Visit(pk, True) for pk in shown] + [Visit(pk, False) for pk in only]


@pytest.mark.parametrize(
    ("came", "needed", "state"),
    [
        ((), 0, TrainingState.NOT_BEGUN),
        (visits(1), 0, TrainingState.ON_THE_WAY),
        (visits(1, 2, 3), 0, TrainingState.TRAINED),
        (visits(1, 2, only=[3]), 0, TrainingState.ON_PAPER),
        (visits(only=[1, 2, 3]), 0, TrainingState.ON_PAPER),
        (visits(1, 2), 4, TrainingState.TRAINED),
        (visits(1, 3), 3, TrainingState.ON_PAPER),  # three hours without the role-play
        (visits(1), 4, TrainingState.ON_THE_WAY),
    ],
)
def test_a_trained_mentor_has_the_hours_and_the_practice(came, needed, state):
    assert standing(COURSE, came, hours_needed=Decimal(needed)).state == state


def test_what_is_missing_is_named():
    found = standing(COURSE, visits(1, only=[3]), hours_needed=Decimal(3))

    assert (found.hours, found.tasks_open, found.lacks_role_play) == (Decimal(3), (3,), True)


def test_a_course_that_never_took_place_taught_nobody():
    assert standing((), visits(1), hours_needed=Decimal(0)).state == TrainingState.NOT_BEGUN


@settings(max_examples=examples(100), deadline=None)
@given(
    sessions=st.lists(st.tuples(st.integers(0, 8), st.booleans()), max_size=6),
    came=st.dictionaries(st.integers(0, 7), st.booleans(), max_size=6),
    needed=st.integers(0, 20),
)
def test_showing_a_result_never_sets_anybody_back(sessions, came, needed):
    course = [Session(pk, Decimal(hours), play) for pk, (hours, play) in enumerate(sessions)]
    order = list(TrainingState)
    before = standing(course, [Visit(pk, shown) for pk, shown in came.items()], hours_needed=Decimal(needed))
    after = standing(course, [Visit(pk, True) for pk in came], hours_needed=Decimal(needed))

    assert order.index(after.state) >= order.index(before.state)
    assert after.tasks_open == ()
    assert not (before.is_trained and before.tasks_open)
