"""What waits for the morning is not delivered to those who are not there any more."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from nastavnik.core import clock
from nastavnik.domain.consents.models import Consent
from nastavnik.domain.conversations import actions, queries
from nastavnik.domain.conversations.models import MessageVersion
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.notifications.models import Message as Letter
from tests import factories as make
from tests.domain.conversations.pairs import talking
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
NIGHT = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)  # 22:30 in Moscow
MORNING = datetime(2026, 11, 24, 4, 1, tzinfo=UTC)  # 07:01


def read(channel, person):
    channel = type(channel).objects.select_related("mentorship").get(pk=channel.pk)
    return [one.version.text for one in queries.thread(channel, type(person.user).objects.get(pk=person.user_id)).said]


def end(us):
    Mentorship.objects.filter(pk=us.pair.pk).update(
        state="completed", ended_on=date(2026, 11, 23), end_reason="plan_done"
    )


def withdraw(us):
    Consent.objects.filter(person=us.child).update(withdrawn_on=date(2026, 11, 23))


def replace(us):
    us.pair.members.filter(role="mentor").update(ends_on=date(2026, 11, 22), has_left=True)
    make.add_member(us.pair, scene.mentor(us.pair.module))


@pytest.mark.parametrize("meanwhile", [end, withdraw, replace])
def test_it_comes_back_to_its_author_where_pair_or_consent_has_ended_by_the_morning(meanwhile):
    us = talking()
    with clock.fixed(NIGHT):
        actions.post(us.channel, author=us.child, text="До завтра", by=None)
    meanwhile(us)

    with clock.fixed(MORNING):
        if meanwhile is not withdraw:  # the page of a child without a consent is shut altogether
            assert read(us.channel, us.mentor) == []
        actions.announce_morning()
        assert read(us.channel, us.mentor) == []
        assert read(us.channel, us.child) == ["До завтра"]

    assert MessageVersion.objects.get().state == "returned"
    assert list(Letter.objects.filter(kind="message_returned").values_list("recipient", flat=True)) == [us.child.pk]
    assert not Letter.objects.filter(kind="message_waits").exists()


def test_in_a_group_it_goes_on_to_those_who_stayed():
    us = talking()
    with clock.fixed(NIGHT):
        actions.post(us.channel, author=us.mentor, text="До завтра", by=None)
    make.add_member(us.pair, scene.mentor(us.pair.module))

    with clock.fixed(MORNING):
        actions.announce_morning()
        assert read(us.channel, us.child) == ["До завтра"]
    assert MessageVersion.objects.get().announced_at == MORNING


def test_who_lets_it_through_at_night_is_told_when_it_arrives(client):
    us = talking()
    client.force_login(us.coordinator.user)
    with clock.fixed(NIGHT):
        actions.post(us.channel, author=us.mentor, text="мой тг oleg_77", by=None)
        url = reverse("conversations:decide", args=[MessageVersion.objects.get().pk])
        answer = client.post(url, {"step": "release"}, follow=True).content.decode()

    assert "доставят в семь утра" in answer
    assert "Сообщение отправлено" not in answer
