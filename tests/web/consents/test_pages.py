"""Whose consent is missing, recording papers, withdrawal, the guardian's page."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.consents.models import Consent
from nastavnik.domain.consents.queries import is_processable
from nastavnik.domain.people.actions import add_guardian
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
URL = "/consents/"
ON = date(2026, 11, 23)


@pytest.fixture
def coordinator(client):
    user = make.staff(RoleCode.COORDINATOR)
    client.force_login(user)
    return user


@pytest.fixture
def organisation(coordinator):
    return coordinator.person.organisation


def names(response):
    return [person.surname for person, _badge in response.context["rows"]]


def test_the_list_says_whose_signature_is_missing(client, organisation):
    make.PersonFactory(organisation=organisation, surname="Аистова")
    make.PersonFactory(organisation=organisation, surname="Белкина", birth_date=date(2011, 5, 1))
    make.signed_consent(make.PersonFactory(organisation=organisation, surname="Воронина"))
    make.signed_consent(
        make.PersonFactory(organisation=organisation, surname="Голубева"), withdrawn_on=date(2026, 11, 3)
    )
    make.signed_consent(make.PersonFactory(organisation=organisation, surname="Дятлова"), ends_on=date(2026, 12, 5))
    make.PersonFactory(surname="Чужая")

    page = client.get(URL)

    assert names(page) == ["Аистова", "Белкина"]
    assert "подписи родителя" in page.content.decode()
    assert "подписей родителя и ребёнка" in page.content.decode()
    assert names(client.get(URL, {"show": "withdrawn"})) == ["Голубева"]
    assert names(client.get(URL, {"show": "expiring"})) == ["Дятлова"]
    assert names(client.get(URL, {"show": "agreed"})) == ["Воронина", "Дятлова"]


def test_papers_are_recorded_for_many(client, organisation):
    little = make.PersonFactory(organisation=organisation)
    big = make.PersonFactory(organisation=organisation, birth_date=date(2011, 5, 1))
    other = make.PersonFactory(organisation=organisation)

    answer = client.post(
        URL, {"person": [little.pk, big.pk], "parties": ["guardian", "child"], "signed_on": "2026-11-20"}
    )

    assert answer.status_code == 303
    assert [is_processable(child, ON) for child in (little, big, other)] == [True, True, False]
    parties = {child: {s.party for s in Consent.objects.get(person=child).signatures.all()} for child in (little, big)}
    assert parties == {little: {"guardian"}, big: {"guardian", "child"}}


@pytest.mark.parametrize(
    "form",
    [
        {"parties": ["guardian"], "signed_on": "2026-11-20"},
        {"person": ["child"], "parties": [], "signed_on": "2026-11-20"},
        {"person": ["child"], "parties": ["guardian"], "signed_on": "2026-11-24"},
        {"person": ["child"], "parties": ["guardian"], "signed_on": "2026-11-20", "ends_on": "2026-09-01"},
        {"person": ["child"], "parties": ["child"], "signed_on": "2026-11-20"},
        {"person": ["stranger"], "parties": ["guardian"], "signed_on": "2026-11-20"},
    ],
    ids=["nobody chosen", "nobody signed", "tomorrow", "backwards", "too young", "of another school"],
)
def test_what_cannot_be_recorded_is_said(client, organisation, form):
    people = {"child": make.PersonFactory(organisation=organisation), "stranger": make.PersonFactory()}
    sent = {**form, "person": [people[name].pk for name in form.get("person", [])]}

    answer = client.post(URL, sent)

    assert answer.status_code == 422
    assert Consent.objects.count() == 0


def test_a_named_guardian_signs_for_one_child_and_withdraws(client, organisation, coordinator):
    child = make.PersonFactory(organisation=organisation)
    mother = make.PersonFactory(organisation=organisation, adult=True, surname="Аистова")
    add_guardian(child, guardian=mother, starts_on=date(2026, 9, 1), by=coordinator)
    url = f"/consents/person/{child.pk}/"

    client.post(url, {"parties": ["guardian"], "signer": mother.pk, "signed_on": "2026-11-20"})
    consent = Consent.objects.get()
    assert consent.signatures.get().signer == mother
    assert "Аистова" in client.get(url).content.decode()

    answer = client.post(f"/consents/{consent.pk}/withdraw/", {"on": "2026-11-23"})

    assert answer.status_code == 303
    assert not is_processable(child, ON)
    assert "перестало действовать 23.11.2026" in client.get(url).content.decode()


def test_another_organisations_child_does_not_exist(client, coordinator):
    consent = make.signed_consent(make.PersonFactory())

    assert client.get(f"/consents/person/{consent.person_id}/").status_code == 404
    assert client.post(f"/consents/{consent.pk}/withdraw/", {"on": "2026-11-23"}).status_code == 404


def test_a_guardian_sees_the_consents_of_their_own_child_only(client, organisation, coordinator):
    child = make.PersonFactory(organisation=organisation, surname="Аистова")
    other = make.PersonFactory(organisation=organisation, surname="Чужая")
    for person in (child, other):
        make.signed_consent(person)
    mother = make.PersonFactory(organisation=organisation, adult=True)
    add_guardian(child, guardian=mother, starts_on=date(2026, 9, 1), by=coordinator)
    mother.refresh_from_db()
    client.force_login(mother.user)

    page = client.get("/consents/mine/").content.decode()

    assert "Аистова" in page
    assert "Согласие есть" in page
    assert "Чужая" not in page
    assert f"/consents/{child.consents.get().pk}/withdraw/" not in page  # that page asks for a day and is the staff's
    assert client.get(URL).status_code == 403


@pytest.mark.parametrize(
    ("role", "status"), [("teacher", 200), ("psychologist", 200), ("head", 403), ("mentee", 403), ("mentor", 403)]
)
def test_who_collects_consents(client, role, status):
    client.force_login(make.staff(role))

    assert client.get(URL).status_code == status


@pytest.mark.parametrize("show", ["", "withdrawn", "agreed"])
def test_the_list_costs_the_same_for_one_and_for_three(client, organisation, show):
    counts = []
    for more in (1, 2):
        for _child in range(more):
            make.PersonFactory(organisation=organisation, with_user=True)
            make.signed_consent(make.PersonFactory(organisation=organisation, with_user=True))
            make.signed_consent(
                make.PersonFactory(organisation=organisation, with_user=True), withdrawn_on=date(2026, 11, 3)
            )
        with CaptureQueriesContext(connection) as found:
            client.get(URL, {"show": show})
        counts.append(len(found))

    assert counts[0] == counts[1] <= 12


def test_a_guardian_takes_the_own_childs_consent_back_at_once_and_nobody_elses(client, organisation, coordinator):
    child, other = make.PersonFactory(organisation=organisation), make.PersonFactory(organisation=organisation)
    own, foreign = make.signed_consent(child), make.signed_consent(other)
    mother = make.PersonFactory(organisation=organisation, adult=True)
    add_guardian(child, guardian=mother, starts_on=date(2026, 9, 1), by=coordinator)
    mother.refresh_from_db()
    client.force_login(mother.user)
    where = f"/consents/mine/{own.pk}/withdraw/"
    assert where in client.get("/consents/mine/").content.decode()

    assert client.post(where)["Location"] == "/consents/mine/"

    assert (is_processable(child, ON), is_processable(other, ON)) == (False, True)
    assert client.post(f"/consents/mine/{foreign.pk}/withdraw/").status_code == 404
    assert client.get(where).status_code == 404
