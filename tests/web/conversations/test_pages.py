"""Pages of conversations, help and concerns, through the doors of the site."""

from datetime import date

import pytest
from django.urls import reverse

from nastavnik.domain.conversations import actions
from nastavnik.domain.conversations.models import Concern, HelpRequest, Message
from nastavnik.domain.mentorships.models import Goal
from nastavnik.domain.people.models import Clearance
from tests import factories as make
from tests.domain.conversations.pairs import school, talking

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _monday(now):
    pass


@pytest.fixture
def us():
    return talking()


def page(client, person, name, *args, post=None):
    client.force_login(person.user)
    url = reverse(f"conversations:{name}", args=args)
    return client.get(url) if post is None else client.post(url, post)


def text(answer):
    return answer.content.decode()


def test_the_first_word_opens_the_conversation_of_the_pair(client):
    us = school()
    assert "Отправить" in text(page(client, us.child, "pair_channel", us.pair.pk))

    answer = page(client, us.child, "pair_channel", us.pair.pk, post={"text": "Привет!"})

    assert answer.status_code == 303
    assert "Привет!" in text(page(client, us.mentor, "channel", us.pair.channel.pk))
    assert page(client, us.mentor, "pair_channel", us.pair.pk).status_code == 303


def test_where_nobody_else_can_read_nothing_opens(client):
    us = school()
    us.coordinator.user.role_assignments.all().delete()
    us.psychologist.user.role_assignments.all().delete()

    answer = page(client, us.mentor, "pair_channel", us.pair.pk, post={"text": "Привет!"})

    assert (answer.status_code, Message.objects.count()) == (422, 0)
    assert "второй взрослый" in text(answer)
    assert "Привет!" in text(answer)


def test_who_may_not_read_is_not_told_that_nothing_was_written(client, us):
    page(client, us.mentor, "channel", us.channel.pk, post={"text": "Привет!"})
    head = make.staff("head", us.pair.organisation)

    seen = text(page(client, head.person, "pair_channel", us.pair.pk))

    assert "Сообщений пока нет" not in seen
    assert "видно только им" in seen


def test_a_mentor_who_was_replaced_is_not_offered_to_write(client, us):
    us.pair.members.filter(role="mentor").update(ends_on=date(2026, 11, 22))

    answer = page(client, us.mentor, "channel", us.channel.pk)

    assert answer.status_code == 200
    assert "Здесь можно только читать" in text(answer)
    assert "Похвалить" not in text(answer)


def test_who_asks_where_nobody_answers_is_sent_to_a_person_not_to_appoint_staff(client, us):
    us.coordinator.user.role_assignments.all().delete()
    us.psychologist.user.role_assignments.all().delete()

    answer = page(client, us.child, "ask", post={"text": "Мне трудно"})

    assert answer.status_code == 422
    assert "Назначьте" not in text(answer)
    assert "взрослому, которому доверяешь" in text(answer)


def test_a_story_that_nobody_has_read_is_not_called_looked_into(client, us):
    told = actions.raise_concern(us.child, child=us.child, subject=us.mentor, by=us.child.user)
    alone = text(page(client, us.child, "concern", told.pk))
    assert "пока никто не прочитал" in alone
    assert "8 800 2000-122" in alone
    assert "разбираемся" not in text(page(client, us.child, "help"))

    page(client, us.coordinator, "concern", told.pk, post={})

    assert "разбираемся" in text(page(client, us.child, "concern", told.pk))


def test_a_held_message_is_decided_by_the_coordinator(client, us):
    page(client, us.mentor, "channel", us.channel.pk, post={"text": "мой тг oleg_77"})
    assert "oleg_77" not in text(page(client, us.child, "channel", us.channel.pk))
    assert "ждёт куратора" in text(page(client, us.mentor, "channel", us.channel.pk))
    waiting = text(page(client, us.coordinator, "held"))
    assert "oleg_77" in waiting
    assert "похоже на имя в другом сервисе" in waiting
    version = Message.objects.get().versions.get()

    refused = page(client, us.mentor, "decide", version.pk, post={"step": "release"})
    answer = page(client, us.coordinator, "decide", version.pk, post={"step": "refuse", "note": "пишем здесь"})

    assert (refused.status_code, answer.status_code) == (403, 303)
    assert "не отправлено" in text(page(client, us.mentor, "channel", us.channel.pk))
    assert "oleg_77" not in text(page(client, us.child, "channel", us.channel.pk))


def test_a_link_is_approved_with_the_message_and_taken_back(client, us):
    actions.post(us.channel, author=us.mentor, text="Вот https://kvant.example.ru/7", by=None)
    version = Message.objects.get().versions.get()

    page(client, us.coordinator, "decide", version.pk, post={"step": "release_with_links"})

    assert "kvant.example.ru/7" in text(page(client, us.coordinator, "links"))
    link = us.coordinator.user and actions.approve_links(version, by=us.coordinator.user)[0]
    assert page(client, us.coordinator, "withdraw_link", link.pk, post={}).status_code == 303
    assert "kvant.example.ru/7" not in text(page(client, us.coordinator, "links"))


