"""A pair that a teacher or the two themselves name stands beside the optimum until a coordinator decides."""

import pytest

from nastavnik.domain.matching import actions, queries
from nastavnik.domain.matching.enums import DecisionKind, SuggestionState
from nastavnik.domain.matching.errors import AlreadySuggested, ChangeRefused, NotForThisPair
from nastavnik.domain.matching.models import PairDecision
from nastavnik.domain.mentorships.enums import Way
from nastavnik.domain.mentorships.errors import WithThemself
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.enums import Kind
from tests import factories as make
from tests.domain.matching import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
ALGEBRA = {"main_need": "алгебра"}


@pytest.fixture
def module():
    return make.ModuleFactory()


@pytest.fixture
def teacher(module):
    return make.staff(RoleCode.TEACHER, module.organisation)


def suggest(module, mentee, mentor, by, way=Way.TEACHER_PROPOSAL):
    return actions.suggest(module, mentee=mentee, mentor=mentor, way=way, note=" им легко ", by=by)


def test_a_suggestion_is_seen_by_its_teacher_and_by_coordinators(module, teacher):
    named = suggest(module, scene.mentee(module), scene.mentor(module), teacher)
    other = make.staff(RoleCode.TEACHER, module.organisation)

    assert named.note == "им легко"
    assert list(queries.suggestions_visible_to(teacher)) == [named]
    assert not queries.suggestions_visible_to(other).exists()
    assert list(queries.suggestions_visible_to(scene.coordinator(module.organisation))) == [named]
    assert not queries.suggestions_visible_to(scene.coordinator(make.ModuleFactory().organisation)).exists()


def test_a_pair_is_suggested_once_at_a_time(module, teacher):
    mentee, mentor = scene.mentee(module), scene.mentor(module)
    named = suggest(module, mentee, mentor, teacher)

    with pytest.raises(AlreadySuggested):
        suggest(module, mentee, mentor, teacher, Way.SELF_CHOICE)
    actions.set_aside_suggestion(named, by=teacher)
    assert suggest(module, mentee, mentor, teacher, Way.SELF_CHOICE).way == Way.SELF_CHOICE


def test_only_two_different_people_of_the_module_are_named(module, teacher):
    mentee, mentor = scene.mentee(module), scene.mentor(module)
    elsewhere = scene.mentor(make.ModuleFactory())
    same = make.ParticipationFactory(module=module, person=mentor.person)

    for wrong in ((mentee, elsewhere), (mentor, mentor), (mentee, mentee)):
        with pytest.raises(NotForThisPair):
            suggest(module, *wrong, teacher)
    with pytest.raises(WithThemself):
        suggest(module, same, mentor, teacher)


def test_an_accepted_suggestion_is_a_pin_with_its_way(module, teacher):
    named = suggest(module, scene.mentee(module), scene.mentor(module), teacher)

    actions.accept_suggestion(named, by=scene.coordinator(module.organisation))

    named.refresh_from_db()
    pinned = PairDecision.objects.get()
    assert named.state == SuggestionState.ACCEPTED
    assert (pinned.kind, pinned.mentee, pinned.mentor) == (DecisionKind.PIN, named.mentee, named.mentor)
    assert (pinned.way, pinned.note) == (Way.TEACHER_PROPOSAL, "им легко")
    assert queries.suggestions(module) == []


def test_what_a_rule_forbids_is_not_pinned(module, teacher):
    named = suggest(module, scene.mentee(module), scene.mentor(module, cleared=False), teacher)

    with pytest.raises(ChangeRefused):
        actions.accept_suggestion(named, by=scene.coordinator(module.organisation))

    named.refresh_from_db()
    assert named.state == SuggestionState.OPEN
    assert not PairDecision.objects.exists()


def test_the_studio_shows_how_a_suggestion_stands_beside_the_optimum(module, teacher):
    asks = scene.mentee(module, values=ALGEBRA)
    best = scene.mentor(module, values={"competences": ("алгебра",)})
    other = scene.mentor(module, values={"competences": ("физика",)})
    unfit = scene.mentor(module, cleared=False)
    run = scene.solved(module)
    for mentor in (best, other, unfit):
        suggest(module, asks, mentor, teacher)

    lines = queries.suggestion_lines(queries.Studio(run, scene.TODAY))

    found = {line.suggestion.mentor: line for line in lines}
    assert (found[best].rank, found[best].in_plan) == (1, True)
    assert (found[other].rank, found[other].in_plan) == (2, False)
    assert (found[unfit].rank, found[unfit].in_plan) == (None, False)
    assert found[unfit].refusals
    assert {line.ranked for line in lines} == {2}
    assert found[best].score > found[other].score


def test_a_group_asks_for_what_its_strictest_way_asks_for(teacher):
    group = make.ModuleFactory(kind=Kind.GROUP, programme__organisation=teacher.person.organisation)
    first, _second = scene.mentee(group), scene.mentee(group)
    helper = scene.mentor(group, values={"places": 3})
    by = scene.coordinator(group.organisation)
    actions.accept_suggestion(suggest(group, first, helper, teacher), by=by)

    (made,) = actions.publish(scene.solved(group, by=by), on=scene.TODAY, by=by)

    assert made.members.count() == 3
    assert made.way == Way.TEACHER_PROPOSAL
