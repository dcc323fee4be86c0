"""The sheets of a request: a sheet a consent, the words that were asked, room for every signature of the age."""

from datetime import date

import pytest

from nastavnik.domain.consents import actions
from nastavnik.domain.consents.queries import requests_of
from nastavnik.domain.consents.squares import mark_of
from nastavnik.domain.documents.adapter.asked_consent import sheets_of
from nastavnik.domain.documents.rendering.blocks import Signatures
from nastavnik.domain.documents.rendering.papers import render_many, text_of
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.documents.rendering.test_render_pdf import pages_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def by():
    return make.staff(RoleCode.COORDINATOR)


def sheets(person, kinds, by, base="", **asked):
    actions.request_consents(person, kinds=kinds, by=by, **asked)
    return sheets_of(requests_of(person).get(), base)


def signers(paper):
    return [
        row[0] for block in paper.section("signatures").blocks if isinstance(block, Signatures) for row in block.rows
    ]


def test_each_consent_has_a_sheet_with_the_words_and_the_code(by):
    organisation = by.person.organisation
    organisation.inn, organisation.legal_address = "7700000000", "г. Заозёрск, ул. Школьная, 1"
    organisation.save()
    child = make.PersonFactory(organisation=organisation, surname="Белозерская", given_name="Ксения")

    first, second = sheets(
        child, ["processing", "participation"], by, base="https://school.example", until=date(2027, 5, 31)
    )

    request = requests_of(child).get()
    said = "\n".join(text_of(first)).replace("\u00a0", " ")
    for part in ("operator", "purpose", "data", "actions", "third_parties", "withdrawal"):
        assert getattr(request.asked.first().text, part)[:60] in said
    assert "ИНН 7700000000, адрес: г. Заозёрск, ул. Школьная, 1" in said
    assert "Последний день согласия: 31 мая 2027 г." in said
    assert request.code.replace("-", "\u2011") in said
    at = f"https://school.example/consents/sheets/{request.pk}/?s="
    assert (first.square, second.square) == (f"{at}1-{mark_of(request.code)}", f"{at}2-{mark_of(request.code)}")
    assert "на участие в программе" in "\n".join(text_of(second))
    assert "персональных данных на следующих" not in "\n".join(text_of(second))


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        (date(2014, 3, 2), ["Законный представитель"]),
        (date(2011, 5, 1), ["Законный представитель", "Участник"]),
        (date(1990, 5, 1), ["Участник"]),
    ],
)
def test_the_sheet_has_lines_for_those_who_sign_by_age(by, born, expected):
    person = make.PersonFactory(organisation=by.person.organisation, birth_date=born)

    assert signers(sheets(person, ["processing"], by)[0]) == expected


def test_every_delivered_text_keeps_to_one_page(by):
    organisation = by.person.organisation
    organisation.title = "Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 17» города Заозёрска"
    organisation.inn, organisation.ogrn = "7700000000", "1027700000000"
    organisation.legal_address, organisation.consents_email = "г. Заозёрск, ул. Школьная, 1", "mail@school.example"
    organisation.save()
    child = make.PersonFactory(organisation=organisation, birth_date=date(2011, 5, 1))
    papers = sheets(child, ["processing", "participation", "publication", "diagnostics"], by, until=date(2027, 5, 31))

    for paper in papers:
        assert pages_of(render_many([paper])) == 1


def test_an_unknown_address_of_the_server_leaves_the_code_alone(by, settings):
    settings.PUBLIC_URL = ""
    child = make.PersonFactory(organisation=by.person.organisation)

    assert sheets(child, ["processing"], by)[0].square == f"{requests_of(child).get().code} 1"


def test_a_sheet_that_was_answered_by_link_says_whose_name_was_typed(by):
    organisation = by.person.organisation
    organisation.consent_by_link, organisation.legal_address = True, "г. Заозёрск, ул. Школьная, 1"
    organisation.save()
    child = make.PersonFactory(organisation=organisation)
    request, _secret = actions.request_consents(child, kinds=["processing"], by=by)
    actions.answer_request(request, ["processing"], signer_name="Пупкина Анна")

    (paper,) = sheets_of(requests_of(child).get())

    said = "\n".join(text_of(paper)).replace("\u00a0", " ")
    assert "подписано именем «Пупкина Анна», в карточке такого родителя нет" in said
