from datetime import timedelta

import pytest

from nastavnik.core import clock, jobs
from nastavnik.domain.matching import actions
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.models import MatchRun
from nastavnik.domain.matching.queries.replacing import replacing
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.programmes.actions import suspend
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.models import Programme
from tests.conftest import NOW
from tests.domain.matching.scene import TODAY, coordinator, mentee, mentor, pairs_of, solved
from tests.web.matching.asking import page, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_publishing_is_confirmed_and_has_one_effect(client, module):
    mentee(module), mentor(module)
    run = solved(module)
    assert "Что произойдёт" in text(client, page("publish", run.pk))
    assert not Mentorship.objects.exists()

    fields = {"version": run.version}
    answers = [client.post(page("publish", run.pk), fields).status_code for _time in range(2)]

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


def test_publishing_a_second_matching_says_whom_it_takes_back(client, module):
    children = [mentee(module, surname=name) for name in ("Первухин", "Вторникова", "Третьяк")]
    helpers = [mentor(module, values={"places": 1}) for _number in range(4)]
    first = solved(module)
    actions.publish(first, on=TODAY, by=None)
    (leaver,) = [h for h in helpers if (children[0].pk, h.pk) in pairs_of(first)]
    stays = text(client, page("publish", solved_again(module).pk))
    assert "Прежних предложений не отменяем" in stays
    suspend(leaver, by=None)

    run = solved_again(module)
    content = text(client, page("publish", run.pk)).replace("\xa0", " ")

    assert "Спросим заново: 1 новая пара" in content
    assert "Остаются как есть, с данными ответами: 2 пары" in content
    assert f"{children[0].person.list_name} – {leaver.person.list_name}" in content
    assert [one.person.list_name in content for one in children] == [True, False, False]
    told = replacing(run)
    made = actions.publish(run, on=TODAY, by=None)
    declined = Mentorship.objects.filter(module=module, state="declined").count()
    assert (len(made), declined) == (told.new, len(told.taken_back))


def test_a_first_matching_takes_nothing_back(client, module):
    mentee(module), mentor(module)

    assert "Остаются как есть" not in text(client, page("publish", solved(module).pk))


def solved_again(module):
    run = actions.run(module, as_of=TODAY, by=None, rematch=True)
    jobs.run_due()
    run.refresh_from_db()
    return run


def test_stale_data_are_said_and_not_published(client, module):
    child = mentee(module)
    mentor(module)
    run = solved(module)
    suspend(child, by=None)

    assert "Данные изменились, пересчитайте" in text(client, page("run", run.pk))
    refused = client.post(page("publish", run.pk), {"version": run.version})

    assert refused.status_code == 422
    assert "Пересчитайте подбор" in refused.content.decode()
    run.refresh_from_db()
    assert run.state == MatchRunState.READY


def test_a_proposal_is_put_aside(client, module):
    mentee(module), mentor(module)
    run = solved(module)

    assert client.post(page("discard", run.pk)).status_code == 303
    assert client.post(page("publish", run.pk)).status_code == 409


def test_who_publishes_second_is_told_who_was_first_and_when(client, module):
    mentee(module), mentor(module)
    run = solved(module)
    first = coordinator(module.organisation)
    actions.publish(run, on=TODAY, by=first)

    late = client.post(page("publish", run.pk), {"version": run.version})

    content = late.content.decode()
    assert late.status_code == 409
    assert f"предложение №&nbsp;1 опубликовано: {first.person.list_name}, 23\u00a0ноября, 09:40" in content
    assert "Второй раз никому ничего не отправлено" in content
    assert "Уже опубликовано" in text(client, page("publish", run.pk))
    assert Mentorship.objects.count() == 1


def test_who_is_overtaken_by_another_proposal_is_told_so(client, module):
    mentee(module), mentor(module)
    mine, theirs = solved(module), solved(module)
    first = coordinator(module.organisation)
    with clock.fixed(NOW + timedelta(minutes=20)):
        actions.publish(theirs, on=TODAY, by=first)

        studio = text(client, page("run", mine.pk))
        refused = client.post(page("publish", mine.pk), {"version": mine.version})

    assert f"Предложение №&nbsp;2 опубликовано: {first.person.list_name}" in studio
    assert refused.status_code == 422
    assert "Предложение №&nbsp;1 не потеряно, но его люди уже заняты" in refused.content.decode()
    assert Mentorship.objects.count() == 1


def test_what_was_proposed_and_has_not_begun_can_be_matched_again(client, module):
    child, adult = mentee(module), mentor(module)
    run = solved(module)
    assert "сменив как можно меньше" not in text(client, page("module", module.pk))
    client.post(page("publish", run.pk), {"version": run.version})
    assert "сменив как можно меньше" in text(client, page("module", module.pk))

    asked = client.post(page("module", module.pk), {"rematch": "1"})
    jobs.run_due()

    again = MatchRun.objects.get(number=2)
    assert asked.headers["Location"] == page("run", again.pk)
    assert pairs_of(again) == [(child.pk, adult.pk)]


def test_a_run_is_stopped_and_begun_again(client, module):
    mentee(module), mentor(module)
    client.post(page("module", module.pk))
    run = MatchRun.objects.get()
    assert "Остановить" in text(client, page("run", run.pk))

    assert client.post(page("cancel", run.pk)).status_code == 303

    assert "Подбор остановлен" in text(client, page("run", run.pk))
    part = client.get(page("run", run.pk), headers={"HX-Request": "true", "HX-Target": "progress"})
    assert part.headers["HX-Refresh"] == "true"
    assert client.post(page("begin", run.pk)).status_code == 303
    jobs.run_due()
    assert pairs_of(run) != []
    assert client.post(page("cancel", run.pk)).status_code == 422
