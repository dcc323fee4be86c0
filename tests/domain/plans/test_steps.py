"""What a step is for, the mentor's mark, goals looked at again, «просит сделать за него»."""

import pytest

from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.desk.queries import plans
from nastavnik.domain.mentorships.models import Goal, PlanStep
from nastavnik.domain.mentorships.queries import plan_of
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.plans import actions, errors, queries
from tests import factories as make
from tests.domain.plans import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def pair():
    return scene.pair()


def test_a_step_is_a_measure_for_a_named_difficulty(pair):
    plan = scene.planned(pair)
    hard = actions.add_difficulty(plan, title="Дроби", by=None)
    step = PlanStep.objects.get()

    actions.edit_step(
        step, title="Решить десять задач", who="mentee", due_on=None, direction="learning",
        difficulty=hard.pk, expected="восемь верно", version=1, by=None,
    )  # fmt: skip

    goals = queries.laid_out(plan_of(pair), scene.of(pair, "mentor").user)
    seen = queries.view_of(pair, scene.of(pair, "mentor").user, scene.TODAY, goals)
    assert [(one.title, one.named) for one in seen.difficulties] == [("Дроби", ["Решить десять задач"])]
    assert goals[0].plan[0].more.expected == "восемь верно"


def test_a_difficulty_of_another_plan_is_none_of_this(pair):
    other = actions.add_difficulty(scene.planned(scene.pair()), title="Чужое", by=None)
    scene.planned(pair)
    step = PlanStep.objects.get(goal__mentorship=pair)

    with pytest.raises(errors.NotADifficultyOfThese):
        actions.edit_step(step, title="Шаг", who="", due_on=None, difficulty=other.pk, version=1, by=None)


def test_of_two_who_edit_one_step_the_later_is_told(pair):
    scene.planned(pair)
    step = PlanStep.objects.get()
    actions.edit_step(step, title="Первое", who="", due_on=None, expected="раз", version=1, by=None)

    with pytest.raises(ChangedMeanwhile):
        actions.edit_step(step, title="Второе", who="", due_on=None, expected="два", version=1, by=None)

    step = PlanStep.objects.select_related("facts").get()
    assert (step.title, step.facts.expected) == ("Первое", "раз")


def test_the_mark_is_the_mentors(pair):
    scene.planned(pair)
    step, mentor = PlanStep.objects.get(), scene.of(pair, "mentor")

    facts = actions.assess(step, mark="partly", note="Ещё раз дроби", version=1, person=mentor, by=mentor.user)

    assert (facts.mark, facts.marked_by, facts.marked_on) == ("partly", mentor, scene.TODAY)


def test_reviews_keep_the_earlier_goal(pair):
    plan = scene.planned(pair)
    goal = Goal.objects.get()

    actions.review_goal(goal, stage="interim", verdict="changed", title="Решать уравнения", version=1, by=None)
    actions.review_goal(goal, stage="interim", verdict="kept", version=goal.version, by=None)
    with pytest.raises(ChangedMeanwhile):
        actions.review_goal(goal, stage="final", verdict="kept", version=1, by=None)
    actions.review_goal(goal, stage="final", verdict="dropped", note="Новая задача важнее", version=2, by=None)

    assert Goal.objects.get().title == "Решать уравнения"
    assert list(goal.reviews.values_list("verdict", "was")) == [
        ("changed", "Решать задачи без подсказки"),
        ("kept", "Решать уравнения"),
        ("dropped", "Решать уравнения"),
    ]
    assert queries.completion_of(plan, scene.TODAY).steps == 0


def test_do_it_for_me_is_seen_by_the_two_and_the_coordinator_until_it_is_settled(pair):
    scene.planned(pair)
    step, mentor, mentee = PlanStep.objects.get(), scene.of(pair, "mentor"), scene.of(pair, "mentee")
    coordinator = make.staff(RoleCode.COORDINATOR, pair.organisation)
    head = make.staff(RoleCode.HEAD, pair.organisation)
    stranger = scene.of(scene.pair(), "mentor").user

    found = actions.signal(step, person=mentor, by=mentor.user)

    with pytest.raises(errors.AlreadySignalled):
        actions.signal(step, person=mentor, by=mentor.user)
    assert queries.open_signals(coordinator, pair.organisation).get() == found
    assert [bool(queries.signals_visible_to(one)) for one in (mentor.user, mentee.user, head, stranger)] == [
        True, True, False, False,
    ]  # fmt: skip
    actions.settle(found, by=mentee.user)
    assert not queries.open_signals(coordinator, pair.organisation).exists()
    assert actions.signal(step, person=mentor, by=mentor.user) != found


def test_today_tells_of_it_and_of_a_plan_to_be_read(pair):
    plan = scene.planned(pair)
    mentor, mentee = scene.of(pair, "mentor"), scene.of(pair, "mentee")
    coordinator = make.staff(RoleCode.COORDINATOR, pair.organisation)
    actions.signal(PlanStep.objects.get(), person=mentor, by=mentor.user)
    actions.show(plan, by=mentor.user)

    assert [item.title for item in plans.items(coordinator, pair.organisation)] == ["Просит сделать за него: Шаг 1"]
    assert [item.title for item in plans.items(mentee.user, pair.organisation)] == ["План пары ждёт ответа"]
    assert plans.items(mentor.user, pair.organisation) == []
