"""What is changed in an agreed plan writes its own line of the sheet, and the others read it with one tap."""

from datetime import date

import pytest

from nastavnik.domain.desk.queries import plans as desk
from nastavnik.domain.mentorships.models import Goal, PlanStep
from nastavnik.domain.plans import actions, queries
from tests.domain.plans import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
WHOLE = {"who": "mentee", "due_on": date(2026, 12, 10)}


def lines(plan):
    return [sheet.text for sheet in plan.sheets.all()]


def test_a_changed_step_writes_its_line_and_waits_for_the_other_side_alone():
    pair = scene.pair()
    plan, mentor, mentee = scene.agreed(pair), scene.of(pair, "mentor"), scene.of(pair, "mentee")
    step = PlanStep.objects.get()

    actions.edit_step(step, title="Шаг 1", who="", due_on=date(2026, 12, 20), version=1, by=mentor.user)

    assert lines(plan) == [
        "Шаг «Шаг 1»: кто делает – было «наставляемый», стало «вместе»; "
        "срок – было «10 декабря 2026», стало «20 декабря 2026»"
    ]
    assert queries.to_read(mentee.user).get() == plan
    assert [item.title for item in desk.items(mentee.user, pair.organisation)] == ["В плане пары изменение"]
    assert not queries.to_read(mentor.user).exists()

    read = actions.read(plan, person=mentee, by=mentee.user)

    assert not queries.to_read(mentee.user).exists()
    assert (read.state, read.edition, [one.person for one in plan.sheets.get().readings.all()]) == (
        "agreed", 1, [mentee]
    )  # fmt: skip


def test_goals_steps_and_difficulties_that_come_later_are_told_too():
    pair = scene.pair()
    plan, mentee = scene.agreed(pair), scene.of(pair, "mentee")
    goal = Goal.objects.get()

    actions.add_step(goal, title="Доклад", by=mentee.user)
    hard = actions.add_difficulty(plan, title="Дроби", by=mentee.user)
    actions.edit_difficulty(hard, title="Дроби и доли", version=1, by=mentee.user)
    actions.add_goal(pair, title="Выступить", by=mentee.user)
    actions.review_goal(goal, stage="interim", verdict="changed", title="Решать быстро", version=1, by=mentee.user)

    assert lines(plan) == [
        "Новый шаг «Доклад»: вместе",
        "Новая трудность «Дроби»",
        "Трудность: было «Дроби», стало «Дроби и доли»",
        "Новая цель «Выступить»",
        "Цель: было «Решать задачи без подсказки», стало «Решать быстро»",
    ]
    assert queries.unread_corrections(pair.pk, scene.of(pair, "mentor").user).count() == 5


def test_no_line_while_the_plan_is_being_made_nor_where_nothing_changed():
    pair = scene.pair()
    plan = scene.planned(pair)
    step, mentor = PlanStep.objects.get(), scene.of(pair, "mentor").user

    actions.edit_step(step, title="Иначе", **WHOLE, version=1, by=mentor)
    actions.show(plan, by=mentor)
    actions.read(plan, person=scene.of(pair, "mentee"), by=scene.of(pair, "mentee").user)
    actions.edit_step(step, title="Иначе", **WHOLE, version=2, by=mentor)

    assert lines(plan) == []
