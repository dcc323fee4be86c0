"""A programme with one stage, and who coordinates it."""

import pytest

from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.models import Stage
from tests import factories as make


@pytest.fixture
def programme():
    return make.ProgrammeFactory(title="Старшие — младшим")


@pytest.fixture
def stage(programme):
    return Stage.objects.create(
        organisation=programme.organisation, programme=programme, number=1, code="preparation",
        title="Подготовка условий", first_day=0, last_day=90,
    )  # fmt: skip


@pytest.fixture
def coordinator(client, programme):
    user = make.staff(RoleCode.COORDINATOR, programme.organisation)
    client.force_login(user)
    return user
