"""Surveys on pages: begun, reminded, copied from paper, closed, read."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.consents.models import Consent
from nastavnik.domain.monitoring import actions, queries, tokens
from nastavnik.domain.monitoring.models import SurveyWave
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.questionnaires import actions as questionnaires
from nastavnik.domain.questionnaires.models import AnswerSheet
from tests import factories as make
from tests.conftest import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
GOOD = {"comfort": "8", "worried": "2", "wish": "Больше встреч"}


def text(answer):
    return answer.content.decode()


@pytest.fixture
def coordinator(client):
    user = make.staff(RoleCode.COORDINATOR)
    client.force_login(user)
    return user


@pytest.fixture
def module(coordinator):
    programme = make.ProgrammeFactory(organisation=coordinator.person.organisation)
    return make.ModuleFactory(programme=programme, organisation=programme.organisation)


def test_a_survey_is_prepared_begun_and_closed(client, module):
    version = make.questionnaire(module.organisation)
    for agreed in (True, True, False):
        child = make.PersonFactory(organisation=module.organisation)
        make.ParticipationFactory(module=module, person=child)
        if agreed:
            make.signed_consent(child)
    fields = {
        "title": "Осень", "questionnaire": version.questionnaire_id, "programme": module.programme_id,
        "roles": ["mentee"], "moment": "before", "starts_on": "2026-11-23", "ends_on": "2026-11-30",
    }  # fmt: skip
    made = client.post("/questionnaires/surveys/new/", fields)
    before = text(client.get(made.url))
    client.post(f"{made.url}open/")
    running = text(client.get(made.url))
    client.post(f"{made.url}remind/")
    closed = client.post(f"{made.url}close/")

    wave = SurveyWave.objects.get()
    assert made.url == f"/questionnaires/waves/{wave.pk}/"
    assert "Начать и пригласить 2\u00a0человека" in before
    assert "Ещё 1\u00a0человека не пригласим" in before
    assert "0 из 2" in running
    assert running.count("ждём") == 2
    assert closed.url == f"{made.url}results/"
    assert "Меньше 5 ответов, не показываем" in text(client.get(closed.url))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"roles": []}, "Здесь пусто"),
        ({"ends_on": "2026-11-01"}, "заканчивается раньше"),
        ({"by_code": "on"}, "Общий код бывает только у опроса без имён"),
    ],
)
def test_what_does_not_fit_is_told(client, module, changed, said):
    version = make.questionnaire(module.organisation)
    fields = {
        "title": "Осень", "questionnaire": version.questionnaire_id, "programme": module.programme_id,
        "roles": ["mentee"], "moment": "once", "starts_on": "2026-11-23",
    } | changed  # fmt: skip

    answer = client.post("/questionnaires/surveys/new/", fields)

    assert answer.status_code == 422
    assert said in text(answer)


def test_sheets_are_copied_one_after_another_by_their_codes(client, module):
    wave = make.open_wave(module=module, mentees=2)
    first, second = wave.invitations.all()
    enter = f"/questionnaires/waves/{wave.pk}/enter/"

    found = client.post(enter, {"code": tokens.spaced(make.token(first)).lower()})
    unknown = client.post(enter, {"code": "АВЕК"})
    wrong = client.post(found.url, GOOD | {"comfort": "12"})
    saved = client.post(found.url, GOOD)
    last = client.post(saved.url, {"comfort": "3"})

    assert found.url == f"{enter}{first.pk}/"
    assert "Листа с таким кодом здесь нет" in text(unknown)
    assert (wrong.status_code, "от 1 до 10" in text(wrong), 'value="12"' in text(wrong)) == (422, True, True)
    assert saved.url == f"{enter}{second.pk}/"
    assert last.url == f"/questionnaires/waves/{wave.pk}/"
    assert [sheet.answers for sheet in AnswerSheet.objects.order_by("submitted_at", "respondent__surname")] == [
        {"comfort": 8, "worried": False, "wish": "Больше встреч"}, {"comfort": 3},
    ]  # fmt: skip
    sheet = AnswerSheet.objects.get(respondent=first.person)
    page = text(client.get(f"/questionnaires/sheets/{sheet.pk}/"))
    assert first.person.surname in page
    assert "спокойно" in page


def test_sheets_without_names_follow_each_other(client, module):
    wave = make.open_wave(module=module, mentees=2, is_anonymous=True)
    enter = f"/questionnaires/waves/{wave.pk}/enter/"

    opened = client.get(enter)
    saved = client.post(opened.url, GOOD)
    page = text(client.get(f"/questionnaires/waves/{wave.pk}/"))

    sheet = AnswerSheet.objects.get()
    assert (opened.url, saved.url) == (f"{enter}sheet/", f"{enter}sheet/")
    assert (sheet.entered_by, sheet.respondent, sheet.submitted_at) == (None, None, None)
    assert "1 из 2" in page
    for invitation in wave.invitations.all():
        assert invitation.person.surname not in page


def test_cards_and_forms_are_for_those_who_did_not_answer(client, module):
    wave = make.open_wave(module=module, mentees=2)
    first, second = wave.invitations.all()
    actions.enter_paper(wave, {"comfort": "5"}, invitation=first, by=None)

    cards = text(client.get(f"/questionnaires/waves/{wave.pk}/cards/"))
    forms = client.get(f"/questionnaires/waves/{wave.pk}/papers/")

    assert tokens.spaced(make.token(second)) in cards
    assert tokens.spaced(make.token(first)) not in cards
    assert forms.content[:5] == b"%PDF-"


def test_who_is_asked_finds_it_after_signing_in(client, module):
    wave = make.open_wave(module=module, mentees=1)
    invitation = wave.invitations.get()
    client.force_login(invitation.person.user)

    page = text(client.get("/questionnaires/mine/"))

    assert "Опрос осенью" in page
    assert f"/s/{make.token(invitation)}/" in page


def test_numbers_of_a_wave_are_shown_with_n(client, module):
    wave = make.open_wave(module=module, mentees=5)
    for invitation in wave.invitations.all():
        actions.enter_paper(wave, {"comfort": "8", "worried": "no"}, invitation=invitation, by=None)

    page = text(client.get(f"/questionnaires/waves/{wave.pk}/results/"))

    assert "Ответили 5 из 5 на 23.11.2026" in page
    assert "Среднее: <b" in page
    assert "0 из 5" in page
    assert "Никто не ответил" in page


@pytest.mark.parametrize("address", ["surveys/", "waves/{}/", "waves/{}/enter/", "waves/{}/cards/"])
def test_lists_ask_as_often_for_one_as_for_three(client, module, address):
    counts = []
    for mentees in (1, 3):
        wave = make.open_wave(module=module, mentees=mentees)
        path = f"/questionnaires/{address.format(wave.pk)}"
        client.get(path)
        with CaptureQueriesContext(connection) as seen:
            client.get(path)
        counts.append(len(seen))

    assert counts[0] == counts[1]


@pytest.fixture
def twice(module):
    """A survey asked before and after: six people the first time, five of them the second."""
    before = make.open_wave(module=module, mentees=6)
    for number, invitation in enumerate(before.invitations.all()):
        actions.enter_paper(before, {"comfort": str(3 + number % 2)}, invitation=invitation, by=None)
    after = actions.open_wave(
        actions.plan_wave(before.survey, moment="after", starts_on=date(2026, 11, 23), by=None), by=None
    )
    for invitation in list(after.invitations.all())[:5]:
        actions.enter_paper(after, {"comfort": "8", "worried": "no"}, invitation=invitation, by=None)
    return before, after


def test_who_answered_both_times_is_compared(client, twice):
    before, after = twice

    results = text(client.get(f"/questionnaires/waves/{after.pk}/results/"))
    page = text(client.get(f"/questionnaires/waves/{after.pk}/change/{before.pk}/"))

    assert f"/questionnaires/waves/{after.pk}/change/{before.pk}/" in results
    assert "<b>+4,60</b>" in page  # 8 less the mean of 3, 4, 3, 4, 3
    assert "6, 5, оба раза 5" in page
    assert "Посчитано</dt><dd>23.11.2026" in page
    assert client.get(f"/questionnaires/waves/{before.pk}/change/{after.pk}/").status_code == 404


def test_with_few_who_answered_both_times_no_mean_is_told(client, twice):
    before, after = twice
    withdraw_consent(Consent.objects.filter(person=after.invitations.first().person).get(), on=NOW.date(), by=None)

    page = text(client.get(f"/questionnaires/waves/{after.pk}/change/{before.pk}/"))

    assert "Оба раза ответили меньше 5 человек" in page
    assert "Среднее" not in page
    assert "4,60" not in page


def test_the_ready_one_before_is_compared_with_the_ready_one_after(coordinator, module):
    waves = []
    for code in ("mentee_before_student_student", "mentee_after_student_student", "mentor_after_student_student"):
        version = questionnaires.take_ready(module.organisation, code, by=None)
        survey = actions.create_survey(
            module.programme, questionnaire=version.questionnaire, title=code, roles=["mentee"], by=None
        )
        waves.append(actions.plan_wave(survey, starts_on=date(2026, 11, 20), by=None))
    SurveyWave.objects.update(state="open")
    before, after, other = SurveyWave.objects.order_by("pk")

    assert queries.waves_before(after, coordinator) == [before]
    assert queries.waves_before(other, coordinator) == []
    assert queries.waves_before(before, coordinator) == []


def test_nobody_knows_who_answered_a_survey_without_names_twice(coordinator, module):
    before = make.open_wave(module=module, mentees=1, is_anonymous=True)
    after = actions.plan_wave(before.survey, starts_on=date(2026, 11, 23), by=None)
    SurveyWave.objects.update(state="open")

    assert queries.waves_before(SurveyWave.objects.get(pk=after.pk), coordinator) == []


def test_a_survey_may_ask_the_people_of_one_module_alone(client, module):
    version = make.questionnaire(module.organisation)
    other = make.ModuleFactory(programme=module.programme, organisation=module.organisation, title="Второй модуль")
    strange = make.ModuleFactory(organisation=module.organisation, title="Чужая программа")
    for place in (module, other):
        child = make.PersonFactory(organisation=module.organisation)
        make.ParticipationFactory(module=place, person=child)
        make.signed_consent(child)
    fields = {
        "title": "Осень", "questionnaire": version.questionnaire_id, "programme": module.programme_id,
        "roles": ["mentee"], "moment": "before", "starts_on": "2026-11-23",
    }  # fmt: skip

    refused = client.post("/questionnaires/surveys/new/", fields | {"module": strange.pk})
    made = client.post("/questionnaires/surveys/new/", fields | {"module": other.pk})
    page = text(client.get(made.url))

    assert (refused.status_code, "из другой программы" in text(refused)) == (422, True)
    assert "Второй модуль" in page
    assert "Начать и пригласить 1" in page
