"""The plan page: made, read with one tap, edited in two tabs, marked; advice in two taps."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.mentorships.models import Goal, PlanStep
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.plans import actions
from nastavnik.domain.plans.models import PairPlan, Recommendation, StepSignal, WorkSheet
from tests import factories as make
from tests.domain.plans import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def pair():
    return scene.pair()


def signed_in(client, pair, role="mentor"):
    client.force_login(scene.of(pair, role).user)
    return client


def page(client, pair):
    return client.get(reverse("mentorships:plan", args=[pair.pk])).content.decode()


def test_a_plan_is_made_shown_and_read_with_one_tap(client, pair):
    signed_in(client, pair).post(reverse("plans:make", args=[pair.pk]), {"way": "by_mentor"})
    client.post(reverse("plans:ready", args=[pair.pk]), {"code": "catch_up"})
    plan = PairPlan.objects.get()
    client.post(reverse("plans:show", args=[plan.pk]))
    assert "ещё не читали" in page(client, pair)
    assert "Прочитал(а)" not in page(client, pair)

    signed_in(client, pair, "mentee")
    assert "Прочитал(а)" in page(client, pair)
    answer = client.post(reverse("plans:read", args=[plan.pk]))

    assert answer.status_code == 303
    assert PairPlan.objects.get().state == "agreed"


def test_two_tabs_edit_one_plan_and_nobodys_text_is_lost(client, pair):
    plan = scene.planned(pair)
    step, goal = PlanStep.objects.get(), Goal.objects.get()
    actions.edit_plan(plan, {"aim": "Слова первой вкладки"}, version=1, by=None)
    signed_in(client, pair)
    term = {"starts_on": "2026-10-01", "ends_on": "2027-05-31", "interim_on": "", "way": "together", "expected": ""}

    late = client.post(reverse("plans:edit", args=[plan.pk]), {"version": 1, "aim": "Слова второй вкладки", **term})

    assert late.status_code == 409
    assert "Слова первой вкладки" in late.content.decode()
    assert "Слова второй вкладки" in late.content.decode()
    actions.edit_step(step, title="Шаг первой", who="", due_on=None, expected="раз", version=1, by=None)
    late = client.post(reverse("plans:step", args=[step.pk]), {"version": 1, "title": "Шаг второй", "expected": "два"})
    assert late.status_code == 409
    assert all(words in late.content.decode() for words in ("Шаг первой", "Шаг второй", "раз", "два"))
    actions.review_goal(goal, stage="start", verdict="changed", title="Цель первой", version=1, by=None)
    late = client.post(
        reverse("plans:review", args=[goal.pk]),
        {"version": 1, "stage": "start", "verdict": "changed", "title": "Цель второй"},
    )
    assert late.status_code == 409
    assert "Цель первой" in late.content.decode()


def test_do_it_for_me_is_one_tap_with_a_memo_for_both(client, pair):
    scene.planned(pair)
    step = PlanStep.objects.get()
    signed_in(client, pair).post(reverse("plans:signal", args=[step.pk]))

    for role in ("mentor", "mentee"):
        shown = page(signed_in(client, pair, role), pair)
        assert "просит сделать за него" in shown
        assert reverse("library:memo", args=["do_it_yourself"]) in shown
        assert client.get(reverse("library:memo", args=["do_it_yourself"])).status_code == 200
    client.post(reverse("plans:settle", args=[StepSignal.objects.get().pk]))
    assert StepSignal.objects.get().settled_at is not None


def test_advice_in_two_taps_and_whether_it_helped(client, pair):
    signed_in(client, pair)
    assert (
        reverse("plans:recommend", args=[pair.pk])
        in client.get(reverse("mentorships:pair", args=[pair.pk])).content.decode()
    )
    client.post(reverse("plans:recommend", args=[pair.pk]), {"choice": "time:pause"})
    client.post(
        reverse("plans:link", args=[pair.pk]), {"url": "https://kniga.example/drobi", "title": "Дроби с рисунками"}
    )

    signed_in(client, pair, "mentee")
    shown = client.get(reverse("mentorships:pair", args=[pair.pk])).content.decode()
    assert "Полчаса работы, пять минут отдыха" in shown
    assert "Дроби с рисунками" not in shown
    given = Recommendation.objects.get(kind="time")
    client.post(reverse("plans:helped", args=[given.pk]), {"helped": "yes"})

    assert given.marks.get().helped == "yes"


def test_a_wrong_link_is_answered_with_what_was_typed(client, pair):
    answer = signed_in(client, pair).post(reverse("plans:link", args=[pair.pk]), {"url": "kniga", "title": "Дроби"})

    assert answer.status_code == 422
    assert "Она начинается с https://" in answer.content.decode()
    assert 'value="Дроби"' in answer.content.decode()


def test_the_page_says_what_is_left_and_offers_early_credit(client, pair):
    plan = scene.agreed(pair)
    step = PlanStep.objects.get()
    step.done_on = scene.TODAY
    step.save()

    shown = page(signed_in(client, pair), pair)
    assert "Всё сделано раньше срока" in shown
    assert "Зачесть раньше" in shown
    refused = client.post(reverse("plans:close", args=[plan.pk]), {"text": ""})
    assert refused.status_code == 422
    client.post(reverse("plans:close", args=[plan.pk]), {"text": "Цель достигнута"})

    assert PairPlan.objects.get().state == "closed"
    assert "Зачесть раньше" not in page(client, pair)


def test_a_sheet_of_a_teacher_becomes_a_step(client):
    pair = scene.teachers()
    scene.planned(pair)
    signed_in(client, pair, "mentee").post(
        reverse("plans:new_sheet", args=[pair.pk, "practice"]),
        {"happened_on": "2026-11-20", "title": "Карточки", "next_step": "Дать карточки в 7Б", "tried_on": "2026-11-21"},
    )
    sheet = WorkSheet.objects.get()
    assert "Карточки" in client.get(reverse("plans:sheets", args=[pair.pk])).content.decode()

    client.post(reverse("plans:into_plan", args=[sheet.pk]))

    assert "Дать карточки в 7Б" in page(client, pair)


@pytest.mark.parametrize("name", ["mentorships:plan", "mentorships:pair", "plans:sheets"])
def test_the_number_of_queries_does_not_grow(client, name):
    counts = []
    for steps in (1, 3):
        pair = scene.teachers()
        scene.planned(pair, steps=steps)
        mentor = scene.of(pair, "mentor")
        for step in PlanStep.objects.filter(goal__mentorship=pair):
            actions.signal(step, person=mentor, by=mentor.user)
        for code in ("pause", "week_sheet", "repeat")[:steps]:
            actions.recommend(pair, kind="time", code=code, person=mentor, by=mentor.user)
            values = {"happened_on": scene.TODAY, "title": code}
            actions.write_sheet(pair, kind="visit", author=mentor, values=values, by=mentor.user)
        client.force_login(make.staff(RoleCode.COORDINATOR, pair.organisation))
        with CaptureQueriesContext(connection) as caught:
            assert client.get(reverse(name, args=[pair.pk])).status_code == 200
        counts.append(len(caught))

    assert counts[0] == counts[1]


def test_who_did_not_change_an_agreed_plan_reads_the_change_with_one_tap(client, pair):
    plan = scene.agreed(pair)
    step, mentor = PlanStep.objects.get(), signed_in(client, pair)
    said = {"title": "Шаг 1", "who": "mentee", "due_on": "2026-12-24", "version": step.version}
    assert mentor.post(reverse("plans:step", args=[step.pk]), said).status_code == 303
    assert "Прочитано" not in page(client, pair)

    signed_in(client, pair, "mentee")
    assert "В плане изменения" in client.get(reverse("mentorships:pair", args=[pair.pk])).content.decode()
    before = page(client, pair)
    client.post(reverse("plans:read", args=[plan.pk]))
    after = page(client, pair)

    assert "стало «24 декабря 2026»" in before
    assert "В плане изменения, прочитай" in before
    assert "В плане изменения, прочитай" not in after
    assert "прочитано 23" in after.replace("\xa0", " ")
