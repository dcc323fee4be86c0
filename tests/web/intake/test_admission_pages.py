"""The list, the card of a mentor, decisions, the self-check that keeps nothing."""

from datetime import date

import pytest

from nastavnik.domain.intake.actions import agreeing
from nastavnik.domain.intake.models import AdmissionDecision, AdmissionItem, AdmissionMark
from nastavnik.domain.people import actions as people
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import ParticipationState, ProgrammeType
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def mentor(now):
    module = make.ModuleFactory(programme__type=ProgrammeType.PUPILS)
    person = make.PersonFactory(organisation=module.organisation, adult=True, with_user=True, surname="Лесова")
    return make.ParticipationFactory(module=module, person=person, mentor=True, state=ParticipationState.ENROLLED)


@pytest.fixture
def by(mentor, client):
    user = make.staff(RoleCode.COORDINATOR, mentor.organisation)
    client.force_login(user)
    return user


def test_from_the_talk_to_the_decision(client, mentor, by):
    page = f"/applications/admission/{mentor.pk}/"
    people.record_clearance(mentor.person, checked_on=date(2026, 11, 2), by=by)
    assert "Допустить к подбору" not in client.get(page).text

    client.post(f"{page}interview/", {"held_on": "2026-11-20", "outcome": "fits", "note": "спокойна"})
    client.post(f"{page}marks/", {"sign_experience": "seen", "sign_age": "seen"})
    assert "Допустить к подбору" in client.get(page).text
    answer = client.post(f"{page}decide/admit/", {"reason": "all_there"})

    mentor.refresh_from_db()
    assert (answer.status_code, mentor.state) == (303, ParticipationState.READY)
    assert [row.sign for row in AdmissionMark.objects.all()] == ["experience"]


def test_what_is_missing_is_said_where_the_decision_is_made(client, mentor, by):
    page = f"/applications/admission/{mentor.pk}/"

    refused = client.post(f"{page}decide/admit/", {"reason": "all_there"})
    waived = client.post(f"{page}points/interview/waive/", {"why": ""})

    assert (refused.status_code, waived.status_code) == (422, 422)
    assert "Не хватает: допуск к работе с детьми, собеседование" in refused.text
    assert client.post(f"{page}points/clearance/waive/", {"why": "знаем"}).status_code == 404


def test_a_cancelled_agreement_keeps_three_working_days(client, mentor, by):
    terms = agreeing.Terms(
        date(2026, 9, 1), date(2026, 9, 1), date(2026, 9, 1), None, "Посещать уроки", "очно", "надбавка"
    )
    agreement = agreeing.sign_agreement(mentor, terms, by=by)
    address = f"/applications/admission/agreements/{agreement.pk}/end/"
    form = {"version": agreement.version, "ended_by": "employer", "notice_on": "2026-11-23", "ended_on": "2026-11-25"}

    early = client.post(address, form)
    assert (early.status_code, "не раньше 26.11.2026" in early.text) == (422, True)
    assert client.post(address, {**form, "ended_on": "2026-11-26"}).status_code == 303


def test_the_psychologist_talks_and_does_not_decide(client, mentor):
    client.force_login(make.staff(RoleCode.PSYCHOLOGIST, mentor.organisation))
    page = f"/applications/admission/{mentor.pk}/"

    text = client.get(page).text

    assert ("Записать беседу" in text, "Пока не допускать" in text) == (True, False)
    assert client.post(f"{page}decide/put_off/", {"reason": "waits_talk"}).status_code == 403


def test_of_the_self_check_nothing_stays_but_the_fact(client, mentor):
    make.RoleAssignmentFactory(user=mentor.person.user, role=RoleCode.MENTOR, organisation=mentor.organisation)
    client.force_login(mentor.person.user)

    page = client.post("/applications/admission/self-check/", {"agreed": ["own_wish", "experience"]}).text

    assert "Ответы нигде не сохранены" in page
    assert "Учится тот, кто делает" in page
    assert [(item.code, item.note) for item in AdmissionItem.objects.all()] == [("self_check", "")]


def test_the_list_takes_the_queries_of_one_for_three(client, mentor, by, django_assert_max_num_queries):
    def queries():
        with django_assert_max_num_queries(40) as asked:
            assert client.get("/applications/admission/").status_code == 200
        return len(asked)

    one = queries()
    for _number in range(2):
        make.ParticipationFactory(module=mentor.module, mentor=True, state=ParticipationState.ENROLLED)

    assert queries() == one


def test_who_came_past_the_checklist_stands_under_a_chip_and_is_recorded_at_once(client, mentor, by):
    people.record_clearance(mentor.person, checked_on=date(2026, 11, 2), by=by)
    bare = make.ParticipationFactory(
        module=mentor.module,
        person=make.PersonFactory(organisation=mentor.organisation, adult=True, surname="Полянская"),
        mentor=True, state=ParticipationState.ENROLLED,
    )  # fmt: skip
    programmes.admit_many([mentor, bare], by=by, reason="listed")
    listed = client.get("/applications/admission/?show=unrecorded").text
    assert ("Лесова" in listed, "Полянская" in listed, "Записать тех, кто не первый год" in listed) == (True,) * 3
    page = client.get("/applications/admission/known/").text
    assert page.count('name="one"') == 1
    assert "Полянская" in page.partition("то, что требует закон</h2>")[2]

    refused = client.post(f"/applications/admission/{bare.pk}/decide/admit/", {"reason": "worked_before"})
    client.post("/applications/admission/known/", {"one": [mentor.pk, bare.pk, "x"]})

    assert "Не хватает: допуск к работе с детьми." in refused.text
    assert [row.participation for row in AdmissionDecision.objects.all()] == [mentor]
    assert "Записать допуск" not in client.get(f"/applications/admission/{mentor.pk}/").text
    assert "Лесова" not in client.get("/applications/admission/?show=unrecorded").text


def test_the_psychologist_sees_who_is_unrecorded_and_writes_no_decision(client, mentor, by):
    programmes.admit_many([mentor], by=by)
    client.force_login(make.staff(RoleCode.PSYCHOLOGIST, mentor.organisation))

    listed = client.get("/applications/admission/?show=unrecorded").text

    assert ("Лесова" in listed, "Записать тех" in listed) == (True, False)
    assert client.get("/applications/admission/known/").status_code == 403
    assert "Проверка не записана" in client.get(f"/applications/admission/{mentor.pk}/").text
