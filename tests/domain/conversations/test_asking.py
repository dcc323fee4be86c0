"""Requests for help and concerns."""

from datetime import date, timedelta

import pytest

from nastavnik.core import clock
from nastavnik.domain.consents.models import Consent
from nastavnik.domain.conversations import actions, queries
from nastavnik.domain.conversations.errors import NobodyToTell, NoConsultant, NoOutcome
from nastavnik.domain.desk.queries import today
from nastavnik.domain.mentorships.errors import ClearanceMissing
from nastavnik.domain.notifications.models import Message as Letter
from nastavnik.domain.people.models import Clearance, RoleAssignment
from tests import factories as make
from tests.conftest import NOW
from tests.domain.conversations.pairs import inside, school, talking
from tests.domain.privacy.rows import guards

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _monday(now):
    pass


def cleared(person):
    Clearance.objects.create(organisation=person.organisation, person=person, checked_on=date(2026, 9, 1))
    return person


def test_help_is_asked_of_two_adults_without_any_consent():
    us = school()
    Consent.objects.filter(person=us.child).update(withdrawn_on=TODAY)

    request = actions.ask_help(us.child, text="Мне нужна помощь, напишите на mama@mail.ru", by=us.child.user)

    assert inside(request.channel) == [("mentee", True), ("watcher", False), ("watcher", False)]
    assert request.channel.messages.get().versions.get().state == "released"
    assert list(queries.unanswered(us.pair.organisation, TODAY)) == [request]
    assert not queries.visible_to(us.mentor.user).exists()


def test_the_first_answer_of_a_person_counts_and_its_time_is_known():
    us = school()
    request = actions.ask_help(us.child, text="Помогите выбрать кружок", by=None)
    actions.post(request.channel, author=us.child, text="Очень надо", by=None)
    request.refresh_from_db()
    assert request.state == "open"

    with clock.fixed(NOW + timedelta(hours=2)):
        actions.post(request.channel, author=us.coordinator, text="Зайди после урока", by=us.coordinator.user)

    request.refresh_from_db()
    assert (request.state, request.answered_by) == ("answered", us.coordinator)
    assert queries.answer_time(us.pair.organisation, TODAY, TODAY) == queries.AnswerTime(1, timedelta(hours=2))
    assert not queries.unanswered(us.pair.organisation, TODAY).exists()
    assert queries.unanswered(us.pair.organisation, TODAY - timedelta(days=1)).count() == 0


def test_on_an_earlier_day_the_request_was_unanswered():
    us = school()
    request = actions.ask_help(us.child, text="Помогите", by=None)
    with clock.fixed(NOW + timedelta(days=3)):
        actions.post(request.channel, author=us.coordinator, text="Да", by=None)

    days = [TODAY + timedelta(days=n) for n in range(-1, 5)]

    assert [queries.unanswered(us.pair.organisation, day).count() for day in days] == [0, 1, 1, 1, 0, 0]


def test_mentors_of_the_module_read_a_question_and_one_answers():
    us = school()
    outside = make.PersonFactory(organisation=us.pair.organisation, adult=True, with_user=True)
    make.ParticipationFactory(module=us.pair.module, person=outside, role="mentor")
    stranger = make.PersonFactory(organisation=us.pair.organisation, adult=True, with_user=True)
    request = actions.ask_mentors(us.child, module=us.pair.module, text="Как стать инженером?", by=None)

    assert list(queries.questions_for(outside.user)) == [request]
    assert not queries.questions_for(stranger.user).exists()
    with pytest.raises(ClearanceMissing):
        actions.answer_question(request, person=outside, text="Учи физику", by=None)
    actions.answer_question(request, person=cleared(outside), text="Учи физику", by=None)

    request.refresh_from_db()
    assert (request.state, request.answered_by, request.mentorship) == ("answered", outside, us.pair)
    assert [one.version.text for one in queries.thread(request.channel, us.child.user).said] == [
        "Как стать инженером?", "Учи физику",
    ]  # fmt: skip


def test_a_question_that_carries_a_contact_reaches_no_mentor():
    us = school()
    outside = make.PersonFactory(organisation=us.pair.organisation, adult=True, with_user=True)
    make.ParticipationFactory(module=us.pair.module, person=outside, role="mentor")

    request = actions.ask_mentors(us.child, module=us.pair.module, text="Напишите мне в телеграм", by=None)

    assert not queries.questions_for(outside.user).exists()
    actions.release(request.channel.messages.get().versions.get(), by=us.coordinator.user)
    assert queries.questions_for(outside.user).get() == request
    request.refresh_from_db()
    assert request.state == "open"


def test_a_mentor_brings_a_consultant_in():
    us = talking()
    with pytest.raises(NoConsultant):
        actions.bring_in(us.channel, asker=us.mentor, consultant=us.psychologist, text="Нужен совет", by=None)

    request = actions.bring_in(
        us.channel, asker=us.mentor, consultant=cleared(us.psychologist), text="Нужен совет", by=None
    )
    assert ("consultant", False) in inside(us.channel)
    actions.post(us.channel, author=us.child, text="Хорошо", by=None)
    request.refresh_from_db()
    assert request.state == "open"
    actions.post(us.channel, author=us.psychologist, text="Попробуйте так", by=None)

    request.refresh_from_db()
    assert (request.state, request.answered_by) == ("answered", us.psychologist)


