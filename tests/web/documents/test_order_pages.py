"""From the registry to an approved order, on pages."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.documents import actions
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.models import Document, LegalGround
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.documents import scene
from tests.domain.mentorships import scene as people

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def place():
    return scene.school()


def order(place, number="42-ОД", pair=None):
    return actions.prepare_order(
        place.module,
        mentorships=[pair or scene.confirmed(place)],
        number=number,
        dated_on=scene.TODAY,
        by=place.coordinator,
    )


def submitted(place):
    return actions.submit(order(place), by=place.coordinator)


def text(answer):
    return answer.content.decode()


def test_the_registry_offers_an_order_for_pairs_that_wait(client, place):
    scene.confirmed(place)
    client.force_login(place.coordinator)

    page = text(client.get("/documents/"))

    assert "1\u00a0пара без приказа" in page
    assert f"/documents/order/{place.module.pk}/" in page


def test_all_pairs_are_ticked_and_become_a_draft(client, place):
    pairs = [scene.confirmed(place), scene.confirmed(place)]
    client.force_login(place.coordinator)
    page = text(client.get(f"/documents/order/{place.module.pk}/"))

    answer = client.post(
        f"/documents/order/{place.module.pk}/",
        {"mentorships": [pair.pk for pair in pairs], "number": "42-ОД", "dated_on": "2026-11-23"},
    )

    document = Document.objects.get()
    assert page.count(" checked") == 2
    assert (answer.status_code, answer.url) == (303, f"/documents/{document.pk}/")
    assert set(document.mentorships.all()) == set(pairs)


def test_a_taken_number_is_said_beside_its_field_and_nothing_is_lost(client, place):
    order(place)
    pair = scene.confirmed(place)
    client.force_login(place.coordinator)

    answer = client.post(
        f"/documents/order/{place.module.pk}/",
        {"mentorships": [pair.pk], "number": "42-од", "dated_on": "2026-11-23"},
    )

    assert answer.status_code == 422
    assert "Этот номер уже есть: Приказ о закреплении пар №\u00a042-ОД" in text(answer)
    assert 'value="42-од"' in text(answer)
    assert Document.objects.count() == 1


def test_without_consent_the_page_names_the_child(client, place):
    pair = scene.confirmed(place)
    child = scene.member(pair, "mentee").person
    withdraw_consent(child.consents.get(), on=scene.TODAY, by=None)
    client.force_login(place.coordinator)

    answer = client.post(
        f"/documents/order/{place.module.pk}/",
        {"mentorships": [pair.pk], "number": "1", "dated_on": "2026-11-23"},
    )

    assert answer.status_code == 422
    assert f"Не хватает согласия: {child.list_name}" in text(answer)


def test_a_pair_of_another_school_cannot_be_slipped_in(client, place):
    foreign = scene.confirmed(scene.school())
    scene.confirmed(place)
    client.force_login(place.coordinator)

    answer = client.post(
        f"/documents/order/{place.module.pk}/",
        {"mentorships": [foreign.pk], "number": "1", "dated_on": "2026-11-23"},
    )

    assert answer.status_code == 422
    assert client.get(f"/documents/order/{foreign.module_id}/").status_code == 404


def test_the_draft_shows_what_the_paper_says_and_gives_both_files(client, place):
    document = order(place)
    client.force_login(place.coordinator)

    page = text(client.get(f"/documents/{document.pk}/"))
    docx = client.get(f"/documents/{document.pk}/docx/")
    pdf = client.get(f"/documents/{document.pk}/pdf/")

    assert "Сверьте с оригиналом" in page
    assert "Назначить куратором программы Петрову Ольгу Ильиничну" in page
    assert (docx.content[:2], pdf.content[:4]) == (b"PK", b"%PDF")
    assert "attachment" in pdf.headers["Content-Disposition"]
    assert pdf.headers["Cache-Control"] == "no-store"


def test_the_way_of_an_order_to_the_head_and_back(client, place):
    document = order(place)
    client.force_login(place.coordinator)
    assert client.post(f"/documents/{document.pk}/submit/").status_code == 303

    client.force_login(place.head)
    assert "Верен ли текст?" in text(client.get(f"/documents/{document.pk}/"))
    assert client.post(f"/documents/{document.pk}/send-back/", {"note": ""}).status_code == 422
    assert client.post(f"/documents/{document.pk}/send-back/", {"note": "исправьте срок"}).status_code == 303
    assert client.get(f"/documents/{document.pk}/").status_code == 404

    client.force_login(place.coordinator)
    assert "исправьте срок" in text(client.get(f"/documents/{document.pk}/"))


def test_approving_starts_the_pairs(client, place):
    document = submitted(place)
    client.force_login(place.head)

    answer = client.post(f"/documents/{document.pk}/approve/")

    assert (answer.status_code, answer.url) == (303, f"/documents/{document.pk}/")
    assert Mentorship.objects.get().state == MentorshipState.ACTIVE


def test_the_second_head_is_told_and_changes_nothing(client, place):
    document = submitted(place)
    other = make.staff(RoleCode.HEAD, place.organisation)
    for head, expected in ((place.head, 303), (other, 409)):
        client.force_login(head)
        assert client.post(f"/documents/{document.pk}/approve/").status_code == expected

    assert document.state_changes.filter(action="approve").count() == 1


def test_an_order_that_cannot_start_a_pair_is_refused_with_its_name(client, place):
    document = submitted(place)
    child = Mentorship.objects.get().members.get(role="mentee").person
    withdraw_consent(child.consents.get(), on=scene.TODAY, by=None)
    client.force_login(place.head)

    answer = client.post(f"/documents/{document.pk}/approve/")

    assert answer.status_code == 422
    assert child.list_name in text(answer)
    assert Document.objects.get().state == DocumentState.SUBMITTED


def test_only_the_head_approves_and_only_who_prepares_prepares(client, place):
    document = submitted(place)
    client.force_login(place.coordinator)
    assert client.post(f"/documents/{document.pk}/approve/").status_code == 403
    client.force_login(place.head)
    assert client.get(f"/documents/order/{place.module.pk}/").status_code == 403
    assert client.post(f"/documents/{document.pk}/discard/").status_code == 403


def test_another_school_does_not_know_the_paper(client, place):
    document = submitted(place)
    foreign = scene.school()
    for user in (foreign.coordinator, foreign.head):
        client.force_login(user)
        for page in ("", "docx/", "pdf/"):
            assert client.get(f"/documents/{document.pk}/{page}").status_code == 404
    assert client.post(f"/documents/{document.pk}/approve/").status_code == 404


def test_a_late_number_gets_both_texts(client, place):
    document = order(place)
    client.force_login(place.coordinator)
    sent = {"dated_on": "2026-11-23", "version": document.version}
    assert client.post(f"/documents/{document.pk}/edit/", {"number": "43-ОД", **sent}).status_code == 303

    late = client.post(f"/documents/{document.pk}/edit/", {"number": "44-ОД", **sent})

    assert late.status_code == 409
    assert "43-ОД" in text(late)
    assert 'value="44-ОД"' in text(late)


def test_a_doubtful_name_is_corrected_on_its_page(client, place):
    mentor = people.mentor(place.module, surname="Заец", given_name="Илья", patronymic="Ильич")
    document = order(place, pair=scene.confirmed(place, mentor=mentor))
    client.force_login(place.coordinator)
    assert "Сверьте, верно ли склоняется" in text(client.get(f"/documents/{document.pk}/"))
    page = text(client.get(f"/documents/{document.pk}/names/"))

    answer = client.post(
        f"/documents/{document.pk}/names/",
        {"person": mentor.person_id, "case": "instrumental", "surname": "Зайцем", "given_name": "Ильёй",
         "patronymic": "Ильичом", "post": "учителем"},
    )  # fmt: skip

    assert "кем? творительный" in page
    assert answer.status_code == 303
    assert "за наставником Зайцем Ильёй Ильичом" in text(client.get(f"/documents/{document.pk}/"))


def test_legal_grounds_are_added_checked_and_removed(client, place):
    client.force_login(place.coordinator)
    assert "Оснований пока нет" in text(client.get("/documents/grounds/"))
    assert client.post("/documents/grounds/", {"title": ""}).status_code == 422
    assert client.post("/documents/grounds/", {"title": "устав школы", "programme_type": ""}).status_code == 303
    assert client.post("/documents/grounds/", {"title": "устав школы"}).status_code == 422
    impossible = client.post("/documents/grounds/", {"title": "положение от 31.02.2026 № 5"})
    assert (impossible.status_code, "которого нет в календаре: 31.02.2026" in text(impossible)) == (422, True)
    ground = LegalGround.objects.get()
    sent = {"title": "устав", "programme_type": "pupils", "is_confirmed": "on", "version": ground.version}

    assert client.post(f"/documents/grounds/{ground.pk}/", sent).status_code == 303
    assert client.post(f"/documents/grounds/{ground.pk}/", {**sent, "title": "другой"}).status_code == 409
    assert LegalGround.objects.get().is_confirmed
    client.force_login(scene.school().coordinator)
    assert client.get(f"/documents/grounds/{ground.pk}/").status_code == 404
    client.force_login(place.coordinator)
    assert client.post(f"/documents/grounds/{ground.pk}/remove/").status_code == 303
    assert not LegalGround.objects.exists()


def test_the_registry_is_empty_or_finds_nothing_in_words(client, place):
    client.force_login(place.coordinator)
    assert "Бумаг пока нет" in text(client.get("/documents/"))
    assert "Ничего не нашлось" in text(client.post("/documents/", {"search": "1", "q": "99"}, follow=True))
    assert client.get("/documents/?kind=passport&state=burnt&page=x").status_code == 200


def queries_of(client, address):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("who", ["coordinator", "head"])
def test_the_registry_costs_the_same_for_one_and_three(client, place, who):
    actions.submit(order(place, "1"), by=place.coordinator)
    scene.confirmed(place)
    client.force_login(getattr(place, who))
    one = queries_of(client, "/documents/")
    for number in ("2", "3"):
        actions.submit(order(place, number), by=place.coordinator)
        scene.confirmed(place)

    assert queries_of(client, "/documents/") == one <= 12


def test_the_page_of_an_order_costs_the_same_for_one_and_three_pairs(client, place):
    first = order(place, "1")
    second = actions.prepare_order(
        place.module, mentorships=[scene.confirmed(place) for _n in range(3)], number="2",
        dated_on=scene.TODAY, by=place.coordinator,
    )  # fmt: skip
    client.force_login(place.coordinator)

    assert queries_of(client, f"/documents/{first.pk}/") == queries_of(client, f"/documents/{second.pk}/")


def test_choosing_pairs_costs_the_same_for_one_and_three(client, place):
    scene.confirmed(place)
    client.force_login(place.coordinator)
    one = queries_of(client, f"/documents/order/{place.module.pk}/")
    scene.confirmed(place)
    scene.confirmed(place)

    assert queries_of(client, f"/documents/order/{place.module.pk}/") == one <= 12
