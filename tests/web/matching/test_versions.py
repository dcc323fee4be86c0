"""Without the version that a page was drawn from nothing is published or changed: it could be a page of long ago."""

import pytest

from nastavnik.domain.matching.models import Presence
from nastavnik.domain.mentorships.models import Mentorship
from tests.domain.matching.meeting_scene import Gathering
from tests.domain.matching.scene import mentee, mentor, pairs_of, solved
from tests.web.matching.asking import page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
NO_VERSION = [{}, {"version": ""}, {"version": "первая"}, {"version": "²"}, {"version": "1e3"}]


@pytest.mark.parametrize("given", NO_VERSION)
def test_nothing_is_published_without_a_version(client, module, given):
    mentee(module), mentor(module)
    run = solved(module)

    assert client.post(page("publish", run.pk), given).status_code == 409
    assert not Mentorship.objects.exists()


@pytest.mark.parametrize("given", NO_VERSION)
def test_no_pair_is_changed_without_a_version(client, module, given):
    child, first = mentee(module), mentor(module)
    run = solved(module)

    answer = client.post(page("price", run.pk, child.pk), {"kind": "remove", "mentor": first.pk, **given})

    assert answer.status_code == 409
    assert "Предложение изменилось, цена посчитана заново" in answer.content.decode()
    assert pairs_of(run) == [(child.pk, first.pk)]


@pytest.mark.parametrize("given", NO_VERSION)
def test_nobody_is_ticked_without_a_version(client, module, given):
    there = Gathering(module=module)

    answer = client.post(page("attendance", there.meeting.pk), {"came": [there.mentees[0].pk], **given})

    assert answer.status_code == 409
    assert not Presence.objects.filter(came=True).exists()
