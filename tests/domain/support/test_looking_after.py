"""Talks, marks of the month, what is put off: and what the coordinator's duty is then."""

from datetime import date, timedelta

import pytest

from nastavnik.core import clock
from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships import queries as pairs
from nastavnik.domain.mentorships.errors import WorkStopped
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.support import actions, errors, queries
from nastavnik.domain.support.models import Pulse
from tests import factories as make
from tests.conftest import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.fixture
def pair():
    """Met yesterday, at work since 1 October."""
    pair = make.active_pair()
    make.MeetingFactory(mentorship=pair, happens_on=TODAY - DAY)
    return pair


@pytest.fixture
def coordinator(pair):
    return make.staff(RoleCode.COORDINATOR, pair.organisation)


def person(pair, role):
    return pair.members.get(role=role).person


def duty(pair, on=TODAY, reader=None):
    rows = queries.with_support(Mentorship.objects.filter(pk=pair.pk), on, reader=reader or make.UserFactory())
    rows = pairs.with_radar(rows, on)
    return queries.duty(rows[0], on)


def talk(pair, by, **values):
    given = {"side": "mentee", "done_on": TODAY, "how": "phone", "result": "well", **values}
    return actions.record_contact(pair, **given, by=by)


def test_the_first_talk_is_due_a_month_after_the_start_and_the_next_after_the_last(pair, coordinator):
    assert (duty(pair).due_on, duty(pair).is_due, duty(pair).is_open) == (date(2026, 10, 31), True, True)

    contact = talk(pair, coordinator, done_on=date(2026, 11, 20))

    assert contact.due_on == date(2026, 10, 31)
    assert (duty(pair).due_on, duty(pair).is_open) == (date(2026, 12, 20), False)


def test_who_was_not_reached_was_not_talked_to(pair, coordinator):
    talk(pair, coordinator, result="not_reached")

    assert duty(pair).is_due


def test_the_frequency_of_a_module_goes_before_that_of_the_organisation(pair, coordinator):
    actions.set_frequency(pair.organisation, every_days=60, by=coordinator)
    assert duty(pair).due_on == date(2026, 11, 30)

    actions.set_frequency(pair.organisation, every_days=7, module=pair.module, by=coordinator)
    actions.set_frequency(pair.organisation, every_days=14, module=pair.module, by=coordinator)

    assert duty(pair).due_on == date(2026, 10, 15)
    assert queries.frequencies(pair.organisation_id) == {None: 60, pair.module_id: 14}
    with pytest.raises(errors.RareOrOften):
        actions.set_frequency(pair.organisation, every_days=6, by=coordinator)


def test_what_is_put_off_comes_back_by_itself_or_after_a_talk(pair, coordinator):
    actions.snooze(pair, until=TODAY + 3 * DAY, reason="illness", by=coordinator)
    seen = [duty(pair, TODAY + n * DAY).is_open for n in range(5)]
    assert seen == [False, False, False, True, True]

    actions.wake(pair, by=coordinator)
    assert duty(pair).is_open

    actions.snooze(pair, until=TODAY + 3 * DAY, reason="illness", by=coordinator)
    talk(pair, coordinator, result="help_needed")
    assert not duty(pair).is_snoozed


@pytest.mark.parametrize("days", [0, -1, 61])
def test_nothing_is_put_off_to_the_past_or_for_ever(pair, coordinator, days):
    with pytest.raises(errors.SnoozeTooFar):
        actions.snooze(pair, until=TODAY + days * DAY, reason="other", by=coordinator)


def test_a_pair_on_a_pause_is_left_alone(pair):
    mentorships.pause(pair, on=TODAY, by=None)

    assert duty(pair) is None


def test_a_silent_pair_is_told_of_louder_every_week():
    pair = make.active_pair(started_on=TODAY - 22 * DAY)

    assert [duty(pair, TODAY + n * DAY).level for n in (-1, 0, 6, 7, 13, 14, 90)] == [0, 1, 1, 2, 2, 3, 3]


def test_marks_of_both_sides_raise_an_alarm_until_somebody_talks(pair, coordinator):
    talk(pair, coordinator, done_on=TODAY - 2 * DAY)
    actions.give_pulse(pair, person=person(pair, "mentor"), score=9)
    assert duty(pair).alerts == ()

    actions.give_pulse(pair, person=person(pair, "mentee"), score=6, comment="скучно")
    assert (duty(pair).alerts, duty(pair).is_open) == (("apart",), True)

    talk(pair, coordinator)
    assert duty(pair).alerts == ()


