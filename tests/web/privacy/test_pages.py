"""What is held, requests, erasing with its act, terms: the pages."""

import io
import json
import re
from datetime import date, time

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from nastavnik.domain.mentorships.models import Meeting
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.models import Person
from nastavnik.domain.privacy.models import DataRequest, ErasureAct
from nastavnik.domain.programmes.models import ParticipationProfile
from nastavnik.domain.questionnaires.actions import create
from nastavnik.domain.questionnaires.models import AnswerSheet, QuestionnaireVersion
from nastavnik.domain.questionnaires.specs import Kind, Option, Question, Section, Spec
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
ASKED = Question("q1", Kind.CHOICE, "С кем легче?", options=(Option("a1", "с папой"), Option("a2", "с мамой")))


@pytest.fixture(autouse=True)
def _apart(settings, tmp_path, now):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def pair():
    return make.active_pair()


@pytest.fixture
def child(pair):
    return pair.members.get(role="mentee").person


@pytest.fixture
def coordinator(client, pair):
    user = make.staff("coordinator", pair.organisation)
    client.force_login(user)
    return user


def test_a_child_reads_what_is_held_and_takes_it_along(client, child):
    client.force_login(child.user)

    page = client.get(reverse("privacy:held", args=[child.pk]))
    table = client.get(reverse("privacy:held_file", args=[child.pk]))
    plain = client.get(reverse("privacy:held_file", args=[child.pk]), {"as": "json"})

    assert child.surname in page.content.decode()
    assert "пока человек участвует" in page.content.decode()
    assert "1. Кто это" in load_workbook(io.BytesIO(table.content)).sheetnames
    assert json.loads(plain.content)["Кто это"][0]["Фамилия"] == child.surname


def test_a_child_is_told_in_words_and_not_in_codes(client, child, pair):
    participation = child.participations.get()
    when = {"free_time": [[1, 840, 1020]], "modes": ["in_person"]}
    ParticipationProfile.objects.update_or_create(
        participation=participation, defaults={"organisation": pair.organisation, **when}
    )
    Meeting.objects.create(organisation=pair.organisation, mentorship=pair, happens_on=TODAY, begins_at=time(15, 20))
    notify("pair_started", to=child, key="once")
    spec = Spec("Опрос", sections=(Section("", questions=(ASKED,)),))
    create(pair.organisation, title="Опрос", spec=spec, by=None)
    made = QuestionnaireVersion.objects.get()
    AnswerSheet.objects.create(
        organisation=pair.organisation, questionnaire_version=made, respondent=child, answers={"q1": "a2"}
    )
    client.force_login(child.user)

    book = load_workbook(io.BytesIO(client.get(reverse("privacy:held_file", args=[child.pk])).content))
    cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value}

    assert {"пн 14:00–17:00", "очно", "15:20", "Пара начинает работу", "С кем легче? с мамой"} <= cells
    assert child.user.username not in cells
    assert sorted(cell for cell in cells if re.search(r"[a-z]_[a-z]|[{\[]", cell)) == []


def said(page):
    """What stands in the middle of the page."""
    return page.partition("<main")[2].partition("</main")[0]


@pytest.mark.parametrize(("born", "told"), [(date(2014, 3, 14), "О чём просишь"), (date(2011, 3, 14), "О чём просите")])
def test_a_child_under_fourteen_is_told_as_a_child(client, child, born, told):
    Person.objects.filter(pk=child.pk).update(birth_date=born)
    client.force_login(child.user)

    held = client.get(reverse("privacy:held", args=[child.pk])).text
    asked = client.post(reverse("privacy:ask", args=[child.pk]), {"kind": "correct", "text": ""})

    assert asked.status_code == 422
    for page in (held, asked.text):
        assert told in said(page)
    formal = re.compile(r"(?i)\b(вы|вас|вам|ваш\w*|просите|напишите|укажите|выберите|нажмите)\b")
    if told.endswith("шь"):
        assert [formal.findall(page.partition("<main")[2].partition("</main")[0]) for page in (held, asked.text)] == [
            [],
            [],
        ]


def test_words_of_a_person_are_never_a_formula(client, child):
    Person.objects.filter(pk=child.pk).update(surname="=1+1")
    client.force_login(child.user)

    sheet = load_workbook(io.BytesIO(client.get(reverse("privacy:held_file", args=[child.pk])).content)).worksheets[0]

    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1")
    assert cell.data_type == "s"


def test_a_request_is_asked_answered_and_seen(client, child, coordinator):
    client.force_login(child.user)
    client.post(reverse("privacy:ask", args=[child.pk]), {"kind": "correct", "text": "Я через ё"})
    asked = DataRequest.objects.get()
    client.force_login(coordinator)
    assert child.list_name in client.get(reverse("privacy:requests")).content.decode()
    assert "необязательно" not in said(client.get(reverse("privacy:data_request", args=[asked.pk])).text)
    refused = client.post(reverse("privacy:data_request", args=[asked.pk]), {"act": "refuse", "answer": ""})
    answered = client.post(reverse("privacy:data_request", args=[asked.pk]), {"act": "answer", "answer": "Исправили"})
    client.force_login(child.user)

    assert (refused.status_code, answered.status_code) == (422, 303)
    assert "Напишите одним предложением" in refused.content.decode()
    assert "Исправили" in client.get(reverse("privacy:held", args=[child.pk])).content.decode()


def test_data_are_erased_after_the_tick_and_the_act_is_a_paper(client, child, coordinator):
    address = reverse("privacy:erase", args=[child.pk])
    name = child.surname

    assert client.post(address, {"reason": "asked"}).status_code == 422
    done = client.post(address, {"reason": "asked", "is_sure": "on"})

    act = ErasureAct.objects.get()
    assert done.headers["Location"] == reverse("privacy:act", args=[act.pk])
    assert name not in client.get(done.headers["Location"]).content.decode()
    assert client.get(reverse("privacy:act_file", args=[act.pk, "pdf"])).content.startswith(b"%PDF")
    assert client.get(reverse("people:person", args=[child.pk])).status_code == 404


def test_the_term_is_saved_and_a_short_one_is_told(client, coordinator):
    short = client.post(reverse("privacy:terms"), {"act": "save", "days": "5"})
    saved = client.post(reverse("privacy:terms"), {"act": "save", "days": "400"})

    assert (short.status_code, saved.status_code) == (422, 303)
    assert 'value="400"' in client.get(reverse("privacy:terms")).content.decode()


def test_requests_are_read_in_as_many_queries_for_one_and_three(
    client, coordinator, pair, django_assert_max_num_queries
):
    def ask():
        child = make.PersonFactory(organisation=pair.organisation)
        DataRequest.objects.create(
            organisation=pair.organisation, person=child, kind="erase", asked_on="2026-11-20", due_on="2026-12-04"
        )

    ask()
    client.get(reverse("privacy:requests"))
    with django_assert_max_num_queries(40) as one:
        client.get(reverse("privacy:requests"))
    ask()
    ask()
    with django_assert_max_num_queries(len(one)):
        client.get(reverse("privacy:requests"))
