"""Links and sheets for many, scans that come back, the library of texts."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.consents import actions, queries
from nastavnik.domain.consents.models import Consent, ConsentRequest, ConsentText, ScannedPaper
from nastavnik.domain.consents.queries import is_processable
from nastavnik.domain.people.actions import add_guardian
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
ON = date(2026, 11, 23)
PICTURE = b"\x89PNG\r\n\x1a\n" + b"0" * 20


@pytest.fixture
def coordinator(client):
    user = make.staff(RoleCode.COORDINATOR)
    client.force_login(user)
    return user


@pytest.fixture
def organisation(coordinator):
    return coordinator.person.organisation


def test_links_are_made_for_everybody_whose_signature_is_needed_and_shown_once(client, organisation):
    little = make.PersonFactory(organisation=organisation, surname="Аистова")
    big = make.PersonFactory(organisation=organisation, surname="Белкина", birth_date=date(2011, 5, 1))

    page = client.post("/consents/", {"person": [little.pk, big.pk], "kinds": ["processing"], "how": "links"})

    assert page.status_code == 200
    rows = [(one.person, one.party) for one, _link in page.context["rows"]]
    assert rows == [(little, "guardian"), (big, "guardian"), (big, "child")]
    links = [link for _one, link in page.context["rows"]]
    assert all(link in page.content.decode() for link in links)
    assert client.get(links[0].removeprefix("http://testserver")).status_code == 200
    assert not ConsentRequest.objects.filter(digest__in=[link.split("/")[-2] for link in links]).exists()


def test_sheets_keep_their_codes_when_they_are_printed_again(client, organisation):
    child = make.PersonFactory(organisation=organisation)
    sent = {"person": [child.pk], "kinds": ["processing", "participation"], "how": "papers"}

    answers = [client.post("/consents/", sent) for _time in range(2)]

    assert {answer["Location"] for answer in answers} == {f"/consents/sheets/?r={ConsentRequest.objects.get().pk}"}
    sheet = client.get(answers[0]["Location"])
    assert (sheet["Content-Type"], sheet.content[:5]) == ("application/pdf", b"%PDF-")


@pytest.mark.parametrize(
    "form",
    [
        {"kinds": ["processing"]},
        {"person": ["child"], "kinds": []},
        {"person": ["child"], "kinds": ["processing"], "until": "2026-11-22"},
        {"person": ["stranger"], "kinds": ["processing"]},
    ],
    ids=["nobody chosen", "nothing asked", "yesterday", "of another school"],
)
def test_what_cannot_be_asked_is_said(client, organisation, form):
    people = {"child": make.PersonFactory(organisation=organisation), "stranger": make.PersonFactory()}
    sent = {**form, "person": [people[name].pk for name in form.get("person", [])], "how": "links"}

    assert client.post("/consents/", sent).status_code == 422
    assert ConsentRequest.objects.count() == 0


def test_a_scan_finds_its_child_by_the_code_and_opens_the_gate(client, organisation, coordinator):
    child = make.PersonFactory(organisation=organisation, surname="Аистова")
    request = actions.sheets_for([child], kinds=["processing", "participation"], by=coordinator)[0]
    upload = SimpleUploadedFile("IMG_1.png", PICTURE, content_type="image/png")
    where = client.post("/consents/scans/", {"files": [upload]})["Location"]

    found = client.post(where, {"find": "1", "code": request.code.lower()})
    assert "Аистова" in found.content.decode()
    answer = client.post(
        where,
        {
            "attach": "1", "request": request.pk, "kinds": ["processing"], "parties": ["guardian"],
            "signed_on": "2026-11-20",
        },
    )  # fmt: skip

    assert answer.status_code == 303
    consent = Consent.objects.get()
    assert (consent.person, consent.starts_on, consent.scan_id) == (
        child,
        date(2026, 11, 20),
        request.scans.get().file_id,
    )
    assert is_processable(child, ON)
    request.refresh_from_db()
    assert request.answered_at is None  # the other consent is still waited for
    assert client.get(f"/consents/scans/{request.scans.get().pk}/file/").content == PICTURE


def test_several_scans_wait_and_a_name_of_the_file_is_a_code(client, organisation, coordinator):
    child = make.PersonFactory(organisation=organisation)
    request = actions.sheets_for([child], by=coordinator)[0]
    files = [SimpleUploadedFile(name, PICTURE) for name in (f"{request.code}.png", "лист 2.png")]

    assert client.post("/consents/scans/", {"files": files})["Location"] == "/consents/scans/"

    named, other = ScannedPaper.objects.all()
    assert (named.code, other.code) == (request.code, "")
    assert child.full_name in client.get(f"/consents/scans/{named.pk}/").content.decode()
    client.post(f"/consents/scans/{other.pk}/discard/")
    assert list(ScannedPaper.objects.all()) == [named]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"code": "ААААААА2"}, "Листа с таким кодом нет"),
        ({"name": "Никто Совсем"}, "Никого не нашлось"),
        ({"name": "Белкина"}, "Таких несколько"),
        ({}, "Напишите код листа или имя"),
    ],
)
def test_whose_sheet_it_is_must_be_certain(client, organisation, coordinator, typed, said):
    for _twin in range(2):
        make.PersonFactory(organisation=organisation, surname="Белкина", normal_name="белкина тимур")
    (scan,) = actions.keep_scans(organisation, [("лист.png", PICTURE)], by=coordinator)

    page = client.post(f"/consents/scans/{scan.pk}/", {"find": "1", **typed})

    assert (page.status_code, said in page.content.decode()) == (422, True)


def test_a_file_that_is_no_picture_is_refused_with_its_name(client, organisation):
    page = client.post("/consents/scans/", {"files": [SimpleUploadedFile("вирус.exe", b"MZ" * 40)]})

    assert page.status_code == 422
    assert "вирус.exe" in page.content.decode()
    assert ScannedPaper.objects.count() == 0


def test_a_text_is_edited_as_a_draft_and_published_once(client, organisation, coordinator):
    used = actions.text_in_use(organisation, "processing")
    where = client.post("/consents/texts/", {"kind": "processing"})["Location"]
    page = client.get(where)
    parts = {name: page.context["form"][name].initial or page.context["form"].initial[name] for name in
             page.context["form"].fields}  # fmt: skip
    assert client.post(where, {**parts, "purpose": ""}).status_code == 422

    client.post(where, {**parts, "purpose": "Найти друга.", "publish": "1"})

    new = ConsentText.objects.get(kind="processing", number=2)
    used.refresh_from_db()
    assert (new.purpose, new.published_on, used.retired_on) == ("Найти друга.", ON, ON)
    assert len({new.sha256, used.sha256, ""}) == 3
    late = client.post(where, {**parts, "purpose": "Другое.", "version": new.version})
    assert late.status_code == 422
    new.refresh_from_db()
    assert new.purpose == "Найти друга."


def test_a_signed_in_guardian_answers_without_a_link(client, organisation, coordinator):
    child = make.PersonFactory(organisation=organisation)
    mother = make.PersonFactory(organisation=organisation, adult=True)
    add_guardian(child, guardian=mother, starts_on=date(2026, 9, 1), by=coordinator)
    mother.refresh_from_db()
    actions.request_consents(child, kinds=["processing"], by=coordinator)
    client.force_login(mother.user)

    assert "Ждём вашего решения" in client.get("/consents/mine/").content.decode()
    answer = client.post(f"/consents/requests/{ConsentRequest.objects.get().pk}/answer/")

    assert client.get(answer["Location"]).context["asked_for"].person == child


def test_a_new_link_and_calling_off_stop_the_former(client, organisation, coordinator):
    child = make.PersonFactory(organisation=organisation)
    request, secret = actions.request_consents(child, by=coordinator)

    page = client.post(f"/consents/requests/{request.pk}/link/")
    assert queries.by_link(secret) is None
    fresh = page.context["rows"][0][1].split("/")[-2]
    assert queries.by_link(fresh) == request
    client.post(f"/consents/requests/{request.pk}/call-off/")

    assert queries.by_link(fresh) is None


def test_the_lists_cost_the_same_for_one_and_for_three(client, organisation, coordinator):
    counts = []
    child = make.PersonFactory(organisation=organisation)
    for more in (1, 2):
        for number in range(more):
            actions.keep_scans(organisation, [(f"{number}.png", PICTURE)], by=coordinator)
            actions.request_consents(child, by=coordinator)
        for where in ("/consents/scans/", f"/consents/person/{child.pk}/", "/consents/texts/"):
            with CaptureQueriesContext(connection) as found:
                client.get(where)
            counts.append(len(found))

    assert counts[:3] == counts[3:]


def test_the_square_code_leads_a_telephone_to_the_sheet_that_it_photographs(client, organisation, coordinator):
    child = make.PersonFactory(organisation=organisation)
    request = actions.sheets_for([child], kinds=["processing"], by=coordinator)[0]
    where = f"/consents/sheets/{request.pk}/"
    sent = {"attach": "1", "kinds": ["processing"], "parties": ["guardian"], "signed_on": "2026-11-20"}
    assert client.get(where).context["asked"] == request
    assert client.post(where, sent).status_code == 422
    assert client.post(where, {**sent, "photo": SimpleUploadedFile("a.exe", b"MZ" * 9)}).status_code == 422
    assert ScannedPaper.objects.count() == Consent.objects.count() == 0

    answer = client.post(where, {**sent, "photo": SimpleUploadedFile("лист.png", PICTURE)})

    assert answer["Location"] == f"/consents/person/{child.pk}/"
    assert is_processable(child, ON)
    assert ScannedPaper.objects.get().request == request
    client.force_login(make.staff(RoleCode.COORDINATOR))
    assert client.get(where).status_code == 404
