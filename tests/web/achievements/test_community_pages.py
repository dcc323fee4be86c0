"""The community page, words of thanks, stories: each by the hand of the one whose part it is."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.achievements import actions
from nastavnik.domain.achievements.models import Alumnus, CaseStory
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.achievements.test_alumni import agrees
from tests.domain.plans import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def ended_pair(module=None):
    pair = make.active_pair(module) if module else scene.pair()
    ended = {"state": "completed", "ended_on": date(2026, 11, 20), "end_reason": "plan_done"}
    Mentorship.objects.filter(pk=pair.pk).update(**ended)
    pair.refresh_from_db()
    return pair


def address(name, *args):
    return reverse(f"achievements:{name}", args=args)


def test_words_go_from_the_child_past_the_coordinator_to_the_page_and_back(client):
    pair = ended_pair()
    child, staff = scene.of(pair, "mentee"), make.staff(RoleCode.COORDINATOR, pair.organisation)
    member = pair.members.get(role="mentee")
    agrees(child)
    client.force_login(child.user)
    refused = client.post(address("thank", member.pk), {"words": "Пиши мне: +7 900 000-00-00", "version": ""})
    assert refused.status_code == 422
    assert client.post(address("thank", member.pk), {"words": "Спасибо всем!", "version": ""}).status_code == 303
    assert "Спасибо всем!" not in client.get(address("alumni")).content.decode()
    assert client.get(address("thank", pair.members.get(role="mentor").pk)).status_code == 404

    client.force_login(staff)
    row = Alumnus.objects.get()
    actions.say_thanks(row, words="Спасибо всем!!", version=row.version, by=child.user)  # while the first are read
    read, seen = row.version - 1, client.get(address("alumni")).content.decode()
    assert f'name="version" value="{row.version}"' in seen
    for version, state in ((read, "written"), ("", "written"), (row.version, "shown")):
        client.post(address("alumnus_step", row.pk), {"step": "show", "version": version})
        assert Alumnus.objects.get().state == state
    client.force_login(child.user)
    assert "Спасибо всем!" in client.get(address("alumni")).content.decode()
    late = client.post(address("thank", member.pk), {"words": "Другое", "version": 9})
    assert late.status_code == 409
    for _tab in range(2):
        client.post(address("thank", member.pk), {"act": "take_back", "words": "Спасибо всем!", "version": ""})
    assert [one.state for one in Alumnus.objects.all()] == ["taken_back"]
    assert "Спасибо всем!" not in client.get(address("alumni")).content.decode()


def test_the_page_asks_as_much_for_three_as_for_one(client):
    pair = ended_pair()
    client.force_login(make.staff(RoleCode.COORDINATOR, pair.organisation))

    def asked():
        client.get(address("alumni"))
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address("alumni")).status_code == 200
        return len(seen)

    def shown(one):
        agrees(scene.of(one, "mentor"))
        actions.show_alumnus(actions.remember(one.members.get(role="mentor"), words="Спасибо!", by=None), by=None)

    shown(pair)
    first = asked()
    for _more in range(2):
        shown(ended_pair(pair.module))
    assert asked() == first


def test_a_story_is_written_agreed_and_published_from_its_page(client):
    pair = ended_pair()
    mentor, staff = scene.of(pair, "mentor"), make.staff(RoleCode.COORDINATOR, pair.organisation)
    client.force_login(mentor.user)
    assert client.post(address("begin_story", pair.pk), {"title": ""}).status_code == 422
    client.post(address("begin_story", pair.pk), {"title": "Робот", "began": "Боялись паяльника."})
    story = CaseStory.objects.get()
    assert "Все прочитали и согласны" not in client.get(address("story", story.pk)).content.decode()
    assert client.post(address("story_step", story.pk), {"step": "agree"}).status_code == 403

    client.force_login(staff)
    client.post(address("story_step", story.pk), {"step": "agree", "version": story.version})
    assert CaseStory.objects.get().state == "draft"
    for role in ("mentor", "mentee"):
        agrees(scene.of(pair, role))
    client.post(address("story_step", story.pk), {"step": "agree", "version": story.version + 1})  # not what was read
    assert CaseStory.objects.get().state == "draft"
    for step in ("agree", "publish"):
        client.post(address("story_step", story.pk), {"step": step, "version": story.version})
    text = client.get(address("story_text", story.pk))
    assert "Боялись паяльника." in text.content.decode()
    client.post(address("story_step", story.pk), {"step": "hide"})
    assert client.get(address("story_text", story.pk)).status_code == 303
