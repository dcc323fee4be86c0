"""A life cycle moves by its table, once, and is remembered."""

import pytest

from nastavnik.core import audit, lifecycle
from nastavnik.core.errors import ChangedMeanwhile, ForbiddenTransition
from nastavnik.core.models import AuditEntry
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.models import Programme
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_a_step_is_made_and_remembered(now):
    programme, by = make.ProgrammeFactory(state=ProgrammeState.PREPARING), make.UserFactory()

    lifecycle.advance(programme, "launch", by=by, reason="begun", note="по плану")

    change = programme.state_changes.get()
    assert Programme.objects.get(pk=programme.pk).state == ProgrammeState.RUNNING
    assert (change.action, change.from_state, change.to_state) == ("launch", "preparing", "running")
    assert (change.by, change.at, change.reason, change.note) == (by, now, "begun", "по плану")


def test_what_is_not_in_the_table_cannot_happen():
    programme = make.ProgrammeFactory(state=ProgrammeState.PREPARING)

    with pytest.raises(ForbiddenTransition):
        lifecycle.advance(programme, "close", by=None)

    assert not programme.state_changes.exists()


def test_of_two_who_press_at_once_one_wins():
    first = make.ProgrammeFactory(state=ProgrammeState.PREPARING)
    second = Programme.objects.get(pk=first.pk)
    lifecycle.advance(first, "launch", by=None)

    with pytest.raises(ChangedMeanwhile):
        lifecycle.advance(second, "launch", by=None)

    assert first.state_changes.count() == 1


def test_the_trail_shows_what_was_tampered_with():
    programme = make.ProgrammeFactory(state=ProgrammeState.PREPARING)
    lifecycle.advance(programme, "launch", by=None)
    lifecycle.advance(programme, "close", by=None)
    chain = AuditEntry.objects.filter(organisation_id=programme.organisation_id).order_by("number")
    assert list(audit.broken_links(programme.organisation_id)) == []

    chain.filter(number=1).update(actor_id=7)
    assert list(audit.broken_links(programme.organisation_id)) == [1]

    chain.filter(number=1).delete()
    assert list(audit.broken_links(programme.organisation_id)) == [2]