def test_a_mark_after_the_talk_of_the_same_day_raises_the_alarm(pair, coordinator):
    talk(pair, coordinator)
    with clock.fixed(NOW + timedelta(hours=1)):
        actions.give_pulse(pair, person=person(pair, "mentee"), score=2)
    assert (duty(pair).alerts, duty(pair).is_open) == (("low_mentee",), True)

    with clock.fixed(NOW + timedelta(hours=2)):
        talk(pair, coordinator)
    assert duty(pair).alerts == ()


def test_a_mark_is_one_a_month_and_changes_within_it(pair):
    child = person(pair, "mentee")
    actions.give_pulse(pair, person=child, score=3, comment="трудно")
    actions.give_pulse(pair, person=child, score=8)
    with clock.fixed(NOW + timedelta(days=10)):
        actions.give_pulse(pair, person=child, score=9)

    told = Pulse.objects.order_by("month").values_list("month", "score", "comment", "role")
    assert list(told) == [
        (date(2026, 11, 1), 8, "трудно", "mentee"),
        (date(2026, 12, 1), 9, "", "mentee"),
    ]


@pytest.mark.parametrize("score", [0, 11])
def test_a_mark_is_from_one_to_ten(pair, score):
    with pytest.raises(errors.NoSuchScore):
        actions.give_pulse(pair, person=person(pair, "mentor"), score=score)


def test_strangers_give_no_mark(pair, coordinator):
    with pytest.raises(errors.NotAMember):
        actions.give_pulse(pair, person=coordinator.person, score=5)


def test_nothing_is_written_about_a_child_whose_consent_is_gone(pair, coordinator):
    withdraw_consent(person(pair, "mentee").consents.get(), on=TODAY, by=None)

    with pytest.raises(WorkStopped):
        actions.give_pulse(pair, person=person(pair, "mentor"), score=5)
    with pytest.raises(WorkStopped):
        talk(pair, coordinator)
    assert not queries.asked_of(person(pair, "mentor").user, pair.organisation, TODAY).exists()


def test_each_side_is_asked_once_a_month_and_not_in_the_first_week(pair):
    mentor = person(pair, "mentor")
    new = make.active_pair(pair.module, started_on=TODAY - 6 * DAY)

    assert [one.mentorship for one in queries.asked_of(mentor.user, pair.organisation, TODAY)] == [pair]
    assert not queries.asked_of(person(new, "mentor").user, pair.organisation, TODAY).exists()

    actions.give_pulse(pair, person=mentor, score=7)
    assert not queries.asked_of(mentor.user, pair.organisation, TODAY).exists()


def test_a_personal_link_is_the_members_own_and_ends_with_the_pair(pair):
    member = pair.members.get(role="mentee")
    code = queries.link_code(member.pk)

    assert queries.member_by_code(code) == member
    assert queries.member_by_code(code[:-1] + ("a" if code[-1] != "a" else "b")) is None
    with clock.fixed(NOW):
        mentorships.dissolve(pair, on=TODAY, reason="other", by=None)
    assert queries.member_by_code(code) is None


def test_notes_and_words_are_for_who_leads_the_pair(pair, coordinator):
    talk(pair, coordinator, note="важное")
    actions.give_pulse(pair, person=person(pair, "mentee"), score=3, comment="трудно")
    others = [make.staff(role, pair.organisation) for role in (RoleCode.HEAD, RoleCode.PSYCHOLOGIST, RoleCode.TEACHER)]
    far = make.staff(RoleCode.COORDINATOR)

    seen = [
        (queries.contacts_visible_to(user).count(), queries.pulses_visible_to(user).count())
        for user in (coordinator, far, *others, person(pair, "mentor").user)
    ]

    assert seen == [(1, 1), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0)]


@pytest.mark.parametrize("number", [1, 3])
def test_the_facts_of_all_pairs_take_few_queries(number, django_assert_max_num_queries):
    module = make.ModuleFactory()
    for _ in range(number):
        make.active_pair(module)
    reader = make.UserFactory()

    with django_assert_max_num_queries(6):
        rows = pairs.with_radar(queries.with_support(Mentorship.objects.all(), TODAY, reader=reader), TODAY)
        found = queries.facts_of(rows)

    assert [(one.on_time, one.has_plan, one.admitted) for one in found.values()] == [(False, False, True)] * number
