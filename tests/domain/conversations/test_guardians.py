"""A guardian reads the conversation of an own child where no other child is in it (docs/decisions/0024)."""

import pytest
from django.urls import reverse

from nastavnik.domain.conversations import actions, queries
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.conversations.pairs import talking
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_of_a_pair_the_guardian_reads_the_conversation():
    us = talking()
    parent = scene.guardian_of(us.child)

    assert queries.visible_to(parent.user).get() == us.channel


def test_of_a_group_the_guardian_reads_nothing_of_other_children(client):
    group = make.active_group()
    for role in (RoleCode.COORDINATOR, RoleCode.PSYCHOLOGIST):
        make.staff(role, group.organisation)
    child, other = (member.person for member in group.members.filter(role="mentee")[:2])
    parent = scene.guardian_of(child)
    channel = actions.open_channel(group, by=None)
    actions.post(channel, author=other, text="Родители ругаются", by=None)
    client.force_login(parent.user)

    assert client.get(reverse("conversations:channel", args=[channel.pk])).status_code == 404
    assert "Разговоров пока нет" in client.get(reverse("conversations:index")).content.decode()
    shut = client.get(reverse("conversations:pair_channel", args=[group.pk])).content.decode()
    assert "Родители ругаются" not in shut
    assert "других детей" in shut
