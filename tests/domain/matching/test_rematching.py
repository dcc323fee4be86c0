"""A second matching: as few changed pairs as can be, and what was answered stays answered."""

import pytest

from nastavnik.core import jobs
from nastavnik.domain.matching import actions
from nastavnik.domain.mentorships.enums import Answer, MentorshipState
from nastavnik.domain.mentorships.models import Mentorship, MentorshipApproval
from nastavnik.domain.programmes.actions import suspend
from nastavnik.domain.programmes.enums import Kind
from tests import factories as make
from tests.domain.matching.scene import TODAY, mentee, mentor, pairs_of, solved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def rematched(module):
    run = actions.run(module, as_of=TODAY, by=None, rematch=True)
    jobs.run_due()
    run.refresh_from_db()
    return run


@pytest.fixture
def module():
    return make.ModuleFactory()


def test_a_proposal_that_waits_is_kept_where_it_can_be(module):
    for _number in range(3):
        mentee(module, values={"interests": ("кино",)}), mentor(module, values={"places": 1})
    before = pairs_of(solved(module))
    mentor(module, values={"interests": ("кино",), "places": 1})  # a little better: not worth the change

    assert pairs_of(rematched(module)) == before
    assert pairs_of(solved(module)) != before


def test_when_a_mentor_leaves_only_that_pair_changes(module):
    children = [mentee(module) for _number in range(3)]
    helpers = [mentor(module, values={"places": 1}) for _number in range(4)]
    first = solved(module)
    actions.publish(first, on=TODAY, by=None)
    before = pairs_of(first)
    (gone,) = [helper for helper in helpers if helper.pk == before[0][1]]
    (spare,) = [helper for helper in helpers if helper.pk not in {r for _e, r in before}]
    MentorshipApproval.objects.filter(member__participation=children[1], party="mentee").update(
        answer=Answer.YES, at=first.created_at
    )
    suspend(gone, by=None)

    run = rematched(module)
    made = actions.publish(run, on=TODAY, by=None)

    assert pairs_of(run) == sorted([(before[0][0], spare.pk), *before[1:]])
    assert [{m.participation_id for m in one.members.all()} for one in made] == [{before[0][0], spare.pk}]
    states = Mentorship.objects.filter(module=module).values_list("state", flat=True)
    assert sorted(states) == ["declined", "proposed", "proposed", "proposed"]
    assert MentorshipApproval.objects.get(member__participation=children[1], party="mentee").answer == Answer.YES


def test_a_plan_that_stays_the_same_asks_nobody_again(module):
    mentee(module), mentor(module)
    actions.publish(solved(module), on=TODAY, by=None)

    run = rematched(module)

    assert actions.publish(run, on=TODAY, by=None) == []
    assert Mentorship.objects.get().state == MentorshipState.PROPOSED


def test_a_group_that_changes_is_asked_anew_as_a_whole():
    module = make.ModuleFactory(kind=Kind.GROUP, matching_settings={"theme": ""})
    mentee(module), mentor(module, values={"places": 3})
    actions.publish(solved(module), on=TODAY, by=None)
    mentee(module)

    (group,) = actions.publish(rematched(module), on=TODAY, by=None)

    assert group.members.count() == 3
    assert sorted(Mentorship.objects.values_list("state", flat=True)) == ["declined", "proposed"]


def test_a_team_is_proposed_together():
    module = make.ModuleFactory(kind=Kind.TEAM)
    child = mentee(module, values={"wanted_mentors": 2})
    helpers = [mentor(module) for _number in range(3)]
    run = solved(module)

    (team,) = actions.publish(run, on=TODAY, by=None)

    members = {m.participation_id for m in team.members.all()}
    assert child.pk in members
    assert len(members & {helper.pk for helper in helpers}) == 2


def test_two_mentees_of_one_team_are_in_one_mentorship():
    module = make.ModuleFactory(kind=Kind.TEAM)
    children = [mentee(module, values={"wanted_mentors": 2}) for _number in range(2)]
    helpers = [mentor(module, values={"places": 2}) for _number in range(2)]
    run = solved(module)

    (team,) = actions.publish(run, on=TODAY, by=None)

    assert {m.participation_id for m in team.members.all()} == {one.pk for one in (*children, *helpers)}
