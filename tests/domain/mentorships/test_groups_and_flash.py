"""Needs of a group and the poll of themes; short meetings from the offer to the thanks."""

from datetime import date, time

import pytest

from nastavnik.domain.consents.errors import ConsentMissing
from nastavnik.domain.mentorships import actions, queries
from nastavnik.domain.mentorships.enums import FlashState, MeetingState, MentorshipState
from nastavnik.domain.mentorships.errors import NotAFlash, NotAGroup, SlotAhead, SlotTaken, ThemeMissing
from nastavnik.domain.programmes.enums import Kind, ParticipationState
from tests import factories as make
from tests.domain.mentorships.scene import TODAY, coordinator, mentee, mentor
from tests.domain.mentorships.test_agreeing import MENTEE, in_it

pytestmark = pytest.mark.django_db


def test_needs_become_themes_and_the_group_votes(now):
    group = make.active_group(mentees=3)
    first, second, _third = group.members.filter(role=MENTEE)
    need = actions.name_need(group, text="Боюсь отвечать у доски", member=first, by=None)
    other = actions.name_need(group, text="Не успеваю", member=second, by=None)
    with pytest.raises(ThemeMissing):
        actions.vote(need, first, by=None)
    for row, theme in ((need, "Выступаем спокойно"), (other, "Время")):
        actions.shape_need(row, {"theme": theme, "form": "game"}, version=1, by=None)
    for row, member in ((other, first), (other, second), (need, first)):
        assert actions.vote(row, member, by=None)
    assert not actions.vote(need, first, by=None)

    assert [(n.theme, n.votes, n.is_mine) for n in queries.needs_of(group, second.person.user)] == [
        ("Время", 2, True), ("Выступаем спокойно", 0, False),
    ]  # fmt: skip
    actions.agree_theme(need, version=2, by=None)
    assert [n.agreed_on for n in queries.needs_of(group, None or first.person.user)] == [TODAY, None]


def test_a_pair_keeps_goals_instead(now):
    with pytest.raises(NotAGroup):
        actions.name_need(make.active_pair(), text="Нужно", member=None, by=None)


def offered(module=None, **given):
    module = module or make.ModuleFactory(kind=Kind.FLASH)
    values = {"topic": "Как выбрать вуз", "happens_on": TODAY, "begins_at": time(15), **given}
    return actions.offer_flash(mentor(module), **values, by=None)


def test_a_short_meeting_from_offer_to_thanks(now):
    slot = offered()
    child = mentee(slot.module)

    actions.book(slot, mentee=child, by=child.person.user)
    assert slot.mentorship.state == MentorshipState.ACTIVE
    assert slot.mentorship.meetings.get().state == MeetingState.PLANNED
    assert queries.radar(queries.visible_to(child.person.user), TODAY)[slot.mentorship.pk].status == "not_watched"

    actions.close(slot, thanks="Спасибо!", author=child.person, by=child.person.user)

    slot.mentorship.refresh_from_db()
    assert (slot.state, slot.thanks, slot.mentorship.state) == (FlashState.HELD, "Спасибо!", MentorshipState.COMPLETED)
    assert slot.mentorship.meetings.get().state == MeetingState.HELD
    child.refresh_from_db()
    assert child.state == ParticipationState.READY
    again = actions.offer_flash(slot.mentor, topic="Ещё", happens_on=TODAY, begins_at=time(16), by=None)
    assert actions.book(again, mentee=child, by=None).state == FlashState.BOOKED


def test_two_do_not_book_the_same_and_a_freed_time_is_free(now):
    slot = offered(happens_on=date(2026, 11, 25))
    one, two = mentee(slot.module), mentee(slot.module)
    actions.book(slot, mentee=one, by=None)
    with pytest.raises(SlotTaken):
        actions.book(slot, mentee=two, by=None)
    with pytest.raises(SlotAhead):
        actions.close(slot, author=None, by=None)

    actions.unbook(slot, by=None)
    actions.book(slot, mentee=two, by=None)
    first = slot.mentorship
    actions.withdraw(slot, by=None)

    assert slot.state == FlashState.CANCELLED
    first.refresh_from_db()
    assert first.state == MentorshipState.DISSOLVED
    assert not queries.slots_ahead(one.person.user).exists()


def test_without_consent_nothing_is_booked_and_only_flash_offers_times(now):
    slot = offered()
    with pytest.raises(ConsentMissing):
        actions.book(slot, mentee=mentee(slot.module, consent=False), by=None)
    with pytest.raises(NotAFlash):
        offered(make.ModuleFactory())


def test_who_sees_short_meetings(now):
    slot = offered()
    child, stranger = mentee(slot.module), mentee(make.ModuleFactory(kind=Kind.FLASH))

    assert list(queries.slots_ahead(child.person.user)) == [slot]
    assert list(queries.slots_ahead(slot.mentor.person.user)) == [slot]
    assert list(queries.slots_ahead(coordinator(slot.organisation))) == [slot]
    assert not queries.slots_ahead(stranger.person.user).exists()
    actions.book(slot, mentee=child, by=None)
    assert not queries.slots_ahead(mentee(slot.module).person.user).exists()
    assert in_it(slot.mentorship, MENTEE).person == child.person
