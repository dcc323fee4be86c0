"""How a pair came about is told by the facts, whoever brings it into a plan: a run, a change by hand, a whole plan."""

import pytest

from nastavnik.domain.matching import actions
from nastavnik.domain.matching.enums import SuggestionState
from nastavnik.domain.matching.models import PairDecision
from nastavnik.domain.mentorships.enums import Way
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.matching.meeting_scene import Gathering
from tests.domain.matching.scene import TODAY, change, mentee, mentor, solved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def way_of(run, child, helper):
    return run.proposals.get(mentee=child, mentor=helper).way


@pytest.fixture
def chosen():
    """A run in which two chose each other at a meeting; a second mentor is free."""
    there = Gathering(mentees=1).opened()
    child, (first, _second) = there.mentees[0], there.mentors
    there.say(child, first), there.say(first, child)
    actions.close_choices(there.meeting, by=there.by)
    return solved(there.module), child, *there.mentors


@pytest.fixture
def suggested():
    """A run, and a teacher's open proposal of the mentor that it did not take."""
    module = make.ModuleFactory()
    child = mentee(module, values={"main_need": "физика"})
    first, second = mentor(module, values={"competences": ("физика",)}), mentor(module)
    teacher = make.staff(RoleCode.TEACHER, module.organisation)
    run = solved(module)
    named = actions.suggest(module, mentee=child, mentor=second, way=Way.TEACHER_PROPOSAL, by=teacher)
    return run, child, first, second, named


@pytest.mark.parametrize("whole", [False, True])
def test_a_pair_that_comes_back_keeps_how_it_was_made(chosen, whole):
    run, child, first, second = chosen
    assert way_of(run, child, first) == Way.GROUP_MEETING

    actions.apply_change(run, change("swap", child, second), by=None)
    assert way_of(run, child, second) == Way.HAND
    actions.apply_change(
        run, change("ban", child, second) if whole else change("swap", child, first), whole=whole, by=None
    )

    assert way_of(run, child, first) == Way.GROUP_MEETING


@pytest.mark.parametrize("word", ["pin", "swap"])
def test_who_makes_a_suggested_pair_has_taken_the_suggestion(suggested, word):
    run, child, _first, second, named = suggested

    actions.apply_change(run, change(word, child, second), by=None)

    named.refresh_from_db()
    assert (named.state, way_of(run, child, second)) == (SuggestionState.ACCEPTED, Way.TEACHER_PROPOSAL)
    assert {one.way for one in PairDecision.objects.all()} <= {Way.TEACHER_PROPOSAL}
    (made,) = actions.publish(run, on=TODAY, by=None)
    assert made.way == Way.TEACHER_PROPOSAL


def test_a_suggested_pair_that_is_there_already_is_pinned_with_the_way_of_the_suggestion(suggested):
    run, child, first, _second, _named = suggested
    teacher = make.staff(RoleCode.TEACHER, run.organisation)
    actions.suggest(run.module, mentee=child, mentor=first, way=Way.SELF_CHOICE, by=teacher)

    actions.apply_change(run, change("pin", child, first), by=None)

    assert way_of(run, child, first) == PairDecision.objects.get().way == Way.SELF_CHOICE


def test_a_run_that_finds_a_suggested_pair_says_so(suggested):
    run, child, first, _second, named = suggested
    actions.apply_change(run, change("ban", child, first), whole=True, by=None)
    assert way_of(run, child, named.mentor) == Way.TEACHER_PROPOSAL
    assert way_of(solved(run.module), child, named.mentor) == Way.TEACHER_PROPOSAL


def test_a_suggestion_that_was_put_aside_says_nothing(suggested):
    run, child, _first, second, named = suggested
    actions.set_aside_suggestion(named, by=None)

    actions.apply_change(run, change("swap", child, second), by=None)

    assert way_of(run, child, second) == Way.HAND
