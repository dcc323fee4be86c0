"""An institution's own templates on pages."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.documents import actions
from nastavnik.domain.documents.models import OwnTemplate
from tests.domain.documents import scene
from tests.domain.documents.test_own_templates import GOOD, PROGRAM, docx

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
PAGE = "/documents/templates/coordinator_order/"


@pytest.fixture
def place():
    return scene.school()


@pytest.fixture
def at_work(client, place):
    client.force_login(place.coordinator)
    return client


def text(answer):
    return answer.content.decode()


def upload(client, content, name="приказ.docx"):
    return client.post(PAGE, {"file": SimpleUploadedFile(name, content)})


def test_ours_is_downloaded_changed_and_taken_back(at_work, place):
    ours = at_work.get(f"{PAGE}ours/")
    assert "filename*=UTF-8''" in ours.headers["Content-Disposition"]

    answer = upload(at_work, ours.content)

    assert (answer.status_code, answer.url) == (303, PAGE)
    page = text(at_work.get(PAGE))
    assert all(words in page for words in ("приказ.docx", place.coordinator.person.list_name, "только DOCX"))
    assert "есть в вашем" in page
    assert at_work.get(f"{PAGE}own/").content == ours.content


def test_a_draft_says_that_it_is_a_docx_alone(at_work, place):
    upload(at_work, GOOD)

    draft = actions.prepare(
        "coordinator_order", programme=place.module.programme, dated_on=scene.TODAY, by=place.coordinator
    )

    page = text(at_work.get(f"/documents/{draft.pk}/"))
    assert ("Скачать DOCX" in page, "Скачать PDF" in page, "по вашему образцу" in page.lower()) == (True, False, True)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (PROGRAM, "приказ.docx", "Это не документ Word."),
        (docx("{{ body.__class__ }}"), "приказ.docx", "стоит программный код"),
        (docx("{{ nomer }}", "{{ body }}"), "приказ.docx", "Этих полей у документа нет: {{ nomer }}."),
        (b"", "приказ.docx", "Это не документ Word."),
    ],
)
def test_a_bad_file_is_told_at_its_field_and_changes_nothing(at_work, place, content, name, said):
    answer = upload(at_work, content, name)

    assert (answer.status_code, said in text(answer)) == (422, True)
    assert not OwnTemplate.objects.exists()


def test_no_file_is_said(at_work, place):
    assert at_work.post(PAGE, {}).status_code == 422


def test_it_can_be_left_for_ours_again(at_work, place):
    upload(at_work, GOOD)

    answer = at_work.post(f"{PAGE}stop/")

    assert answer.status_code == 303
    assert "по нашему образцу" in text(at_work.get(PAGE))
    assert at_work.post(f"{PAGE}stop/").status_code == 404
    assert at_work.get(f"{PAGE}own/").status_code == 404


def test_another_organisation_sees_none_of_it(client, at_work, place):
    upload(at_work, GOOD)
    client.force_login(scene.school().coordinator)

    assert "приказ.docx" not in text(client.get("/documents/templates/"))
    assert client.get(f"{PAGE}own/").status_code == 404


def test_the_list_costs_the_same_for_none_and_three(at_work, place):
    def cost():
        with CaptureQueriesContext(connection) as captured:
            assert at_work.get("/documents/templates/").status_code == 200
        return len(captured)

    actions.upload_template(place.organisation, "roadmap", content=GOOD, name="а.docx", by=place.coordinator)
    one = cost()
    for code in ("regulation", "certificate"):
        actions.upload_template(place.organisation, code, content=GOOD, name="а.docx", by=place.coordinator)

    assert cost() == one


def test_an_unknown_kind_is_not_there(at_work, place):
    assert at_work.get("/documents/templates/passport/").status_code == 404
    assert io.BytesIO(at_work.get(f"{PAGE}ours/").content).read(2) == b"PK"


def test_a_draft_of_an_own_template_says_that_only_its_words_are_shown(at_work, place):
    document = actions.prepare("coordinator_order", programme=place.module.programme, dated_on=scene.TODAY,
                               by=place.coordinator)  # fmt: skip
    address, told = f"/documents/{document.pk}/", "Вид возьмётся из вашего образца"
    assert told not in text(at_work.get(address))

    actions.upload_template(place.organisation, "coordinator_order", content=GOOD, name="а.docx", by=place.coordinator)
    actions.refresh(document, by=place.coordinator)

    assert told in text(at_work.get(address))
