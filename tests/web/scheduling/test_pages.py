"""The pages: lists without growing queries, a time offered and chosen, a foreign link refused, a private address."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.people.actions import grant_role
from nastavnik.domain.scheduling import queries
from nastavnik.domain.scheduling.tokens import token_for
from tests import factories as make
from tests.domain.scheduling.stories import pair, sides, weekly

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, now):
    """The mentor of a pair, signed in."""
    mentorship = pair()
    for person, role in zip(sides(mentorship), ("mentor", "mentee"), strict=True):
        grant_role(person.user, role=role, organisation=mentorship.organisation, starts_on=date(2026, 9, 1), by=None)
    client.force_login(sides(mentorship)[0].user, backend="django.contrib.auth.backends.ModelBackend")
    return client, mentorship


def count(client, address):
    with CaptureQueriesContext(
        connection,
    ) as made:
        assert client.get(address).status_code == 200
    return len(made)


def test_the_list_asks_the_same_whether_it_is_short_or_long(signed_in):
    client, mentorship = signed_in
    weekly(mentorship, last=date(2026, 11, 26))
    client.get(reverse("scheduling:index"))
    one = count(client, reverse("scheduling:index"))
    weekly(mentorship, first=date(2026, 11, 27), last=date(2026, 12, 11))

    assert count(client, reverse("scheduling:index")) == one


def test_a_time_is_offered_and_the_other_chooses_it_by_one_tap(signed_in):
    client, mentorship = signed_in
    mentee = sides(mentorship)[1]
    client.post(
        reverse("scheduling:times", args=[mentorship.pk]),
        {"own_day": "2026-11-26", "own_hour": "15:00", "minutes": "45", "place": "Кабинет 5"},
    )
    client.force_login(mentee.user, backend="django.contrib.auth.backends.ModelBackend")

    page = client.get(reverse("scheduling:index")).content.decode()
    answer = client.post(reverse("scheduling:offer", args=[mentorship.offers.get().pk]), {"at": "2026-11-26T15:00"})

    meeting = mentorship.meetings.get()
    assert "Предлагают время встречи" in page
    assert (answer.status_code, meeting.happens_on, meeting.minutes) == (303, date(2026, 11, 26), 45)


def test_a_foreign_link_is_refused_with_the_allowed_ones_and_nothing_typed_is_lost(signed_in):
    client, mentorship = signed_in
    typed = {
        "happens_on": "2026-11-26", "begins_at": "15:00", "minutes": "45", "place": "Библиотека",
        "kind": "work",
        "link": "https://video.example/1",
    }  # fmt: skip

    answer = client.post(reverse("scheduling:plan", args=[mentorship.pk]), typed)

    text = answer.content.decode()
    assert (answer.status_code, mentorship.meetings.count()) == (422, 0)
    for words in ("sferum.ru, max.ru, telemost.yandex.ru", "Библиотека", "https://video.example/1"):
        assert words in text


def test_who_did_not_come_leads_to_a_new_time(signed_in):
    client, mentorship = signed_in
    meeting = make.MeetingFactory(mentorship=mentorship, state=MeetingState.PLANNED, happens_on=date(2026, 11, 20))

    answer = client.post(reverse("scheduling:missed", args=[meeting.pk]), {"who": "missed_by_mentee"}, follow=True)

    meeting.refresh_from_db()
    assert meeting.state == MeetingState.MISSED_BY_MENTEE
    assert reverse("scheduling:times", args=[mentorship.pk]) in answer.content.decode()


def test_a_private_address_opens_without_signing_in_until_it_is_closed(signed_in):
    client, mentorship = signed_in
    mentor = sides(mentorship)[0]
    weekly(mentorship)
    client.post(reverse("scheduling:my_feed"), {"issue": "1"})
    address = reverse("scheduling:feed", args=[token_for(mentor.pk, queries.feed_of(mentor).nonce)])
    shown = address in client.get(reverse("scheduling:my_feed")).content.decode()
    client.logout()
    calendar = client.get(address)
    client.force_login(mentor.user, backend="django.contrib.auth.backends.ModelBackend")
    client.post(reverse("scheduling:my_feed"), {"revoke": "1"})

    assert shown
    assert (calendar["Content-Type"], b"RRULE" in calendar.content) == ("text/calendar; charset=utf-8", True)
    assert client.get(address).status_code == 404
