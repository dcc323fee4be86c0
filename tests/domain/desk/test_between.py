"""What one of a pair waits for from the other stands on «Сегодня» of the other."""

from datetime import date, time

import pytest
from django.urls import reverse

from nastavnik.domain.desk.queries import needs_me
from nastavnik.domain.mentorships.models import Meeting, MeetingFeedback, Mentorship
from nastavnik.domain.scheduling.models import TimeOffer
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def pair():
    pair = make.active_pair()
    for role in ("mentor", "mentee"):
        user = scene.person_in(pair, role).user
        make.RoleAssignmentFactory(user=user, role=role, organisation=pair.organisation)
    return pair


def waiting(pair, role):
    user = type(scene.person_in(pair, role).user).objects.get(pk=scene.person_in(pair, role).user_id)
    found = needs_me(user, pair.organisation, scene.TODAY)
    names = ("scheduling:offer", "mentorships:answer_feedback", "mentorships:last_word")
    return [(item.url_name, item.url_args) for item in found if item.url_name in names]


def test_times_that_one_offers_are_for_the_other_to_choose(pair):
    offer = TimeOffer.objects.create(
        organisation=pair.organisation, mentorship=pair, author=scene.person_in(pair, "mentor"),
        times=["2026-11-26T15:00"],
    )  # fmt: skip

    assert waiting(pair, "mentee") == [("scheduling:offer", (offer.pk,))]
    assert waiting(pair, "mentor") == []


def test_words_about_a_meeting_wait_for_an_answer(pair):
    told = MeetingFeedback.objects.create(
        organisation=pair.organisation, meeting=make.MeetingFactory(mentorship=pair, happens_on=date(2026, 11, 20)),
        author=scene.person_in(pair, "mentor"), to=pair.members.get(role="mentee"), went_well="Да", next_step="Дальше",
    )  # fmt: skip

    assert waiting(pair, "mentee") == [("mentorships:answer_feedback", (told.pk,))]
    assert waiting(pair, "mentor") == []


def test_after_the_end_both_are_asked_for_last_words(pair):
    Mentorship.objects.filter(pk=pair.pk).update(state="completed", ended_on=date(2026, 11, 22), end_reason="plan_done")

    for role in ("mentor", "mentee"):
        assert waiting(pair, role) == [("mentorships:last_word", (pair.pk,))]


def test_a_planned_meeting_that_nobody_wrote_down_comes_before_that_of_today(client, pair):
    planned = make.MeetingFactory(
        mentorship=pair, happens_on=date(2026, 11, 20), begins_at=time(15, 20), state="planned"
    )
    client.force_login(scene.person_in(pair, "mentor").user)

    page = client.get(reverse("desk:today")).content.decode()
    assert f'name="planned" value="{planned.pk}"' in page
    assert "встреча 20\xa0ноября" in page or "встреча 20 ноября" in page
    client.post(
        reverse("mentorships:record", args=[pair.pk]),
        {"happens_on": "2026-11-20", "planned": planned.pk, "from": "today", "outcome": "good"},
    )

    assert list(Meeting.objects.values_list("pk", "state")) == [(planned.pk, "held")]
