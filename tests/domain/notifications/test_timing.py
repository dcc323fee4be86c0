"""Quiet hours, one letter a day or a week, and what waits for neither."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.core import clock
from nastavnik.domain.notifications import actions, queries
from nastavnik.domain.notifications.enums import Channel, MessageState, Rhythm
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.notifications.tasks import deliver
from nastavnik.domain.notifications.timing import after_quiet, next_letter
from tests import factories as make
from tests.conftest import NOW
from tests.domain.desk.test_silence_by_zone import ZONES

moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))
hours = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@settings(deadline=None)
@given(moments, st.sampled_from(ZONES), hours, hours)
def test_nothing_leaves_in_the_quiet_hours_and_nothing_waits_longer(at, zone, begins, ends):
    found = after_quiet(at, zone, begins, ends)

    there = found.astimezone(ZoneInfo(zone)).time()
    quiet = begins <= there < ends if begins <= ends else there >= begins or there < ends
    assert not quiet
    assert found == at or (found > at and there == ends and found - at < timedelta(days=1))


@pytest.mark.parametrize(
    ("hour", "expected"),
    [(17, 17), (18, 29), (23, 29), (28, 29), (29, 29), (30, 30)],  # 21:00 in Moscow is 18 in UTC
)
def test_the_night_of_moscow(hour, expected):
    day = datetime(2026, 11, 23, tzinfo=UTC)

    assert after_quiet(day + timedelta(hours=hour), "Europe/Moscow") == day + timedelta(hours=expected)


@settings(deadline=None)
@given(moments, st.integers(0, 20 * 24), st.sampled_from(ZONES), st.sampled_from(Rhythm))
def test_two_letters_are_a_day_or_a_week_apart(last, later, zone, rhythm):
    at = last + timedelta(hours=later)
    apart = {Rhythm.AT_ONCE: 0, Rhythm.DAILY: 1, Rhythm.WEEKLY: 7}[rhythm]

    found = next_letter(at, last, rhythm, zone)

    days = (found.astimezone(ZoneInfo(zone)).date() - last.astimezone(ZoneInfo(zone)).date()).days
    assert days >= apart
    assert found == at or (found > at and days == apart)
    assert next_letter(at, None, rhythm, zone) == at


@pytest.fixture
def reader(settings, db):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.EMAIL_HOST = "post.school.example"
    return make.PersonFactory(adult=True, with_user=True, email="reader@school.example")


def write(reader, *kinds, **later):
    with clock.fixed(NOW + timedelta(**later)):
        for kind in kinds:
            actions.notify(kind, to=reader)
        deliver()
    return len(mail.outbox)


def test_the_first_letter_leaves_at_once_the_others_of_the_day_together_in_the_morning(reader):
    assert write(reader, "pair_proposed") == 1
    assert write(reader, "message_waits", "message_waits", hours=1) == 1
    assert write(reader, "survey_waits", hours=5) == 1

    assert write(reader, hours=23, minutes=20) == 2  # nine o'clock of the next day

    last = mail.outbox[-1]
    assert last.subject == "Что вас ждёт: 3"
    assert "— Вам написали (2)\n— Вас просят ответить на анкету" in last.body
    states = Message.objects.filter(channel=Channel.EMAIL).values_list("state", flat=True)
    assert set(states) == {MessageState.SENT}


def test_whoever_wants_a_letter_a_week_gets_one_and_whoever_wants_all_gets_all(reader):
    eager = make.PersonFactory(adult=True, email="eager@school.example", organisation=reader.organisation)
    actions.choose_rhythm(reader, rhythm="weekly", by=reader.user)
    actions.choose_rhythm(eager, rhythm="at_once", by=reader.user)

    for day in range(8):
        write(reader, "message_waits", days=day)
        write(eager, "message_waits", days=day)

    to = [letter.to[0] for letter in mail.outbox]
    assert (to.count("reader@school.example"), to.count("eager@school.example")) == (2, 8)
    assert (queries.rhythm_of(reader), queries.rhythm_of(eager)) == ("weekly", "at_once")


def test_at_night_letters_wait_but_a_child_in_trouble_does_not(reader):
    assert write(reader, "consent_requested", "concern_raised", hours=13) == 1  # 22:40 in Moscow
    assert mail.outbox[0].subject == "Прочитайте сегодня: нужно ваше внимание"

    assert write(reader, hours=22, minutes=21) == 2  # eight in the morning


def test_an_institution_has_quiet_hours_of_its_own(reader):
    actions.set_quiet_hours(reader.organisation, begins=time(9), ends=time(11), by=reader.user)
    actions.set_quiet_hours(reader.organisation, begins=time(9), ends=time(10), by=reader.user)

    assert queries.quiet_hours_of(reader.organisation) == (time(9), time(10))
    assert write(reader, "pair_proposed") == 0  # 9:40
    assert write(reader, minutes=20) == 1


def test_everybody_reads_the_own_list_and_who_is_reached_by_nothing_stands_on_paper(reader, now):
    school = reader.organisation
    alone = make.PersonFactory(organisation=school, adult=True, surname="Бумажный")
    child = make.PersonFactory(organisation=school, surname="Безсогласия")
    for person in (reader, alone, alone, child):
        actions.notify("pair_started", to=person)
    actions.notify("message_waits", to=alone)
    make.PersonFactory(adult=True, surname="Чужой")

    assert [one.kind for one in queries.told_to(reader.user, school)] == ["pair_started"]
    told = queries.to_be_told_on_paper(school, date(2026, 11, 23))
    assert told == [(alone, ["pair_started", "message_waits"])]
