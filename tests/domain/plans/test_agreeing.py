"""A plan is made together or by the mentor, read with one tap, corrected and extended with a line in its sheet."""

from datetime import date, timedelta

import pytest

from nastavnik.core.errors import ChangedMeanwhile, ForbiddenTransition
from nastavnik.domain.documents.adapter.pair import pair_text
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.models import PlanStep
from nastavnik.domain.plans import actions, errors, queries
from nastavnik.domain.plans.models import PairPlan
from tests.domain.plans import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_the_plan_lasts_as_the_pair_does_and_teachers_get_a_programme_of_a_year_at_most():
    plan = actions.make_plan(scene.pair(), by=None)
    other = actions.make_plan(scene.teachers(), by=None)

    assert (plan.kind, plan.starts_on, plan.ends_on) == ("development", date(2026, 10, 1), date(2027, 5, 31))
    assert plan.starts_on < plan.interim_on < plan.ends_on
    assert other.kind == "programme"
    with pytest.raises(errors.TermTooLong):
        actions.edit_plan(other, {"ends_on": other.starts_on + timedelta(days=400)}, version=1, by=None)
    with pytest.raises(errors.PlanExists):
        actions.make_plan(plan.mentorship, by=None)


def test_an_empty_plan_is_not_shown():
    pair = scene.pair()
    plan = actions.make_plan(pair, by=None)

    with pytest.raises(errors.NothingPlanned):
        actions.show(plan, by=scene.of(pair, "mentor").user)


@pytest.mark.parametrize("way", ["together", "by_mentor"])
def test_what_the_mentor_shows_is_agreed_with_one_tap_of_the_mentee(way):
    pair = scene.pair()
    plan, mentor, mentee = scene.planned(pair, way=way), scene.of(pair, "mentor"), scene.of(pair, "mentee")
    actions.show(plan, by=mentor.user)
    assert queries.to_read(mentee.user).get() == plan
    assert not queries.to_read(mentor.user).exists()
    with pytest.raises(errors.NotYoursToRead):
        actions.read(plan, person=mentor, by=mentor.user)

    actions.read(plan, person=mentee, by=mentee.user)
    again = actions.read(plan, person=mentee, by=mentee.user)

    assert again.state == "agreed"
    assert [change.action for change in plan.state_changes.all()] == ["show", "agree"]
    assert plan.readings.count() == 1
    assert not queries.to_read(mentee.user).exists()


def test_a_correction_leaves_a_line_and_is_read_anew():
    pair = scene.pair()
    plan, mentor, mentee = scene.agreed(pair), scene.of(pair, "mentor"), scene.of(pair, "mentee")
    with pytest.raises(errors.PlanIsShown):
        actions.edit_plan(plan, {"aim": "Другое"}, version=plan.version, by=mentor.user)
    with pytest.raises(errors.WordsMissing):
        actions.rework(plan, text=" ", by=mentor.user)

    actions.rework(plan, text="Тема оказалась трудной, делим её на две", by=mentor.user)
    actions.show(plan, by=mentor.user)

    assert plan.edition == 2
    assert [(sheet.kind, sheet.text) for sheet in plan.sheets.all()] == [
        ("correction", "Тема оказалась трудной, делим её на две")
    ]
    assert queries.to_read(mentee.user).get() == plan


def test_an_extension_goes_on_and_keeps_both_days():
    pair = scene.pair()
    plan, by = scene.agreed(pair), scene.of(pair, "mentor").user
    with pytest.raises(errors.ExtensionBack):
        actions.extend_plan(plan, until=date(2027, 5, 31), text="Ещё", by=by)

    sheet = actions.extend_plan(plan, until=date(2027, 10, 1), text="Не успели защиту", by=by)

    assert (sheet.until_before, sheet.until_after) == (date(2027, 5, 31), date(2027, 10, 1))
    assert PairPlan.objects.get().ends_on == date(2027, 10, 1)


def test_closing_is_offered_when_the_plan_is_done_and_its_term_over_and_asks_why_where_only_one_holds():
    pair = scene.pair()
    plan, by = scene.agreed(pair), scene.of(pair, "mentor").user
    left = queries.completion_of(plan, scene.TODAY)
    assert (left.steps_left, left.is_done, left.is_over, left.is_ripe) == (1, False, False, False)
    over = queries.completion_of(plan, plan.ends_on)
    assert (over.is_over, over.is_ripe) == (True, False)
    step = PlanStep.objects.get()
    mentorships.mark_step(step, done_on=scene.TODAY, version=step.version, by=by)
    assert queries.completion_of(plan, plan.ends_on).is_ripe
    with pytest.raises(errors.StepsLeft):
        actions.close(plan, by=by)

    actions.close(plan, text="Зачтено раньше срока", by=by)

    assert plan.state == "closed"
    assert plan.state_changes.last().note == "Зачтено раньше срока"
    with pytest.raises(errors.PlanIsClosed):
        actions.edit_plan(plan, {"aim": "Новое"}, version=plan.version, by=by)
    with pytest.raises(ForbiddenTransition):
        actions.show(plan, by=by)


def test_of_two_who_edit_one_plan_the_later_is_told_and_the_first_words_stay():
    plan = scene.planned(scene.pair())
    actions.edit_plan(plan, {"aim": "Первое"}, version=1, by=None)

    with pytest.raises(ChangedMeanwhile) as conflict:
        actions.edit_plan(PairPlan.objects.get(), {"aim": "Второе"}, version=1, by=None)

    assert conflict.value.subject.aim == "Первое"
    assert PairPlan.objects.get().aim == "Первое"


def test_a_ready_plan_counts_its_days_from_the_first_day_and_none_lies_behind_the_end():
    pair = scene.pair()
    plan = actions.make_plan(pair, by=None)
    plan.ends_on = date(2026, 12, 1)
    plan.save()

    goal = actions.take_template(pair, "project", by=None)

    assert goal.title == "Довести проект до защиты"
    assert [(step.due_on, step.who, step.facts.direction) for step in goal.steps.all()] == [
        (date(2026, 10, 11), "", "project"),
        (date(2026, 10, 31), "mentee", "project"),
        (date(2026, 12, 1), "mentee", "project"),
        (date(2026, 12, 1), "", "communication"),
        (date(2026, 12, 1), "mentee", "project"),
    ]
    with pytest.raises(errors.NoSuchTemplate):
        actions.take_template(pair, "nothing", by=None)


def test_papers_are_made_of_the_plan():
    pair = scene.teachers()
    plan, by = scene.planned(pair), scene.of(pair, "mentor").user
    hard = actions.add_difficulty(plan, title="Дисциплина", by=by)
    step = PlanStep.objects.get()
    actions.edit_step(
        step, title="Побывать на занятии", who="mentee", due_on=None, direction="psychology",
        difficulty=hard.pk, expected="лист посещения", version=1, by=by,
    )  # fmt: skip
    actions.assess(step, mark="partly", note="Ещё раз", version=2, person=scene.of(pair, "mentor"), by=by)
    actions.extend_plan(plan, until=date(2027, 8, 31), text="Не успели", by=by)

    said = pair_text(pair, scene.TODAY)

    assert said.measures == ("Дисциплина: Побывать на занятии",)
    assert [(one.expected, one.mark) for one in said.steps] == [("лист посещения", "получилось частично: Ещё раз")]
    assert said.changes == (("23.11.2026", "Продлено до 31.08.2027. Не успели"),)
    assert (said.starts_on, said.ends_on) == (date(2026, 10, 1), date(2027, 8, 31))
