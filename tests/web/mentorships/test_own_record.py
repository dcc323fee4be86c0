"""The record of a meeting as a child sees it: own words are corrected, the mentor's record is left as it is."""

from datetime import date

import pytest
from django.urls import reverse

from nastavnik.domain.mentorships.enums import MeetingState
from tests import factories as make
from tests.domain.mentorships import scene
from tests.web.mentorships.test_pair import open_as, pair, send, text  # noqa: F401 – a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def told_by(pair, role, **given):  # noqa: F811
    person = scene.person_in(pair, role)
    return make.MeetingFactory(mentorship=pair, told_by=person, happens_on=date(2026, 11, 20), mood="good", **given)


def test_a_child_says_only_how_it_was_of_what_the_mentor_wrote(client, pair):  # noqa: F811
    meeting, child = told_by(pair, "mentor", topic="Дроби"), pair.users["mentee"]

    page = text(open_as(client, child, "meeting", meeting.pk))
    everything = {"state": "cancelled", "happens_on": "2026-11-19", "topic": "Чужое", "version": meeting.version}
    answer = send(client, child, "meeting", meeting.pk, mood="hard", **everything)

    meeting.refresh_from_db()
    assert "Как прошло для тебя" in page
    assert not any(f'name="{name}"' in page for name in ("methods", "topic", "mode", "happens_on"))
    assert answer.status_code == 303
    assert (meeting.state, meeting.happens_on, meeting.topic) == (MeetingState.HELD, date(2026, 11, 20), "Дроби")
    assert (meeting.mood, meeting.second_mood) == ("good", "hard")


def test_a_child_corrects_the_own_record_in_a_short_form(client, pair):  # noqa: F811
    meeting, child = told_by(pair, "mentee"), pair.users["mentee"]

    page = text(open_as(client, child, "meeting", meeting.pk))
    values = {"version": meeting.version, "happens_on": "2026-11-19", "mood": "usual"}
    answer = send(client, child, "meeting", meeting.pk, state="held", topic="Чужое", **values)
    late = send(client, child, "meeting", meeting.pk, state="missed_by_mentor", **values)

    meeting.refresh_from_db()
    assert "Методы" not in page
    assert (answer.status_code, late.status_code) == (303, 409)
    assert (meeting.happens_on, meeting.mood, meeting.topic) == (date(2026, 11, 19), "usual", "")


def test_what_lies_ahead_is_moved_in_the_calendar_and_the_mentor_keeps_the_whole_form(client, pair):  # noqa: F811
    meeting = make.MeetingFactory(mentorship=pair, state=MeetingState.PLANNED, happens_on=date(2026, 11, 27))
    missed = make.MeetingFactory(mentorship=pair, state="missed_by_mentee", happens_on=date(2026, 11, 10))

    ahead = open_as(client, pair.users["mentee"], "meeting", meeting.pk)
    over = open_as(client, pair.users["mentee"], "meeting", missed.pk)

    assert ahead["Location"] == reverse("scheduling:move", args=[meeting.pk])
    assert over["Location"] == reverse("mentorships:pair", args=[pair.pk])
    assert "Методы" in text(open_as(client, pair.users["mentor"], "meeting", meeting.pk))
