"""What has ended or was closed stays as it was, and of two tabs nobody's words are lost."""

from datetime import date

import pytest

from nastavnik.domain.mentorships import actions
from nastavnik.domain.mentorships.enums import EndReason
from nastavnik.domain.mentorships.models import Closing, Goal, PairAgreement, PlanStep
from nastavnik.domain.plans import actions as plans
from nastavnik.domain.plans.models import PairPlan
from tests.domain.mentorships import scene
from tests.web.mentorships.test_pair import pair, send, text  # noqa: F401 – a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_of_two_who_write_the_rules_the_later_reads_both_texts(client, pair):  # noqa: F811
    first = send(client, pair.users["mentor"], "write_rules", pair.pk, mentor_does="Объясняю дроби", version=1)
    late = send(client, pair.users["mentee"], "write_rules", pair.pk, mentee_does="Решаю задачи", version=1)

    assert (first.status_code, late.status_code) == (303, 409)
    assert "Объясняю дроби" in text(late)
    assert "Решаю задачи" in text(late)
    assert PairAgreement.objects.get().mentor_does == "Объясняю дроби"


def test_words_of_a_pair_that_has_ended_stand(client, pair):  # noqa: F811
    author = scene.person_in(pair, "mentor")
    entry = actions.write_diary(pair, author=author, happened_on=date(2026, 11, 20), text="Были в музее", by=None)
    actions.dissolve(pair, on=scene.TODAY, reason=EndReason.MENTEE_ASKED, by=None)

    answer = send(client, pair.users["mentor"], "entry", entry.pk, text="Другое", version=entry.version)

    entry.refresh_from_db()
    assert (answer.status_code, entry.text) == (403, "Были в музее")


def test_a_closed_plan_is_read_only(client, pair):  # noqa: F811
    goal = actions.add_goal(pair, title="Физика", by=None)
    step = actions.add_step(goal, title="Решить задачи", by=None)
    plans.make_plan(pair, by=None)
    PairPlan.objects.update(state="closed")
    mentor = pair.users["mentor"]

    answers = [
        send(client, mentor, "add_goal", pair.pk, title="Ещё"),
        send(client, mentor, "add_step", goal.pk, **{f"goal{goal.pk}-title": "Ещё"}),
        send(client, mentor, "mark_step", step.pk, done_on="2026-11-23", result="Всё", version=1),
        send(client, mentor, "reach_goal", goal.pk, version=1),
    ]

    assert all("План закрыт" in text(answer) for answer in answers)
    assert (Goal.objects.get().reached_on, PlanStep.objects.get().done_on) == (None, None)


def test_of_two_tabs_with_what_is_counted_nobodys_words_are_lost(client, pair):  # noqa: F811
    staff = pair.users["coordinator"]
    first = send(client, staff, "credit", pair.pk, credit="Собрали робота", version=0)
    late = send(client, staff, "credit", pair.pk, credit="Две темы по физике", version=0)

    assert (first.status_code, late.status_code) == (303, 409)
    assert "Собрали робота" in text(late)
    assert "Две темы по физике" in text(late)
    pair.refresh_from_db()
    assert pair.closing.credit == "Собрали робота"
    again = send(client, staff, "credit", pair.pk, credit="И то и другое", version=pair.closing.version)
    assert (again.status_code, Closing.objects.get().credit) == (303, "И то и другое")


def test_of_two_tabs_with_last_words_nobodys_words_are_lost(client, pair):  # noqa: F811
    actions.dissolve(pair, on=scene.TODAY, reason=EndReason.MENTEE_ASKED, by=None)
    child = pair.users["mentee"]
    first = send(client, child, "last_word", pair.pk, feedback="Было весело", became_friends="yes", version=0)
    late = send(client, child, "last_word", pair.pk, feedback="Хочу ещё", became_friends="yes", version=0)

    assert (first.status_code, late.status_code) == (303, 409)
    assert "Было весело" in text(late)
    assert "Хочу ещё" in text(late)
    assert "Мы стали друзьями" not in text(late).split("<form")[0]
    (word,) = pair.closing_words.all()
    assert (word.feedback, word.became_friends) == ("Было весело", True)
