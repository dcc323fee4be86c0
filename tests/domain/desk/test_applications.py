"""What «Сегодня» says of applications."""

from datetime import timedelta

import pytest

from nastavnik.core import clock
from nastavnik.domain.desk.queries import needs_me
from nastavnik.domain.intake import actions
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def titles(user, at):
    organisation = user.person.organisation
    with clock.fixed(at):
        items = needs_me(user, organisation, at.date())
    return [item.title.replace("\u00a0", " ") for item in items if item.url_name.startswith("intake:index")]


def test_what_waits_is_counted_and_nobody_is_named(now):
    coordinator = make.staff(RoleCode.COORDINATOR)
    module = make.ModuleFactory(programme__organisation=coordinator.person.organisation)
    intake = make.IntakeFactory(module=module)
    make.sent(intake)
    make.sent(intake, surname="Снегирёва")
    actions.withdraw(make.sent(intake, surname="Осокина"))
    refused = make.sent(intake, surname="Рогозина")
    actions.decline(refused, reason="no_places", remedy="call_later", due_on=now.date() + timedelta(days=2), by=None)

    assert titles(coordinator, now) == ["Заявки ждут: 2", "Передумали: 1 ребёнок", "Обещана помощь: 1 заявка"]
    assert titles(coordinator, now + timedelta(days=6))[0] == "Заявки ждут: 2, из них 2 дольше обещанного"
    assert titles(make.staff(RoleCode.TEACHER, coordinator.person.organisation), now) == []