def test_a_concern_goes_past_the_mentor_to_two_adults_and_rings_until_both_have_read():
    us = school()
    concern = actions.raise_concern(us.child, child=us.child, subject=us.mentor, text="не хочу", by=us.child.user)

    assert [r.person for r in concern.readers.all()] == [us.coordinator, us.psychologist]
    assert not queries.concerns_visible_to(us.mentor.user).exists()
    actions.read_concern(concern, person=us.coordinator, by=us.coordinator.user)
    with clock.fixed(NOW + timedelta(days=1)):
        actions.ring()
        actions.ring()
    rung = Letter.objects.filter(kind="concern_raised").values_list("recipient", flat=True)
    assert sorted(rung) == sorted([us.coordinator.pk, us.psychologist.pk, us.psychologist.pk])
    assert "не хочу" not in str(list(Letter.objects.values_list("context", "key")))

    actions.read_concern(concern, person=us.psychologist, by=us.psychologist.user)
    assert not queries.ringing().exists()
    with pytest.raises(NoOutcome):
        actions.settle(concern, outcome=" ", by=us.coordinator.user)
    actions.settle(concern, outcome="Поговорили втроём", by=us.coordinator.user)
    assert (concern.state, concern.outcome) == ("settled", "Поговорили втроём")


def test_whom_it_is_about_and_who_mentors_the_child_never_hear_of_it():
    us = school()
    RoleAssignment.objects.create(
        user=us.mentor.user, role="head", organisation=us.pair.organisation, starts_on=date(2026, 9, 1)
    )
    teacher = make.staff("teacher", us.pair.organisation).person

    concern = actions.raise_concern(us.child, child=us.child, subject=us.coordinator, by=None)

    assert {r.person for r in concern.readers.all()} == {us.psychologist, teacher}


def test_a_parent_on_the_staff_does_not_hear_what_the_child_tells():
    us = school()
    guards(us.psychologist, us.child)
    head = make.staff("head", us.pair.organisation).person

    concern = actions.raise_concern(us.child, child=us.child, by=None)

    assert {r.person for r in concern.readers.all()} == {us.coordinator, head}


def test_where_nobody_can_hear_it_the_child_is_told_to_go_to_somebody():
    us = school()
    RoleAssignment.objects.filter(role="psychologist").delete()

    with pytest.raises(NobodyToTell):
        actions.raise_concern(us.child, child=us.child, subject=us.coordinator, by=None)


def test_who_leaves_office_unread_hands_over():
    us = school()
    concern = actions.raise_concern(us.child, child=us.child, by=None)
    RoleAssignment.objects.filter(role="psychologist").update(ends_on=date(2026, 11, 22))
    head = make.staff("head", us.pair.organisation).person

    with clock.fixed(NOW + timedelta(days=1)):
        actions.ring()
        actions.ring()

    assert [r.person for r in concern.readers.all()] == [us.coordinator, us.psychologist, head]


def test_a_concern_stands_on_top_of_today_until_it_is_read_and_without_a_word_of_it():
    us = school()
    concern = actions.raise_concern(us.child, child=us.child, text="не хочу", by=None)
    actions.ask_help(us.child, text="Помогите", by=None)

    first, second, *_others = today(us.coordinator.user, us.pair.organisation, TODAY).queue

    assert (first.url_name, first.url_args) == ("conversations:concern", (concern.pk,))
    assert "не хочу" not in str((first, second))
    assert "Тимур" not in str(first)
    assert second.title == "Просят помощи: 1\u00a0человек"
    mentors = today(us.mentor.user, us.pair.organisation, TODAY).queue
    assert "conversations:concern" not in {item.url_name for item in mentors}
    actions.read_concern(concern, person=us.coordinator, by=None)
    left = today(type(us.coordinator.user).objects.get(pk=us.coordinator.user_id), us.pair.organisation, TODAY).queue
    assert [item.title for item in left if item.url_name == "conversations:concern"] == [
        "Тревожное сообщение: запишите итог"
    ]


def test_whom_somebody_wrote_to_sees_it_today_until_the_answer():
    us = talking()
    actions.post(us.channel, author=us.mentor, text="Привет", by=None)

    def told(person):
        user = type(person.user).objects.get(pk=person.user_id)
        queue = today(user, us.pair.organisation, TODAY).queue
        return [item.title for item in queue if item.url_name == "conversations:channel"]

    assert (told(us.child), told(us.mentor)) == (["Новое сообщение"], [])
    with clock.fixed(NOW + timedelta(minutes=5)):
        actions.post(us.channel, author=us.child, text="Привет!", by=None)
    with clock.fixed(NOW + timedelta(minutes=9)):
        assert (told(us.child), told(us.mentor)) == ([], ["Новое сообщение"])
