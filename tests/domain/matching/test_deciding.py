import pytest

from nastavnik.core.errors import ChangedMeanwhile, ForbiddenTransition
from nastavnik.domain.matching import actions
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.errors import DataChanged, NothingToPublish
from nastavnik.domain.matching.models import MatchRun
from nastavnik.domain.matching.queries import Studio
from nastavnik.domain.mentorships.enums import MentorshipState, Way
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.programmes.actions import edit_module, suspend
from nastavnik.domain.programmes.enums import Kind
from tests import factories as make
from tests.domain.matching.scene import TODAY, change, mentee, mentor, solved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
PHYSICS = {"main_need": "физика"}
TEACHES = {"competences": ("физика",), "places": 1}


@pytest.fixture
def module():
    return make.ModuleFactory()


@pytest.fixture
def two(module):
    """A child with a fitting mentor, and a mentor who fits less but is free."""
    return mentee(module, values=PHYSICS), mentor(module, values=TEACHES), mentor(module, values={"places": 1})


def test_publishing_asks_both_sides(module, two):
    child, first, _second = two
    run = solved(module)

    (pair,) = actions.publish(run, on=TODAY, by=None)

    assert run.state == MatchRunState.PUBLISHED
    assert pair.state == MentorshipState.PROPOSED
    assert {m.participation_id for m in pair.members.all()} == {child.pk, first.pk}


def test_a_published_pair_takes_one_place_not_two(module, two):
    run = solved(module)
    assert [(row.taken, row.places) for row in Studio(run, TODAY).rows] == [(1, 1)]

    actions.publish(run, on=TODAY, by=None)

    assert [(row.taken, row.places) for row in Studio(run, TODAY).rows] == [(1, 1)]


def test_publishing_puts_the_mentees_of_a_group_together():
    module = make.ModuleFactory(kind=Kind.GROUP)
    children = [mentee(module) for _number in range(3)]
    helper = mentor(module, values={"places": 3})
    run = solved(module)

    (group,) = actions.publish(run, on=TODAY, by=None)

    assert {m.participation_id for m in group.members.all()} == {helper.pk, *(child.pk for child in children)}


def test_two_who_publish_at_once_publish_once(module, two):
    run = solved(module)
    mine, theirs = MatchRun.objects.get(pk=run.pk), MatchRun.objects.get(pk=run.pk)
    actions.publish(mine, on=TODAY, by=None)

    with pytest.raises(ChangedMeanwhile):
        actions.publish(theirs, on=TODAY, by=None)

    assert Mentorship.objects.count() == 1


def test_a_page_made_before_a_change_does_not_publish_the_changed_plan(module, two):
    child, _first, second = two
    run = solved(module)
    version = run.version
    actions.apply_change(run, change("swap", child, second), by=None)

    with pytest.raises(ChangedMeanwhile):
        actions.publish(run, on=TODAY, version=version, by=None)

    assert actions.publish(run, on=TODAY, version=run.version, by=None)[0].way == Way.HAND


def test_of_two_proposals_of_a_module_one_is_published(module, two):
    first, second = solved(module), solved(module)
    actions.publish(first, on=TODAY, by=None)

    with pytest.raises(DataChanged):
        actions.publish(second, on=TODAY, by=None)

    assert Mentorship.objects.count() == 1


@pytest.mark.parametrize("what", ["suspend", "settings", "newcomer"])
def test_nothing_is_published_after_the_data_changed(module, two, what):
    child, _first, _second = two
    run = solved(module)
    if what == "suspend":
        suspend(child, by=None)
    elif what == "settings":
        edit_module(module, {"matching_settings": {"weights": {"need": 10}}}, version=module.version, by=None)
    else:
        mentee(module)
    run = MatchRun.objects.get(pk=run.pk)
    assert Studio(run, TODAY).is_stale

    with pytest.raises(DataChanged):
        actions.publish(run, on=TODAY, by=None)

    run.refresh_from_db()
    assert run.state == MatchRunState.READY
    assert not Mentorship.objects.exists()


def test_an_empty_proposal_is_not_published(module):
    mentee(module, consent=False)
    mentor(module)
    run = solved(module)

    with pytest.raises(NothingToPublish):
        actions.publish(run, on=TODAY, by=None)


def test_a_discarded_proposal_is_over(module, two):
    run = solved(module)
    actions.discard(run, by=None)

    with pytest.raises(ForbiddenTransition):
        actions.publish(run, on=TODAY, by=None)


def test_candidates_stand_by_points_and_the_impossible_say_why(module, two):
    child, first, second = two
    unknown = mentor(module, cleared=False, values=TEACHES)
    run = solved(module)

    found = Studio(run, TODAY).candidates(str(child.pk))

    assert [(c.mentor.participation.pk, c.score, c.is_current, c.refusals) for c in found] == [
        (first.pk, 40, True, []),
        (second.pk, 0, False, []),
        (unknown.pk, 40, False, ["Не записан допуск наставника к работе с детьми."]),
    ]
