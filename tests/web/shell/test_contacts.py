"""A telephone number does not reach the other side past the second adult of the conversation, by whatever field."""

from datetime import date, time

import pytest
from django.urls import reverse

from nastavnik.domain.mentorships import actions as pairs
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.models import DiaryEntry, FlashSlot, Goal, Meeting, PlanStep
from nastavnik.domain.plans import actions as plans
from nastavnik.domain.plans.models import PairPlan
from nastavnik.domain.programmes.enums import Kind
from nastavnik.web.shell.contacts import SENTENCE
from tests import factories as make
from tests.domain.mentorships import scene
from tests.web.mentorships.test_pair import pair  # noqa: F401 – a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]

NUMBER = "Звони: 8 916 123-45-67"
DAY = "2026-11-26"


def sent(client, user, name, *args, **values):
    client.force_login(user)
    return client.post(reverse(name, args=args), values)


def refused(answer):
    return answer.status_code == 422 and str(SENTENCE) in answer.content.decode()


def test_no_field_that_the_other_side_reads_carries_a_telephone(client, pair):  # noqa: F811
    mentor, child = pair.users["mentor"], pair.users["mentee"]
    person, mentee = scene.person_in(pair, "mentor"), pair.members.get(role="mentee")
    held = make.MeetingFactory(mentorship=pair, state=MeetingState.HELD, happens_on=date(2026, 11, 20))
    goal = pairs.add_goal(pair, title="Физика", by=None)
    step = pairs.add_step(goal, title="Решить задачи", by=None)
    feedback = pairs.give_feedback(held, author=person, to=mentee, went_well="Всё", next_step="Ещё", by=None)
    entry = pairs.write_diary(pair, author=person, happened_on=held.happens_on, text="Были в музее", by=None)
    plan = plans.make_plan(pair, by=None)
    number, at = NUMBER, {"happens_on": DAY, "begins_at": "15:00", "minutes": "45"}
    term = {"starts_on": "2026-10-01", "ends_on": "2027-05-31", "way": "together", "version": plan.version}

    answers = {
        "record": sent(
            client, child, "mentorships:record", pair.pk, outcome="good", happens_on="2026-11-23", text=number
        ),
        "write": sent(client, mentor, "mentorships:write", pair.pk, happened_on="2026-11-23", text=number),
        "entry": sent(client, mentor, "mentorships:entry", entry.pk, text=number, version=entry.version),
        "reflect": sent(client, child, "mentorships:reflect", held.pk, text=number),
        "feedback": sent(
            client, mentor, "mentorships:give_feedback", held.pk, to=mentee.pk, went_well=number, next_step="Ещё"
        ),
        "answer": sent(client, child, "mentorships:answer_feedback", feedback.pk, answer=number, version=1),
        "rules": sent(client, mentor, "mentorships:write_rules", pair.pk, how_often=number, version=1),
        "rule": sent(client, child, "mentorships:add_rule", pair.pk, text=number),
        "goal": sent(client, mentor, "mentorships:add_goal", pair.pk, title=number),
        "step": sent(client, mentor, "mentorships:add_step", goal.pk, **{f"goal{goal.pk}-title": number}),
        "mark": sent(client, child, "mentorships:mark_step", step.pk, done_on="2026-11-23", result=number, version=1),
        "meeting": sent(
            client, mentor, "mentorships:meeting", held.pk, state="held", happens_on="2026-11-20", topic=number,
            kind="work", version=held.version,
        ),
        "in the calendar": sent(client, mentor, "scheduling:plan", pair.pk, place=number, kind="work", **at),
        "times": sent(
            client, mentor, "scheduling:times", pair.pk, own_day=DAY, own_hour="15:00", minutes="45", place=number
        ),
        "weekly": sent(
            client, mentor, "scheduling:weekly", pair.pk, first_on=DAY, last_on="2026-12-20", every="1",
            begins_at="15:00", minutes="45", place=number,
        ),
        "plan": sent(client, mentor, "plans:edit", plan.pk, aim=number, **term),
        "difficulty": sent(client, mentor, "plans:add_difficulty", plan.pk, title=number),
        "step of the plan": sent(client, mentor, "plans:step", step.pk, title=number, version=step.version),
        "review": sent(
            client, mentor, "plans:review", goal.pk, stage="interim", verdict="kept", note=number, version=goal.version
        ),
        "assess": sent(client, mentor, "plans:assess", step.pk, mark="done", note=number, version=step.version),
    }  # fmt: skip

    assert [name for name, answer in answers.items() if not refused(answer)] == []
    assert Goal.objects.get() == goal
    assert (PlanStep.objects.get().title, PairPlan.objects.get().aim) == ("Решить задачи", "")
    assert (Meeting.objects.get(), DiaryEntry.objects.get().text) == (held, "Были в музее")


def test_what_nobody_reads_and_what_the_coordinator_writes_is_not_refused(client, pair):  # noqa: F811
    private = {"happened_on": "2026-11-23", "text": NUMBER}

    own = sent(client, pair.users["mentee"], "mentorships:write", pair.pk, **private, is_private="on")
    staff = sent(
        client,
        pair.users["coordinator"],
        "scheduling:plan",
        pair.pk,
        happens_on=DAY,
        minutes="45",
        kind="work",
        place=NUMBER,
    )

    assert (own.status_code, staff.status_code) == (303, 303)
    note = DiaryEntry.objects.get()
    shared = sent(client, pair.users["mentee"], "mentorships:entry", note.pk, text=NUMBER, version=note.version)
    assert refused(shared)


def test_a_short_meeting_offered_to_children_names_no_telephone(client):
    module = make.ModuleFactory(kind=Kind.FLASH)
    mentor, child = scene.mentor(module), scene.mentee(module)
    when = {"happens_on": "2026-11-24", "begins_at": "15:00", "minutes": "30"}

    offered = sent(client, mentor.person.user, "mentorships:offer_flash", mentor=mentor.pk, topic=NUMBER, **when)

    assert refused(offered)
    assert not FlashSlot.objects.exists()
    slot = pairs.offer_flash(mentor, topic="Вуз", happens_on=date(2026, 11, 23), begins_at=time(15), by=None)
    pairs.book(slot, mentee=child, by=None)
    assert refused(sent(client, child.person.user, "mentorships:close_flash", slot.pk, thanks=NUMBER))


def test_a_number_in_two_fields_of_one_form_is_a_number(client, pair):  # noqa: F811
    mentor, child = pair.users["mentor"], pair.users["mentee"]
    mine = {"mentor_does": "Звони: 8 916", "mentee_does": "123-45-67", "version": 1}
    words = {"mentor_does": "Объясняю дроби за 5 класс, с. 120", "mentee_does": "Решаю 12 задач", "version": 1}

    halves = sent(client, mentor, "mentorships:write_rules", pair.pk, **mine, how_often="Раз в неделю")
    note = {"happens_on": DAY, "begins_at": "15:00", "minutes": "45", "kind": "work"}
    place = sent(client, child, "scheduling:plan", pair.pk, **note, place="каб. 214", link="")
    whole = sent(client, mentor, "mentorships:write_rules", pair.pk, **words)

    assert refused(halves)
    assert halves.content.decode().count(str(SENTENCE)) == 2  # the field without a number is not blamed
    assert (whole.status_code, place.status_code) == (303, 303)
