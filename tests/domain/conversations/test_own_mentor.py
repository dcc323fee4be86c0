"""What is told past the pair never comes to its own mentor, whatever office the mentor holds."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from nastavnik.domain.conversations import actions, queries
from nastavnik.domain.conversations.errors import NobodyToTell
from nastavnik.domain.conversations.models import Concern, ConcernReader, HelpRequest
from nastavnik.domain.desk.queries import needs_me
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def us():
    """A pair whose mentor is the only coordinator."""
    pair = make.active_pair()
    mentor, child = (scene.person_in(pair, role) for role in ("mentor", "mentee"))
    for person, role in ((mentor, "mentor"), (mentor, RoleCode.COORDINATOR), (child, "mentee")):
        make.RoleAssignmentFactory(user=person.user, role=role, organisation=pair.organisation)
    return SimpleNamespace(pair=pair, mentor=mentor, child=child, school=pair.organisation)


def page(client, person, name, *args, post=None):
    client.force_login(person.user)
    url = reverse(f"conversations:{name}", args=args)
    return client.get(url) if post is None else client.post(url, post)


def text(answer):
    return answer.content.decode()


def waiting(user, us):
    return [item.url_name for item in needs_me(user, us.school, scene.TODAY) if item.mark in ("help", "shield")]


def test_where_nobody_but_the_mentor_is_the_child_is_told_before_writing(client, us):
    for name in ("ask", "tell"):
        seen = text(page(client, us.child, name))
        assert "Сейчас это некому прочитать" in seen
        assert "8 800 2000-122" in seen
        assert "двое взрослых: куратор" not in seen
        assert "<textarea" not in seen

    with pytest.raises(NobodyToTell):
        actions.ask_help(us.child, text="Мне трудно", by=us.child.user)
    with pytest.raises(NobodyToTell):
        actions.raise_concern(us.child, child=us.child, text="страшно", by=us.child.user)
    assert (HelpRequest.objects.count(), Concern.objects.count()) == (0, 0)


def test_coordinator_and_head_are_told_that_help_does_not_work_until_somebody_is_appointed(us):
    head = make.staff(RoleCode.HEAD, us.school)

    assert ("organisations:staff" in waiting(us.mentor.user, us), len(waiting(head, us))) == (True, 1)

    make.staff(RoleCode.PSYCHOLOGIST, us.school)
    assert ("organisations:staff" in waiting(us.mentor.user, us), waiting(head, us)) == (False, [])


def test_one_other_adult_reads_what_is_told_and_the_page_says_that_it_is_one(client, us):
    psychologist = make.staff(RoleCode.PSYCHOLOGIST, us.school).person

    assert "Прочитает" in text(page(client, us.child, "tell"))
    assert psychologist.given_name in text(page(client, us.child, "tell"))
    assert "Переписка здесь сейчас не откроется" in text(page(client, us.child, "ask"))
    page(client, us.child, "tell", post={"child": us.child.pk, "subject": "", "text": "страшно"})

    assert list(ConcernReader.objects.values_list("person", flat=True)) == [psychologist.pk]
    assert page(client, us.mentor, "concern", Concern.objects.get().pk).status_code == 404


def test_a_request_for_help_is_not_read_by_a_coordinator_who_is_the_mentor(client, us):
    psychologist, head = (make.staff(role, us.school).person for role in (RoleCode.PSYCHOLOGIST, RoleCode.HEAD))
    asked = text(page(client, us.child, "ask"))
    assert all(one.given_name in asked for one in (psychologist, head))
    page(client, us.child, "ask", post={"text": "Помогите"})
    request = HelpRequest.objects.get()

    readers = request.channel.members.filter(role="watcher").values_list("person", flat=True)
    assert set(readers) == {psychologist.pk, head.pk}
    for name in ("channel", "message"):
        pk = request.channel_id if name == "channel" else request.channel.messages.get().pk
        assert page(client, us.mentor, name, pk).status_code == 404
        assert page(client, psychologist, name, pk).status_code == 200
    assert "Все ответы даны" in text(page(client, us.mentor, "requests"))
    assert "conversations:index" not in waiting(us.mentor.user, us)
    actions.attend(request.channel)
    assert not request.channel.members.filter(person=us.mentor).exists()


def test_a_reader_who_becomes_the_mentor_reads_no_more_and_hands_over(us):
    first, second, third = (
        make.staff(role, us.school).person for role in (RoleCode.PSYCHOLOGIST, RoleCode.TEACHER, RoleCode.HEAD)
    )
    concern = actions.raise_concern(us.child, child=us.child, text="страшно", by=us.child.user)
    assert {one.person for one in queries.readers_of(concern)} == {first, third}
    make.add_member(us.pair, make.ParticipationFactory(module=us.pair.module, person=first, role="mentor"))

    assert not queries.concerns_visible_to(first.user).exists()
    for _n in range(2):
        actions.ring()
    assert {one.person for one in queries.readers_of(concern)} == {first, second, third}


def test_the_story_may_be_about_one_of_those_who_would_read_it(client, us):
    psychologist, head = (make.staff(role, us.school).person for role in (RoleCode.PSYCHOLOGIST, RoleCode.HEAD))
    offered = text(page(client, us.child, "tell"))
    assert f'value="{psychologist.pk}"' in offered
    assert "другой взрослый" in offered

    page(client, us.child, "tell", post={"child": us.child.pk, "subject": psychologist.pk, "text": "кричит"})

    assert list(ConcernReader.objects.values_list("person", flat=True)) == [head.pk]


def test_who_reads_it_finds_the_pair_the_pause_the_next_meeting_and_the_parents(client, us):
    coordinator = make.staff(RoleCode.COORDINATOR, us.school).person
    head = make.staff(RoleCode.HEAD, us.school).person
    parent = scene.guardian_of(us.child)
    type(parent).objects.filter(pk=parent.pk).update(phone="+7 900 000-00-01")
    make.MeetingFactory(mentorship=us.pair, happens_on=scene.TODAY, state="planned", place="Кабинет 12")
    concern = actions.raise_concern(us.child, child=us.child, subject=us.mentor, by=us.child.user)

    seen = text(page(client, coordinator, "concern", concern.pk))
    assert reverse("mentorships:pair", args=[us.pair.pk]) in seen
    assert reverse("mentorships:pause", args=[us.pair.pk]) in seen
    assert "Кабинет 12" in seen
    assert "+7 900 000-00-01" in seen
    of_head = text(page(client, head, "concern", concern.pk))
    assert "Кабинет 12" in of_head
    assert "+7 900 000-00-01" not in of_head
    assert reverse("mentorships:pause", args=[us.pair.pk]) not in of_head
    assert "можно не ходить" in text(page(client, us.child, "concern", concern.pk))


def test_a_conversation_that_nobody_else_would_read_is_not_offered_before_it_is_refused(client, us):
    for person in (us.child, us.mentor):
        seen = text(page(client, person, "pair_channel", us.pair.pk))
        assert "Переписки пока нет" in seen
        assert "<textarea" not in seen

    make.staff(RoleCode.PSYCHOLOGIST, us.school)

    assert "<textarea" in text(page(client, us.child, "pair_channel", us.pair.pk))


def test_two_pupils_need_two_who_read_before_a_conversation_is_offered(client):
    pair = make.active_pair()
    pupils = [scene.person_in(pair, role) for role in ("mentor", "mentee")]
    for pupil, role in zip(pupils, ("mentor", "mentee"), strict=True):
        pupil.birth_date = scene.TODAY.replace(year=scene.TODAY.year - 14)
        pupil.save(update_fields=["birth_date"])
        make.RoleAssignmentFactory(user=pupil.user, role=role, organisation=pair.organisation)

    for offered in (False, False, True):
        assert queries.is_overseen(pair, scene.TODAY) is offered
        make.staff(RoleCode.COORDINATOR, pair.organisation)
