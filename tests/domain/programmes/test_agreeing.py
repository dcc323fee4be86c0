"""The head's word: asked, given, taken back; who said it and when; what was changed since."""

from datetime import date

import pytest

from nastavnik.core import clock
from nastavnik.core.errors import ForbiddenTransition
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.errors import HeadMissing
from nastavnik.domain.programmes import actions, queries
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.errors import NoteMissing
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def programme():
    return make.ProgrammeFactory(state=ProgrammeState.PREPARING)


@pytest.fixture
def head(programme):
    return make.staff(RoleCode.HEAD, programme.organisation, surname="Черных")


@pytest.fixture
def coordinator(programme):
    return make.staff(RoleCode.COORDINATOR, programme.organisation)


def told():
    return list(Message.objects.order_by("id").values_list("kind", "recipient", "context"))


def test_heads_are_asked_and_the_coordinator_is_answered(programme, head, coordinator):
    make.staff(RoleCode.HEAD)

    actions.propose(programme, by=coordinator)
    actions.agree(programme, by=head)

    assert programme.state == ProgrammeState.AGREED
    context = {"programme": programme.pk}
    assert told() == [
        ("programme_proposed", head.person.pk, context),
        ("programme_agreed", coordinator.person.pk, context),
    ]
    found = queries.agreement(programme)
    assert [(step.action, step.person) for step in found.steps] == [
        ("propose", coordinator.person),
        ("agree", head.person),
    ]
    assert (found.agreed.at.date(), found.changed) == (date(2026, 11, 23), ())


def test_a_programme_comes_back_with_words_and_is_put_forward_again(programme, head, coordinator):
    actions.propose(programme, by=coordinator)
    with pytest.raises(NoteMissing):
        actions.send_back(programme, note=" ", by=head)

    actions.send_back(programme, note="Нужна цель на год", by=head)

    found = queries.agreement(programme)
    assert (programme.state, found.returned.note, found.agreed) == (ProgrammeState.PREPARING, "Нужна цель на год", None)
    actions.propose(programme, by=coordinator)
    assert queries.agreement(programme).returned is None
    assert [kind for kind, _to, _context in told()] == ["programme_proposed", "programme_sent_back"] + [
        "programme_proposed"
    ]


def test_agreed_without_being_proposed_tells_nobody(programme, head):
    actions.agree(programme, by=head)

    assert told() == []
    assert queries.agreement(programme).agreed.person == head.person


def test_what_matters_and_was_changed_after_the_agreement_is_named(programme, head, coordinator, monkeypatch):
    actions.edit_programme(programme, {"goal": "До согласования"}, version=1, by=coordinator)
    actions.agree(programme, by=head)
    later(monkeypatch)

    actions.edit_programme(programme, {"goal": "После", "first_needs": "алгебра"}, version=3, by=coordinator)
    assert queries.agreement(programme).changed == ("goal",)
    actions.add_module(programme, title="Ещё один", mentoring_format=make.MentoringFormatFactory(), by=coordinator)
    assert queries.agreement(programme).changed == ("goal", "modules")

    actions.reopen(programme, by=coordinator)
    found = queries.agreement(programme)
    assert (programme.state, found.agreed, found.changed) == (ProgrammeState.PREPARING, None, ())


def later(monkeypatch):
    moment = clock.now()
    monkeypatch.setattr(clock, "now", lambda: moment.replace(hour=moment.hour + 1))


def test_who_has_no_head_launches_straight_away(programme, coordinator):
    actions.launch(programme, by=coordinator)

    assert programme.state == ProgrammeState.RUNNING
    with pytest.raises(ForbiddenTransition):
        actions.propose(programme, by=coordinator)


def test_a_programme_is_put_before_a_head_or_stays_as_it_is(programme, coordinator):
    make.staff(RoleCode.HEAD)

    with pytest.raises(HeadMissing):
        actions.propose(programme, by=coordinator)

    programme.refresh_from_db()
    assert (programme.state, told()) == (ProgrammeState.PREPARING, [])
