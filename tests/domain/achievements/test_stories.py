"""The story of a pair: nothing is public before everybody named agreed, and it is gone with the first consent."""

from datetime import date

import pytest
from django.urls import reverse

from nastavnik.domain.achievements import actions, queries
from nastavnik.domain.achievements.errors import NotAgreedToPublish, NothingTold, StoryStands
from nastavnik.domain.consents.enums import ConsentKind
from nastavnik.domain.consents.models import Consent
from nastavnik.domain.people.models import Person
from tests.domain.achievements.test_alumni import agrees
from tests.domain.plans import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def pair():
    return scene.pair()


def told(pair, **parts):
    return actions.begin_story(pair, {"title": "Робот", "began": "Боялись паяльника.", **parts}, by=None)


def test_a_title_alone_is_no_story(pair):
    with pytest.raises(NothingTold):
        actions.agree_story(told(pair, began=" "), by=None)


def test_everybody_named_agrees_before_and_the_page_goes_with_a_consent(client, pair):
    Person.objects.filter(pk=scene.of(pair, "mentee").pk).update(surname="Воронов", given_name="Яков")
    story = told(pair)
    agrees(scene.of(pair, "mentor"))
    with pytest.raises(NotAgreedToPublish) as refusal:
        actions.agree_story(story, by=None)
    assert "Воронов" in refusal.value.params["names"]

    agrees(scene.of(pair, "mentee"))
    actions.publish_story(actions.agree_story(story, by=None), by=None)
    address = reverse("public:story", args=[story.token])
    page = client.get(address).content.decode()
    assert "Боялись паяльника." in page
    assert "Яков\N{NO-BREAK SPACE}В." in page
    assert "Воронов" not in page
    assert "Боялись паяльника." in queries.public_story(story.token).plain

    given = Consent.objects.filter(person=scene.of(pair, "mentee"), kind=ConsentKind.PUBLICATION)
    given.update(withdrawn_on=date(2026, 11, 23))
    gone = client.get(address)
    assert gone.status_code == 410
    assert "паяльника" not in gone.content.decode()
    assert queries.published_stories(pair.organisation) == []


def test_agreed_words_are_not_changed_behind_anybodys_back(pair):
    for role in ("mentor", "mentee"):
        agrees(scene.of(pair, role))
    story = actions.agree_story(told(pair), by=None)
    with pytest.raises(StoryStands):
        actions.edit_story(story, {"began": "Другое"}, version=story.version, by=None)

    actions.rewrite_story(story, by=None)
    actions.edit_story(story, {"began": "Другое"}, version=story.version, by=None)
    assert story.state == "draft"


def test_a_story_of_any_length_is_looked_through(pair):
    for role in ("mentor", "mentee"):
        agrees(scene.of(pair, role))
    letters = "абвгдежзик"
    words = " ".join(a.upper() + b + c + "е" for a in letters for b in letters for c in letters)
    story = actions.agree_story(told(pair, began=words[:3000], did=words[3000:]), by=None)

    assert actions.publish_story(story, by=None).state == "published"
