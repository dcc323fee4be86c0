"""What a telephone is told: the code as it was given out, a slip of the year, what is still waited for."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from nastavnik.domain.consents.actions import answer_request
from nastavnik.domain.consents.models import ConsentRequest
from nastavnik.domain.intake import actions
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def begun():
    """(application, its code)"""
    cache.clear()
    application, code = actions.start(make.IntakeFactory(takes_mentors=False))
    return application, code


def go_on(code):
    phone = Client()
    phone.post(reverse("public:apply_continue"), {"code": code})
    return phone


def test_the_code_is_shown_as_it_was_given_out_however_it_was_typed(begun):
    application, code = begun
    phone = go_on(code.lower().replace("-", " ").replace("ё", "е"))

    assert code in phone.get(reverse("public:apply_code", args=[application.intake.token])).content.decode()


def test_nobody_of_two_years_applies(begun):
    application, code = begun
    where = reverse("public:apply_page", args=[application.intake.token, "birth"])
    phone = go_on(code)

    page = phone.post(where, {"birth_date": "05.05.2024"})

    assert (page.status_code, "Проверьте год рождения" in page.content.decode()) == (422, True)
    assert phone.post(where, {"birth_date": "05.05.2014"}).status_code == 303


def test_what_was_answered_is_waited_for_no_more():
    cache.clear()
    application, code = make.draft(make.IntakeFactory(takes_mentors=False))
    intake, phone = application.intake, go_on(code)
    intake.organisation.consent_by_link, intake.organisation.legal_address = True, "г. Заозёрск, ул. Школьная, 1"
    intake.organisation.save()
    phone.post(reverse("public:apply_check", args=[intake.token]))
    where = reverse("public:apply_sent", args=[intake.token])
    assert "Для родителя или опекуна" in phone.get(where).content.decode()

    answer_request(ConsentRequest.objects.get(), ["processing", "participation"], signer_name="Ветрова Анна Игоревна")

    page = phone.get(where).content.decode()
    assert "Согласие получено." in page
    assert "Для родителя или опекуна" not in page
