"""Putting a programme before the head; the head's answer; what is shown of it."""

import pytest
from django.urls import reverse

from nastavnik.core import clock
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes import actions
from nastavnik.domain.programmes.enums import ProgrammeState
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def programme():
    return make.ModuleFactory(programme__state=ProgrammeState.PREPARING, programme__goal="Было").programme


@pytest.fixture
def coordinator(programme):
    return make.staff(RoleCode.COORDINATOR, programme.organisation)


@pytest.fixture
def head(programme):
    return make.staff(RoleCode.HEAD, programme.organisation, surname="Черных", given_name="Лев")


def page(client, user, programme):
    client.force_login(user)
    return client.get(reverse("programmes:programme", args=[programme.pk])).content.decode()


def post(client, user, name, programme, **data):
    client.force_login(user)
    return client.post(reverse(f"programmes:{name}", args=[programme.pk]), data).status_code


def test_the_way_of_a_programme_to_the_head_and_back(client, programme, coordinator, head):
    assert "Отправить руководителю" in page(client, coordinator, programme)
    assert "Согласовать программу" not in page(client, head, programme)

    assert post(client, coordinator, "propose", programme) == 303
    assert "Ждёт руководителя с 23" in page(client, coordinator, programme)
    shown = page(client, head, programme)
    assert "Согласовать программу" in shown
    assert "Отправить руководителю" not in shown

    assert post(client, head, "send_back", programme, note="") == 422
    assert post(client, head, "send_back", programme, note="Нужны сроки") == 303
    assert "Нужны сроки" in page(client, coordinator, programme)

    assert post(client, coordinator, "propose", programme) == 303
    assert post(client, head, "agree", programme) == 303
    assert post(client, head, "agree", programme) == 409
    assert "Черных Лев" in page(client, coordinator, programme)


def test_what_changed_after_the_agreement_is_warned_about_and_can_be_agreed_anew(
    client, programme, coordinator, head, monkeypatch
):
    actions.agree(programme, by=head)
    client.force_login(coordinator)
    edit = reverse("programmes:edit", args=[programme.pk])
    assert "попросите руководителя согласовать её ещё раз" in client.get(edit).content.decode()
    later(monkeypatch)

    form = client.get(edit).context["form"]
    said = {name: form.get_initial_for_field(field, name) or "" for name, field in form.fields.items()}
    assert client.post(edit, {**said, "goal": "Стало"}).status_code == 303

    shown = page(client, coordinator, programme)
    assert "После этого кое-что изменилось" in shown
    assert "цель" in shown
    assert "Согласовать заново" in shown
    assert post(client, coordinator, "reopen", programme) == 303
    assert "кое-что изменилось" not in page(client, coordinator, programme)
    programme.refresh_from_db()
    assert (programme.state, programme.goal) == (ProgrammeState.PROPOSED, "Стало")


def test_what_did_not_change_is_not_asked_about_again(client, programme, coordinator, head):
    actions.agree(programme, by=head)

    assert "Согласовать заново" not in page(client, coordinator, programme)


def test_to_begin_without_the_head_is_said_beside_the_button_and_is_over_afterwards(client, programme, coordinator):
    assert "Руководитель ещё не согласовал программу" in page(client, coordinator, programme)

    assert post(client, coordinator, "launch", programme) == 303

    shown = page(client, coordinator, programme)
    assert ["Руководитель ещё не" in shown, "Отправить руководителю" in shown, "Не спрашивали" in shown] == [False] * 3
    assert "Программу начали без отдельного согласия" in shown


def later(monkeypatch):
    moment = clock.now()
    monkeypatch.setattr(clock, "now", lambda: moment.replace(hour=moment.hour + 1))


def test_a_coordinator_does_not_agree_and_a_head_does_not_put_forward(client, programme, coordinator, head):
    assert post(client, coordinator, "agree", programme) == 403
    assert post(client, coordinator, "send_back", programme, note="x") == 403
    assert post(client, head, "propose", programme) == 403
    assert post(client, head, "reopen", programme) == 403


def test_the_head_of_another_institution_finds_nothing(client, programme):
    stranger = make.staff(RoleCode.HEAD)

    assert post(client, stranger, "agree", programme) == 404


def test_needs_council_stage_and_note_are_edited_and_shown(client, programme, coordinator):
    client.force_login(coordinator)
    said = {
        "version": 1, "title": programme.title, "goal": "Цель", "note": "Потому что нужно", "first_needs": "дроби",
        "education_stage": "basic", "activity": "study", "council_on": "2026-08-28", "council_protocol": "1-а",
        "ends_on": "2027-05-31",
    }  # fmt: skip

    assert client.post(reverse("programmes:edit", args=[programme.pk]), said).status_code == 303

    shown = page(client, coordinator, programme)
    for words in ("Потому что нужно", "дроби", "основная школа", "учёба, предметы", "28.08.2026", "протокол № 1-а"):
        assert words in shown.replace("\u00a0", " ")


def test_where_there_is_no_head_the_page_says_where_to_name_one(client, programme, coordinator):
    client.force_login(coordinator)

    refused = client.post(reverse("programmes:propose", args=[programme.pk]))

    assert (refused.status_code, refused.content.decode().count('<a href="/organisation/staff/">')) == (422, 1)
    programme.refresh_from_db()
    assert programme.state == ProgrammeState.PREPARING
