import pytest

from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.programmes.actions import suspend
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.models import Programme
from tests.domain.matching.scene import mentee, mentor, solved
from tests.web.matching.asking import page, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_publishing_is_confirmed_and_has_one_effect(client, module):
    mentee(module), mentor(module)
    run = solved(module)
    assert "Что произойдёт" in text(client, page("publish", run.pk))
    assert not Mentorship.objects.exists()

    answers = [client.post(page("publish", run.pk)).status_code for _time in range(2)]

    assert answers == [303, 409]
    assert Mentorship.objects.count() == 1
    studio = text(client, page("run", run.pk))
    assert "Опубликовать" not in studio
    assert "Опубликован: 23\u00a0ноября" in studio


def test_publishing_before_the_programme_began_is_warned_of(client, module):
    mentee(module), mentor(module)
    run = solved(module)
    assert "Программа ещё готовится" not in text(client, page("publish", run.pk))

    Programme.objects.filter(pk=module.programme_id).update(state=ProgrammeState.PREPARING)

    assert "Программа ещё готовится" in text(client, page("publish", run.pk))


def test_stale_data_are_said_and_not_published(client, module):
    child = mentee(module)
    mentor(module)
    run = solved(module)
    suspend(child, by=None)

    assert "Данные изменились, пересчитайте" in text(client, page("run", run.pk))
    refused = client.post(page("publish", run.pk))

    assert refused.status_code == 422
    assert "Пересчитайте подбор" in refused.content.decode()
    run.refresh_from_db()
    assert run.state == MatchRunState.READY


def test_a_proposal_is_put_aside(client, module):
    mentee(module), mentor(module)
    run = solved(module)

    assert client.post(page("discard", run.pk)).status_code == 303
    assert client.post(page("publish", run.pk)).status_code == 409