def test_words_are_corrected_as_another_version_and_two_windows_meet(client, us):
    message = actions.post(us.channel, author=us.child, text="Спосибо", by=None)

    page(client, us.child, "message", message.pk, post={"text": "Спасибо", "version": "1"})
    late = page(client, us.child, "message", message.pk, post={"text": "Из второго окна", "version": "1"})

    assert late.status_code == 409
    assert "Спасибо" in text(late)
    assert "Из второго окна" in text(late)
    assert page(client, us.mentor, "message", message.pk).status_code == 404


def test_praise_asks_for_a_goal_and_helps_where_there_is_none(client, us):
    assert "Достигнутых целей пока нет" in text(page(client, us.mentor, "praise", us.channel.pk))
    goal = Goal.objects.create(
        organisation=us.pair.organisation, mentorship=us.pair, title="Дроби", reached_on=date(2026, 11, 20)
    )

    page(client, us.mentor, "praise", us.channel.pk, post={"goal": goal.pk, "text": "Решил сам"})

    assert "Цель достигнута: Дроби" in text(page(client, us.child, "channel", us.channel.pk))
    assert page(client, us.child, "praise", us.channel.pk).status_code == 403


def test_help_is_asked_and_answered(client, us):
    page(client, us.child, "ask", post={"text": "Не понимаю, что делать"})
    asked = HelpRequest.objects.get()

    assert "Ученик" not in text(page(client, us.mentor, "help"))
    assert page(client, us.mentor, "channel", asked.channel_id).status_code == 404
    assert "Тимур" in text(page(client, us.coordinator, "requests"))
    page(client, us.coordinator, "channel", asked.channel_id, post={"text": "Приходи в 12 кабинет"})
    assert "есть ответ" in text(page(client, us.child, "help"))
    assert page(client, us.child, "close_request", asked.pk, post={}).status_code == 303
    assert "закрыт" in text(page(client, us.child, "help"))


def test_a_mentor_of_the_module_answers_a_question(client, us):
    other = make.PersonFactory(organisation=us.pair.organisation, adult=True, with_user=True)
    make.RoleAssignmentFactory(user=other.user, role="mentor", organisation=us.pair.organisation)
    make.ParticipationFactory(module=us.pair.module, person=other, role="mentor")
    Clearance.objects.create(organisation=other.organisation, person=other, checked_on=date(2026, 9, 1))
    module = us.pair.module.pk
    page(client, us.child, "question", post={"module": module, "text": "Как стать инженером?"})
    asked = HelpRequest.objects.get()

    assert "Как стать инженером?" in text(page(client, other, "answer_question", asked.pk))
    answer = page(client, other, "answer_question", asked.pk, post={"text": "Учи физику"})

    assert answer.status_code == 303
    assert "Учи физику" in text(page(client, us.child, "channel", asked.channel_id))


def test_a_consultant_is_called_in(client, us):
    Clearance.objects.create(organisation=us.pair.organisation, person=us.psychologist, checked_on=date(2026, 9, 1))

    answer = page(
        client, us.mentor, "consultant", us.channel.pk, post={"person": us.psychologist.pk, "text": "Как быть?"}
    )

    assert answer.status_code == 303
    assert "Как быть?" in text(page(client, us.psychologist, "channel", us.channel.pk))


def test_a_child_tells_past_the_mentor_and_sees_who_read_it(client, us):
    answer = page(client, us.child, "tell", post={"child": us.child.pk, "subject": us.mentor.pk, "text": "страшно"})
    concern = Concern.objects.get()
    assert answer.status_code == 303
    for person in (us.mentor,):
        assert page(client, person, "concern", concern.pk).status_code == 404

    assert "страшно" in text(page(client, us.coordinator, "concern", concern.pk))
    page(client, us.coordinator, "concern", concern.pk, post={})
    seen = text(page(client, us.child, "concern", concern.pk))
    assert "23 ноября, 09:40" in seen
    assert "ещё не прочитано" in seen
    unsettled = page(client, us.psychologist, "settle", concern.pk, post={"outcome": "рано"})
    page(client, us.coordinator, "settle", concern.pk, post={"outcome": "Поговорили с наставником"})
    assert unsettled.status_code == 403
    assert "Поговорили с наставником" in text(page(client, us.child, "concern", concern.pk))


def test_the_list_of_conversations_asks_as_often_for_three_as_for_one(client, us, django_assert_max_num_queries):
    page(client, us.coordinator, "index")

    def asked():
        with django_assert_max_num_queries(60) as seen:
            page(client, us.coordinator, "index")
        return len(seen)

    one = asked()
    for _n in range(2):
        pair = make.active_pair(module=us.pair.module)
        actions.open_channel(pair, by=None)

    assert asked() == one
