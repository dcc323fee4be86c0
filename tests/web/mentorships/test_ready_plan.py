"""A pair without goals is offered a plan that fits what the pairs of its programme do."""

from datetime import date

import pytest
from django.urls import reverse

from nastavnik.domain.mentorships import actions
from nastavnik.domain.mentorships.models import Goal, PlanStep
from nastavnik.domain.programmes.enums import Activity, EducationStage
from nastavnik.domain.programmes.templates.plans import BY_STAGE, GENERAL, PLANS, usual_plan
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def pair():
    module = make.ModuleFactory(programme__activity=Activity.ARTS, programme__ends_on=date(2027, 1, 15))
    found = make.active_pair(module, started_on=date(2026, 10, 1))
    user = scene.person_in(found, "mentor").user
    make.RoleAssignmentFactory(user=user, role="mentor", organisation=found.organisation)
    return found


def test_the_plan_is_shown_and_taken_with_days_within_the_programme(client, pair):
    client.force_login(scene.person_in(pair, "mentor").user)
    page = client.get(reverse("mentorships:plan", args=[pair.pk])).content.decode()
    assert "Выступить со своим номером" in page
    assert "Взять этот план" in page

    answer = client.post(reverse("mentorships:take_plan", args=[pair.pk]))

    assert answer.status_code == 303
    assert Goal.objects.get().title == "Выступить со своим номером"
    assert list(PlanStep.objects.order_by("due_on").values_list("due_on", "who")) == [
        (date(2026, 10, 8), ""),
        (date(2026, 10, 31), "mentor"),
        (date(2026, 11, 30), "mentee"),
        (date(2027, 1, 15), ""),
    ]
    assert "Взять этот план" not in client.get(reverse("mentorships:plan", args=[pair.pk])).content.decode()


def test_a_pair_with_a_goal_keeps_it(pair):
    actions.add_goal(pair, title="Своя", by=None)

    assert actions.take_usual_plan(pair, by=None) is None
    assert [goal.title for goal in pair.goals.all()] == ["Своя"]


def test_activity_and_stage_change_the_plan():
    plain = usual_plan("", "")
    youngest = usual_plan(Activity.STUDY, EducationStage.PRIMARY)

    assert plain == GENERAL
    assert youngest.goal == PLANS[Activity.STUDY].goal
    assert youngest.steps[0] == BY_STAGE[EducationStage.PRIMARY]
    assert set(PLANS) == set(Activity)
    assert all(len(plan.steps) == 4 for plan in PLANS.values())
