"""What was with somebody, as periods."""

from datetime import date

import pytest

from nastavnik.core import clock
from nastavnik.domain.consents.models import Consent
from nastavnik.domain.exchange.registers.history import Span, history_of
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Clearance, Enrolment
from nastavnik.domain.programmes import actions as programmes
from tests import factories as make

pytestmark = pytest.mark.django_db


def moved(person, title, starts_on, ends_on=None):
    year = make.AcademicYearFactory(organisation=person.organisation)
    group = make.StudyGroupFactory(academic_year=year, title=title, grade=5)
    Enrolment.objects.create(
        organisation=person.organisation, person=person, study_group=group, starts_on=starts_on, ends_on=ends_on
    )


def told(person, user, *kinds):
    return [
        (span.title, span.starts_on, span.ends_on, span.note) for span in history_of(person, user) if span.kind in kinds
    ]


def test_classes_are_periods_the_newest_first(now):
    child = make.PersonFactory()
    moved(child, "5А", date(2025, 9, 1), date(2026, 8, 31))
    moved(child, "6А", date(2026, 9, 1))

    assert told(child, make.staff(RoleCode.TEACHER, child.organisation), "group") == [
        ("6А", date(2026, 9, 1), None, "2026/27"),
        ("5А", date(2025, 9, 1), date(2026, 8, 31), "2026/27"),
    ]


def test_states_of_a_participation_follow_each_other_without_a_gap(now):
    coordinator = make.staff(RoleCode.COORDINATOR)
    taking = make.ParticipationFactory(module__programme__organisation=coordinator.person.organisation)
    title = f"{taking.module.programme.title}, Основной модуль, наставляемый"
    with clock.fixed(now):
        programmes.suspend(taking, by=coordinator)

    assert told(taking.person, coordinator, "programme") == [
        (title, date(2026, 11, 23), None, "приостановлено"),
        (title, date(2026, 9, 10), date(2026, 11, 22), "можно подбирать"),
    ]


def test_a_withdrawn_consent_held_until_the_day_before_and_one_that_never_held_is_not_told(now):
    child = make.PersonFactory()
    make.signed_consent(child, withdrawn_on=date(2026, 10, 1))
    make.signed_consent(child, starts_on=date(2026, 10, 5), withdrawn_on=date(2026, 10, 5))
    assert Consent.objects.count() == 2

    [(_title, begun, ended, signed)] = told(child, make.staff(RoleCode.COORDINATOR, child.organisation), "consent")

    assert (begun, ended, signed) == (date(2026, 9, 1), date(2026, 9, 30), "родитель или опекун, ребёнок")


def test_a_clearance_ends_with_its_term_or_its_withdrawal(now):
    mentor = make.PersonFactory(adult=True)
    about = {"organisation": mentor.organisation, "person": mentor}
    Clearance.objects.create(**about, checked_on=date(2025, 9, 1), valid_until=date(2026, 8, 31))
    Clearance.objects.create(**about, checked_on=date(2026, 9, 1), withdrawn_on=date(2026, 11, 1))

    assert told(mentor, make.staff(RoleCode.COORDINATOR, mentor.organisation), "clearance") == [
        ("", date(2026, 9, 1), date(2026, 10, 31), ""),
        ("", date(2025, 9, 1), date(2026, 8, 31), ""),
    ]


def test_who_sees_no_pairs_reads_of_no_pair(now):
    pair = make.active_pair()
    child, mentor = pair.members.get(role="mentee").person, pair.members.get(role="mentor").person
    here = pair.organisation

    assert told(child, make.staff(RoleCode.TEACHER, here), "pair") == []
    assert told(child, make.staff(RoleCode.COORDINATOR, here), "pair") == [
        (mentor.list_name, date(2026, 10, 1), None, "наставляемый, работает")
    ]


def test_both_ends_of_a_period_belong_to_it():
    span = Span(kind="group", title="", starts_on=date(2026, 9, 1), ends_on=date(2026, 9, 2))

    assert [span.holds(date(2026, 9, day)) for day in (1, 2, 3)] == [True, True, False]
