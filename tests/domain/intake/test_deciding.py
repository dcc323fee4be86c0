"""What the coordinator answers."""

from datetime import date, timedelta

import pytest

from nastavnik.core import clock
from nastavnik.core.errors import ForbiddenTransition
from nastavnik.domain.consents.errors import ConsentMissing
from nastavnik.domain.intake import actions, queries
from nastavnik.domain.intake.errors import (
    CannotWithdrawNow,
    RemedyMissing,
    ReturnNeedsWords,
    TalkIsOver,
    TwinUnanswered,
)
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.programmes.queries.profiles import values_of
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def coordinator():
    return make.staff(RoleCode.COORDINATOR)


@pytest.fixture
def application(coordinator):
    module = make.ModuleFactory(programme__organisation=coordinator.person.organisation)
    return make.sent(make.IntakeFactory(module=module), interests="танец\nшахматы", free_time=[[1, 900, 1020]])


def test_accept_needs_guardians_consent(application, coordinator):
    with pytest.raises(ConsentMissing):
        actions.accept(application, by=coordinator)

    assert Participation.objects.count() == 0


def test_accepted_means_enrolled_with_all_that_was_said(application, coordinator):
    make.signed_consent(application.person)

    participation = actions.accept(application, by=coordinator)

    values = values_of([participation.pk])[participation.pk]
    assert (participation.role, participation.state) == ("mentee", "enrolled")
    assert (values.main_need, values.interests) == ("не бояться выступать", ("танец", "шахматы"))
    assert values.free_time == ((1, 900, 1020),)
    assert application.state == "accepted"


def test_nobody_is_accepted_before_it_is_said_who_they_are(coordinator):
    module = make.ModuleFactory(programme__organisation=coordinator.person.organisation)
    make.PersonFactory(organisation=module.organisation, surname="Ветрова", given_name="Полина", birth_date=None)
    waiting = make.sent(make.IntakeFactory(module=module))

    with pytest.raises(TwinUnanswered):
        actions.accept(waiting, by=coordinator)


def test_a_refusal_names_what_would_help_and_touches_nothing_else(application, coordinator):
    with pytest.raises(RemedyMissing):
        actions.decline(application, reason="no_places", remedy="", by=coordinator)

    actions.decline(application, reason="no_places", remedy="call_later", due_on=date(2027, 1, 12), by=coordinator)

    assert (application.state, application.remedy_due_on) == ("declined", date(2027, 1, 12))
    assert list(queries.in_view(coordinator, "remedies")) == [application]
    assert Participation.objects.count() == 0


def test_a_child_without_consent_is_written_nothing(application, coordinator):
    before = Message.objects.exclude(kind="consent_requested").count()

    actions.return_for_more(application, note="Напиши класс", by=coordinator)

    assert Message.objects.exclude(kind="consent_requested").count() == before


def test_what_came_back_is_sent_again(application, coordinator):
    with pytest.raises(ReturnNeedsWords):
        actions.return_for_more(application, note=" ", by=coordinator)
    actions.return_for_more(application, note="Напиши класс", by=coordinator)
    actions.save_page(application, {"group_words": "6 «Б»"})

    actions.submit(application)

    assert (application.state, application.return_note) == ("submitted", "")


def test_late_is_what_waits_longer_than_promised(application, coordinator, now):
    with clock.fixed(now + timedelta(days=5)):
        assert not queries.awaiting_review(coordinator).get().is_late
    with clock.fixed(now + timedelta(days=5, minutes=1)):
        assert queries.awaiting_review(coordinator).get().is_late


def test_a_draft_on_a_telephone_is_seen_by_nobody(application, coordinator):
    make.draft(application.intake)

    assert list(queries.visible_to(coordinator)) == [application]


def test_a_teacher_sees_what_they_entered_and_another_school_nothing(application, coordinator):
    teacher = make.staff(RoleCode.TEACHER, coordinator.person.organisation)
    entered = make.sent(application.intake, by=teacher, surname="Снегирёва")

    assert list(queries.visible_to(teacher)) == [entered]
    assert set(queries.visible_to(coordinator)) == {application, entered}
    assert list(queries.visible_to(make.staff(RoleCode.COORDINATOR))) == []


def test_who_was_taken_in_may_still_step_back_until_admitted(application, coordinator):
    make.signed_consent(application.person)
    participation = actions.accept(application, by=coordinator)

    actions.withdraw(application, by=coordinator)

    participation.refresh_from_db()
    assert (participation.state, application.state) == ("left", "withdrawn")


def test_who_is_admitted_ends_that_on_their_own_page(application, coordinator):
    make.signed_consent(application.person)
    participation = actions.accept(application, by=coordinator)
    Participation.objects.filter(pk=participation.pk).update(state="ready")
    participation.refresh_from_db()

    with pytest.raises(CannotWithdrawNow):
        actions.withdraw(application, by=coordinator)


def test_the_talk_after_a_refusal_is_one_tap(application, coordinator):
    actions.withdraw(application, reason="no_time")
    assert list(queries.talks_waiting(coordinator)) == [application]

    made = actions.record_talk(application, outcome="leads", by=coordinator)

    assert (made.role, made.state, made.entered_by) == ("mentor", "draft", coordinator)
    assert list(queries.talks_waiting(coordinator)) == []
    with pytest.raises(TalkIsOver):
        actions.record_talk(application, outcome="no", by=coordinator)


def test_who_comes_after_all_says_nothing_twice(application, coordinator):
    actions.withdraw(application, reason="afraid")

    made = actions.record_talk(application, outcome="comes", by=coordinator)
    actions.submit(made, by=coordinator)

    assert (made.state, made.person, made.needs) == ("submitted", application.person, "не бояться выступать")


def test_what_was_decided_is_not_decided_again(application, coordinator):
    actions.decline(application, reason="double", remedy="none", by=coordinator)

    with pytest.raises(ForbiddenTransition):
        actions.return_for_more(application, note="ещё", by=coordinator)
