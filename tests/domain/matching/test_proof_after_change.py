"""The certificate of a run is always that of its problem as it is decided now, whatever was changed by hand."""

import pytest

from matchengine import solve
from nastavnik.domain.matching import actions
from nastavnik.domain.matching.adapter import digest
from nastavnik.domain.matching.queries import Studio
from nastavnik.domain.matching.solving import certificate_of
from tests import factories as make
from tests.domain.matching.scene import TODAY, change, mentee, mentor, solved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def scene():
    """A child with a fitting mentor, and a mentor who fits less but is free."""
    module = make.ModuleFactory()
    child = mentee(module, values={"main_need": "физика"})
    return module, child, mentor(module, values={"competences": ("физика",)}), mentor(module)


def proved(run):
    """The levels that the stored certificate speaks of, which must be those of the problem of the stored digest."""
    run.refresh_from_db()
    problem = Studio(run, TODAY).pool.problem
    assert digest(problem) == run.input_sha256
    assert run.certificate["levels"] == certificate_of(problem, solve(problem))["levels"]
    return {one["name"]: one["value"] for one in run.certificate["levels"]}


def test_after_a_pin_is_ended_the_proof_is_that_without_it(scene):
    module, child, first, second = scene
    run = solved(module)
    best = proved(run)
    actions.apply_change(run, change("pin", child, second), by=None)
    pinned = solved(module)
    assert Studio(pinned, TODAY).is_proved
    assert proved(pinned) != best

    actions.apply_change(pinned, change("unpin", child, second), by=None)

    assert proved(pinned) == best
    assert not Studio(pinned, TODAY).is_proved
    assert pinned.certificate["changed_by_hand"]

    actions.apply_change(pinned, change("swap", child, first), by=None)
    assert Studio(pinned, TODAY).is_proved
    assert not pinned.certificate["changed_by_hand"]


def test_every_change_keeps_the_proof_of_the_problem(scene):
    module, child, first, second = scene
    run = solved(module)
    for word, helper in (("swap", second), ("pin", second), ("unpin", second), ("ban", second), ("lift_ban", second)):
        actions.apply_change(run, change(word, child, helper), by=None)
        assert proved(run)
    actions.apply_change(run, change("swap", child, first), whole=True, by=None)
    assert proved(run)
    assert Studio(run, TODAY).is_proved
