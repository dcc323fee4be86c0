"""A programme before the head stands on the head's «Сегодня», one that came back on the coordinator's."""

from datetime import date

import pytest

from nastavnik.domain.desk.queries import needs_me
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes import actions
from nastavnik.domain.programmes.enums import ProgrammeState
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def queue(user, programme):
    items = needs_me(user, programme.organisation, date(2026, 11, 23))
    return [(item.title, item.url_name, item.url_args) for item in items if item.url_name == "programmes:programme"]


def test_a_programme_is_at_the_head_then_back_then_nowhere():
    programme = make.ProgrammeFactory(title="Опора", state=ProgrammeState.PREPARING)
    head, coordinator = (make.staff(role, programme.organisation) for role in (RoleCode.HEAD, RoleCode.COORDINATOR))
    where = ("programmes:programme", (programme.pk,))
    assert (queue(head, programme), queue(coordinator, programme)) == ([], [])

    actions.propose(programme, by=coordinator)
    assert queue(head, programme) == [("Программа ждёт вашего согласия: Опора", *where)]
    assert queue(coordinator, programme) == []

    actions.send_back(programme, note="Нужны сроки", by=head)
    assert queue(head, programme) == []
    assert queue(coordinator, programme) == [("Программу вернули на доработку: Опора", *where)]

    actions.propose(programme, by=coordinator)
    actions.agree(programme, by=head)
    assert (queue(head, programme), queue(coordinator, programme)) == ([], [])
