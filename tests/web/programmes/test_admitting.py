"""Mentors who are admitted by a button, past the checklist."""

import pytest
from django.urls import reverse

from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.enums import ParticipationState
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def module(client):
    found = make.ModuleFactory()
    client.force_login(make.staff(RoleCode.COORDINATOR, found.organisation))
    return found


def test_mentors_admitted_by_a_button_are_never_admitted_silently(client, module):
    one, other = make.ParticipationFactory.create_batch(
        2, module=module, mentor=True, state=ParticipationState.ENROLLED
    )

    single = client.post(reverse("programmes:step", args=[one.pk]), {"step": "admit"}, follow=True)
    together = client.post(reverse("programmes:admit_all", args=[module.pk]), {"role": "mentor"}, follow=True)

    assert "без записи о проверке" in single.text
    assert "без записи о проверке" in together.text
    assert [row.state_changes.get().reason for row in (one, other)] == ["by_hand", "together"]
