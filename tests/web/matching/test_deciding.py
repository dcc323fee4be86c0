import pytest

from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.programmes.actions import suspend
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.models import Programme
from tests import factories as make
from tests.domain.matching.scene import mentee, mentor, pairs_of, solved
from tests.web.matching.asking import page, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_a_change_is_made_and_refused_by_the_same_rules(client, module):
    child = mentee(module, values={"main_need": "физика"})
    first = mentor(module, values={"competences": ("физика",), "places": 1})
    second, unknown = mentor(module), mentor(module, cleared=False, surname="Недопущенный")
    run = solved(module)
    url = page("change", run.pk, child.pk)
    content = text(client, url)
    assert "Не записан допуск наставника к работе с детьми." in content

    refused = client.post(url, {"mentor": unknown.pk, "version": run.version})
    assert refused.status_code == 422
    assert "Так не получится: Не записан допуск" in refused.content.decode()
    assert pairs_of(run) == [(child.pk, first.pk)]

    assert client.post(url, {"mentor": second.pk, "version": run.version}).status_code == 303
    assert client.post(url, {"mentor": first.pk, "version": run.version}).status_code == 409
    assert pairs_of(run) == [(child.pk, second.pk)]
    assert "Изменено вручную" in text(client, page("run", run.pk))


def test_a_pair_is_removed(client, module):
    child = mentee(module)
    mentor(module)
    run = solved(module)

    assert client.post(page("remove", run.pk, child.pk), {"version": run.version}).status_code == 303

    assert pairs_of(run) == []
    assert "Пара убрана вручную." in text(client, page("run", run.pk))


def test_candidates_ask_as_often_for_one_as_for_three(client, module):
    child = mentee(module)
    mentor(module)
    one = queries_of(client, page("change", solved(module).pk, child.pk))
    mentor(module), mentor(module, cleared=False)

    assert queries_of(client, page("change", solved(module).pk, child.pk)) == one
    assert one <= 12


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
    assert "Опубликован." in studio


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


def test_another_organisations_people_cannot_be_chosen(client, module):
    child, _mentor = mentee(module), mentor(module)
    other = make.ModuleFactory()
    stranger, foreign_child = mentor(other), mentee(other)
    run = solved(module)

    assert client.post(page("change", run.pk, child.pk), {"mentor": stranger.pk}).status_code == 404
    assert client.get(page("change", run.pk, foreign_child.pk)).status_code == 404
    assert client.get(page("module", other.pk)).status_code == 404
