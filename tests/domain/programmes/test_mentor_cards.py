"""The public card of a mentor: by a consent of its own, asked anew at every request."""

from datetime import date

import pytest

from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.consents.enums import ConsentKind, SigningParty
from nastavnik.domain.programmes import actions, queries
from nastavnik.domain.programmes.errors import CardNeedsConsent
from nastavnik.domain.programmes.models import MentorCard
from nastavnik.domain.programmes.records import ProfileValues
from tests import factories as make
from tests.factories.consents import ConsentFactory, ConsentSignatureFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
SECRETS = ("+79000000000", "mail@school.example", "7Б", "1985", "2010", "Игоревна", "+7900")


def mentor(**person):
    someone = make.PersonFactory(
        surname="Ветрова", given_name="Полина", patronymic="Игоревна", phone="+79000000000",
        email="mail@school.example", **person,
    )  # fmt: skip
    taking = make.ParticipationFactory(
        mentor=True, module__programme__organisation=someone.organisation, person=someone
    )
    said = ProfileValues(competences=("алгебра", "шахматы"), achievements="призёр олимпиады")
    actions.set_profile(taking, values=said, by=None)
    return taking


def agreed(taking, *parties):
    """A consent to publication with these signatures."""
    given = ConsentFactory(person=taking.person, kind=ConsentKind.PUBLICATION)
    for party in parties:
        ConsentSignatureFactory(consent=given, party=party)
    return given


@pytest.fixture
def grown_up():
    return mentor(adult=True)


@pytest.fixture
def pupil():
    taking = mentor(birth_date=date(2010, 5, 1))
    make.signed_consent(taking.person)
    return taking


def test_without_the_consent_to_publication_there_is_no_card(grown_up, pupil):
    agreed(pupil, SigningParty.GUARDIAN)  # of sixteen years: the own signature is missing

    for taking in (grown_up, pupil):
        with pytest.raises(CardNeedsConsent):
            actions.publish_card(taking, by=None)
    assert not MentorCard.objects.exists()


def test_a_grown_up_is_named_and_so_is_what_they_do(grown_up, client):
    agreed(grown_up, SigningParty.ADULT)
    card = actions.publish_card(grown_up, by=None)

    page = client.get(f"/m/{card.token}/")

    said = page.content.decode()
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert page.headers["Cache-Control"] == "no-store"
    assert [
        one for one in ("Ветрова Полина Игоревна", "учитель", "алгебра", "призёр", "ученик") if one not in said
    ] == []
    assert [one for one in ("+7900", "mail@", "1985") if one in said] == []


def test_a_minor_has_neither_surname_nor_class_nor_day_of_birth(pupil, client):
    agreed(pupil, SigningParty.GUARDIAN, SigningParty.CHILD)
    group = make.StudyGroupFactory(academic_year=pupil.module.programme.academic_year, title="7Б")
    pupil.person.enrolments.create(organisation=pupil.organisation, study_group=group, starts_on=date(2026, 9, 1))
    card = actions.publish_card(pupil, by=None)

    said = client.get(f"/m/{card.token}/").content.decode()

    assert "Полина\u00a0В." in said
    assert [one for one in ("Ветров", *SECRETS) if one in said] == []


def test_whose_age_nobody_knows_is_named_like_a_minor(client):
    taking = mentor(birth_date=None)
    agreed(taking, SigningParty.ADULT)

    assert queries.written_on_card(taking).name == "Полина\u00a0В."


@pytest.mark.parametrize("kind", [ConsentKind.PUBLICATION, ConsentKind.PROCESSING])
def test_a_consent_withdrawn_shuts_the_page_at_once_and_names_nobody(pupil, client, kind):
    agreed(pupil, SigningParty.GUARDIAN, SigningParty.CHILD)
    card = actions.publish_card(pupil, is_indexed=True, by=None)
    assert "X-Robots-Tag" not in client.get(f"/m/{card.token}/").headers

    withdraw_consent(pupil.person.consents.get(kind=kind), on=date(2026, 11, 23), by=None)

    page = client.get(f"/m/{card.token}/")
    assert page.status_code == 410
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "Полина" not in page.content.decode()
    assert "Ветров" not in page.content.decode()


def test_a_card_is_closed_and_opened_at_its_former_address(grown_up, client):
    agreed(grown_up, SigningParty.ADULT)
    token = actions.publish_card(grown_up, by=None).token

    actions.close_card(grown_up, by=None)
    assert client.get(f"/m/{token}/").status_code == 410

    assert actions.publish_card(grown_up, by=None).token == token
    assert client.get(f"/m/{token}/").status_code == 200
    actions.leave(grown_up, by=None)
    assert client.get(f"/m/{token}/").status_code == 410
    assert client.get("/m/unknown/").status_code == 404


def test_the_coordinator_sees_what_everybody_will_and_opens_it(client):
    user = make.staff("coordinator")
    taking = mentor(adult=True, organisation=user.person.organisation)
    client.force_login(user)
    address = f"/registers/{taking.pk}/card/"

    refused = client.post(address, follow=True)
    assert (refused.status_code, MentorCard.objects.count()) == (422, 0)
    assert "нет действующего согласия на публикацию" in refused.content.decode()
    agreed(taking, SigningParty.ADULT)
    opened = client.post(address, {"is_indexed": "on"}, follow=True)

    card = MentorCard.objects.get()
    assert card.is_indexed
    assert f"/m/{card.token}/" in opened.content.decode()
    client.post(f"{address}close/")
    card.refresh_from_db()
    assert card.closed_on is not None
