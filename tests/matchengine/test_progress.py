"""A long run says how far it is, and stops when asked to."""

import pytest

from matchengine import solve
from matchengine.progress import Cancelled, Stage
from tests.matchengine.builders import school


def test_a_run_tells_its_stages_in_order():
    told: list[tuple[str, int, int]] = []

    solve(school(20, 8), progress=lambda *step: told.append(step) is None)

    stages = [stage for stage, _, _ in told]
    assert list(dict.fromkeys(stages)) == [str(s) for s in Stage]
    assert all(0 <= done <= of for _, done, of in told)


@pytest.mark.parametrize("stage", list(Stage))
def test_a_run_is_cancelled_at_any_stage(stage: Stage):
    with pytest.raises(Cancelled):
        solve(school(20, 8), progress=lambda now, done, of: now != stage)


def test_being_told_changes_no_plan():
    assert solve(school(20, 8), progress=lambda *step: True) == solve(school(20, 8))
