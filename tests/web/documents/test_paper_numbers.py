"""Numbers of papers on pages: which signs they have, how long they are, how many a search finds."""

import pytest

from nastavnik.domain.documents import actions
from nastavnik.domain.documents.models import Document
from nastavnik.web.documents.paper_forms import SIGNS
from tests.domain.documents import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def place(client):
    here = scene.designed()
    client.force_login(here.coordinator)
    return here


def prepared(place, number="42-ОД"):
    return actions.prepare(
        "regulation_order", programme=place.programme, number=number, dated_on=scene.TODAY, by=place.coordinator
    )


def text(answer):
    return answer.content.decode()


@pytest.mark.parametrize("number", ["14-а", "26/1", "№ 42-ОД", "3 (доп.)", "14–а", ""])
def test_a_number_is_of_letters_digits_and_a_few_signs(number):
    assert SIGNS.match(number)


def test_other_signs_and_too_many_of_them_are_told_and_kept(client, place):
    address = f"/documents/new/{place.programme.pk}/regulation_order/"
    signs, long = (
        client.post(address, {"number": number, "dated_on": "2026-11-23"}) for number in ("<b>5</b>", "1" * 31)
    )

    assert (signs.status_code, "В номере бывают буквы" in text(signs)) == (422, True)
    assert "&lt;b&gt;5&lt;/b&gt;" in text(signs)
    assert "Здесь 31 знаков, а помещается 30" in text(long)
    assert 'maxlength="' not in text(client.get(address))
    assert not Document.objects.exists()


def test_a_search_counts_its_own_chips(client, place):
    prepared(place)
    prepared(place, number="43-ОД")
    assert 'num fw-normal">2</b>' in text(client.get("/documents/"))

    found = text(client.post("/documents/", {"search": "1", "q": "43"}, follow=True))

    assert 'num fw-normal">1</b>' in found
