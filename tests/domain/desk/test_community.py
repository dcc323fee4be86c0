"""Invitations, attestations that come near and wishes to become a mentor reach «Сегодня» of whom they concern."""

from datetime import UTC, date, datetime

import pytest

from nastavnik.domain.achievements import actions as achievements
from nastavnik.domain.desk.queries import needs_me
from nastavnik.domain.events import actions as events
from nastavnik.domain.events.enums import EventKind
from nastavnik.domain.intake.queries.admission import waiting_for_admission
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.queries import would_be_mentors
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.plans import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
TODAY = date(2026, 11, 23)


def pages(user, pair):
    return {item.url_name: item.title.replace("\xa0", " ") for item in needs_me(user, pair.organisation, TODAY)}


def test_each_hears_of_what_concerns_them():
    pair = scene.pair()
    staff = make.staff(RoleCode.COORDINATOR, pair.organisation)
    mentor, child = scene.of(pair, "mentor"), scene.of(pair, "mentee")
    # 22:30 of the day before in Greenwich is the morning of 1 December in Kamchatka and in Moscow.
    plan = events.EventPlan("Итоги года", datetime(2026, 11, 30, 22, 30, tzinfo=UTC))
    events.invite(events.plan_event(pair.module, plan, kind=EventKind.CLOSING, by=staff), [child], by=staff)
    term = {"counted_from": date(2023, 12, 1), "years": 3, "passed_on": None, "version": 0}
    achievements.remind_of_attestation(mentor, by=mentor.user, **term)
    mentorships.say_last_word(pair.members.get(role="mentee"), {"wants_to_mentor": True}, by=child.user)

    assert pages(child.user, pair)["events:invitation"] == "Итоги года, 1 декабря"
    assert pages(mentor.user, pair)["achievements:attestation"] == "Подходит срок аттестации: 1 декабря"
    assert "achievements:mentors" in pages(staff, pair)
    assert child.surname in pages(staff, pair)["mentorships:wishes"]


def test_a_wish_becomes_a_candidate_who_is_talked_with():
    pair = scene.pair()
    staff = make.staff(RoleCode.COORDINATOR, pair.organisation)
    child = scene.of(pair, "mentee")
    wish = mentorships.say_last_word(pair.members.get(role="mentee"), {"wants_to_mentor": True}, by=child.user)

    place = mentorships.take_into_pool(wish, module=pair.module, by=staff)

    assert place in waiting_for_admission(staff)
    assert child.user.role_assignments.filter(role=RoleCode.MENTOR).exists()
    assert not would_be_mentors(staff).exists()
    assert "mentorships:wishes" not in pages(staff, pair)
