"""Papers of many on pages: for whom, progress, what came out, archive and file to print."""

import io
import zipfile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.core import jobs
from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.documents import actions
from nastavnik.domain.documents.models import Document, PaperBatch
from nastavnik.domain.people.models import Enrolment
from nastavnik.web.documents.views import certificates
from tests import factories as make
from tests.domain.documents import scene
from tests.domain.mentorships import scene as people

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def place():
    return scene.school()


@pytest.fixture
def at_work(client, place):
    client.force_login(place.coordinator)
    return client


def text(answer):
    return answer.content.decode()


def new(place, kind):
    return f"/documents/batches/new/?programme={place.module.programme_id}&kind={kind}"


def asked_for_plans(place):
    pair = scene.completed(place)
    return actions.order_batch("development_plan", [pair.pk], dated_on=scene.TODAY, by=place.coordinator)


def cost(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_nobody_is_ticked_before_it_was_said_for_whom(at_work, place):
    scene.completed(place)

    fresh = text(at_work.get(new(place, "participation_consent")))
    nobody = text(at_work.get(f"{new(place, 'participation_consent')}&whom=all&marks=none"))
    everybody = text(at_work.get(f"{new(place, 'participation_consent')}&marks=all"))

    ticks = [page.count(" checked") for page in (fresh, nobody, everybody)]
    assert (ticks, fresh.count('name="targets"')) == ([0, 0, 2], 2)
    assert all(words in fresh for words in ("Отметить всех", "Снять всех", "Выпустить отмеченным"))


def test_one_class_or_one_role_is_shown_and_ticked(at_work, place):
    sixth, fifth = (make.StudyGroupFactory(organisation=place.organisation, title=title) for title in ("6А", "5Б"))
    child, other = (scene.member(scene.completed(place), "mentee") for _pair in range(2))
    for member, group in ((child, sixth), (other, fifth)):
        Enrolment.objects.create(
            organisation=place.organisation, person=member.person, study_group=group, starts_on="2026-09-01"
        )

    page = text(at_work.get(f"{new(place, 'participation_consent')}&group=6А"))
    pairs = text(at_work.get(f"{new(place, 'development_plan')}&group=5Б"))
    mentors = text(at_work.get(f"{new(place, 'participation_consent')}&whom=mentor"))
    none = text(at_work.get(f"{new(place, 'participation_consent')}&whom=mentor&group=6А"))

    assert (page.count('name="targets"'), page.count(" checked")) == (1, 1)
    assert f'value="{child.participation_id}"' in page
    assert page.index(">5Б<") < page.index(">6А<")
    assert (pairs.count(" checked"), f'value="{other.mentorship_id}"' in pairs) == (1, True)
    assert (mentors.count(" checked"), "Таких здесь нет" in none) == (2, True)


def test_papers_of_employees_are_offered_for_adults_with_a_post_alone(client):
    place = scene.teachers()
    client.force_login(place.coordinator)
    teacher = people.mentor(place.module, post="учитель")
    people.mentor(place.module, post="")
    child = people.mentee(place.module, post="дежурный")
    type(child).objects.filter(pk=child.pk).update(role="mentor")
    kinds = ("employee_consent", "supplementary_agreement")

    many, *single = (
        text(client.get(address))
        for address in (
            new(place, "employee_consent"),
            *(f"/documents/new/{place.module.programme_id}/{kind}/" for kind in kinds),
        )
    )

    assert (many.count('name="targets"'), f'value="{teacher.pk}"' in many) == (1, True)
    for page in single:
        assert teacher.person.surname in page
        assert child.person.surname not in page


def test_all_who_wait_are_ticked_and_get_their_papers(at_work, place):
    pairs = [scene.completed(place), scene.completed(place)]
    page = text(at_work.get(f"{new(place, 'development_plan')}&whom=all"))
    assert (page.count(" checked"), page.count('name="targets"')) == (2, 2)

    answer = at_work.post(
        new(place, "development_plan"), {"targets": [pair.pk for pair in pairs], "dated_on": "2026-11-23"}
    )

    batch = PaperBatch.objects.get()
    assert (answer.status_code, answer.url) == (303, f"/documents/batches/{batch.pk}/")
    assert batch.targets == [pair.pk for pair in pairs]
    jobs.run_due()
    page = text(at_work.get(f"{new(place, 'development_plan')}&whom=all"))
    assert (page.count(" checked"), "Собрать архив и файл для печати" in page) == (0, True)


def test_without_a_tick_nothing_is_made(at_work, place):
    scene.completed(place)

    answer = at_work.post(new(place, "development_plan"), {"dated_on": "2026-11-23"})

    assert (answer.status_code, "Отметьте хотя бы одного" in text(answer)) == (422, True)
    assert text(answer).count(" checked") == 0
    assert not PaperBatch.objects.exists()


def test_who_has_no_consent_cannot_be_ticked_but_can_be_given_the_form_of_it(at_work, place):
    child = scene.member(scene.completed(place), "mentee")
    withdraw_consent(child.person.consents.get(), on=scene.TODAY, by=None)

    letters, forms = (text(at_work.get(new(place, kind))) for kind in ("thanks_letter", "participation_consent"))

    assert ("Нет согласия" in letters, f'value="{child.participation_id}"' in letters) == (True, False)
    assert f'value="{child.participation_id}"' in forms


def test_first_the_paper_and_the_programme_are_chosen(at_work, place):
    fresh, unfit = (text(at_work.get(f"/documents/batches/new/{query}")) for query in ("", "?programme=x&kind=roadmap"))

    assert ("Что и кому подготовить?" in fresh, "Здесь пусто" in fresh) == (True, False)
    assert "Показать людей" in unfit
    assert at_work.get(new(place, "certificate")).url == "/documents/certificates/"


def test_somebody_elses_pair_cannot_be_ticked(at_work, place):
    scene.completed(place)
    elsewhere = scene.completed(scene.school())

    answer = at_work.post(new(place, "development_plan"), {"targets": [elsewhere.pk], "dated_on": "2026-11-23"})

    assert answer.status_code == 422
    assert not PaperBatch.objects.exists()


def test_the_page_shows_how_far_it_is_and_then_what_came_out(at_work, place):
    batch = asked_for_plans(place)
    waiting = text(at_work.get(f"/documents/batches/{batch.pk}/"))
    part = at_work.get(f"/documents/batches/{batch.pk}/", headers={"HX-Request": "true", "HX-Target": "progress"})
    assert all(words in waiting for words in ("Ждёт очереди", "0 из 1", "Можно закрыть страницу", "Проверить сейчас"))
    assert (text(part) in waiting, "HX-Refresh" in part.headers) == (True, False)

    jobs.run_due()

    done = text(at_work.get(f"/documents/batches/{batch.pk}/"))
    part = at_work.get(f"/documents/batches/{batch.pk}/", headers={"HX-Request": "true", "HX-Target": "progress"})
    assert part.headers["HX-Refresh"] == "true"
    assert all(words in done for words in ("Скачать архив ZIP", "Файл для печати", "Индивидуальный план"))
    archive = at_work.get(f"/documents/batches/{batch.pk}/archive/")
    with zipfile.ZipFile(io.BytesIO(archive.content)) as opened:
        assert len(opened.namelist()) == 2
    assert at_work.get(f"/documents/batches/{batch.pk}/print/").content.startswith(b"%PDF")


def test_who_got_none_is_named_with_the_reason(at_work, place):
    child = scene.member(scene.completed(place), "mentee")
    batch = actions.order_batch("certificate", [child.pk], dated_on=scene.TODAY, by=place.coordinator)
    withdraw_consent(child.person.consents.get(), on=scene.TODAY, by=None)
    jobs.run_due()

    page = text(at_work.get(f"/documents/batches/{batch.pk}/"))

    assert f"Не хватает согласия: {child.person.list_name}." in page
    assert "Скачать архив ZIP" not in page
    assert at_work.get(f"/documents/batches/{batch.pk}/archive/").status_code == 404
    assert "Готово не всем" in text(at_work.get("/documents/batches/"))


def test_a_batch_that_broke_off_says_what_is_there(at_work, place):
    batch = asked_for_plans(place)
    actions.give_up_batch(batch, error=jobs.DIED, by=None)

    page = text(at_work.get(f"/documents/batches/{batch.pk}/"))

    assert "Готово 0 из 1" in page


def test_the_papers_of_the_register_come_in_one_archive(at_work, place):
    for role in ("mentor", "mentee"):
        member = scene.member(scene.completed(place), role)
        actions.issue_certificate(member, dated_on=scene.TODAY, by=place.coordinator)
    asked_for_plans(place)
    jobs.run_due()
    PaperBatch.objects.all().delete()

    answer = at_work.post("/documents/batches/gather/", {"kind": "certificate", "state": "issued", "words": "1"})

    batch = PaperBatch.objects.get()
    assert answer.url == f"/documents/batches/{batch.pk}/"
    assert {paper.kind for paper in batch.documents.all()} == {"certificate"}
    assert batch.total == 2


def test_an_empty_register_has_nothing_to_gather(at_work, place):
    answer = at_work.post("/documents/batches/gather/", {"kind": "certificate"})

    assert answer.status_code == 422
    assert not PaperBatch.objects.exists()


def test_many_certificates_are_made_in_the_background(at_work, place, monkeypatch):
    monkeypatch.setattr(certificates, "AT_ONCE", 1)
    pair = scene.completed(place)
    members = [scene.member(pair, role).pk for role in ("mentor", "mentee")]

    answer = at_work.post("/documents/certificates/", {"members": members, "dated_on": "2026-11-23"})

    batch = PaperBatch.objects.get()
    assert (answer.url, batch.base) == (f"/documents/batches/{batch.pk}/", "http://testserver/")
    assert not Document.objects.exists()
    jobs.run_due()
    assert Document.objects.count() == 2


def test_one_and_three_cost_the_same(at_work, place):
    addresses = [new(place, "development_plan"), new(place, "participation_consent"), "/documents/batches/"]

    batch = asked_for_plans(place)
    one = [cost(at_work, address) for address in addresses]
    asked_for_plans(place)
    asked_for_plans(place)

    assert [cost(at_work, address) for address in addresses] == one
    ids = [member.pk for member in place.module.mentorships.all()]
    three = actions.order_batch("development_plan", ids, dated_on=scene.TODAY, by=place.coordinator)
    jobs.run_due()
    assert cost(at_work, f"/documents/batches/{batch.pk}/") == cost(at_work, f"/documents/batches/{three.pk}/")
