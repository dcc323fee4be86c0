"""Applying without an account, page by page, as a telephone sends it."""

import re
import time
from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from nastavnik.core import clock
from nastavnik.domain.consents.models import ConsentRequest
from nastavnik.domain.events import actions as events
from nastavnik.domain.events.enums import EventKind
from nastavnik.domain.intake import actions
from nastavnik.domain.intake.models import Application
from nastavnik.domain.people.models import Person
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
CHILD = {
    "who": {"source": "self"},
    "name": {"surname": "Ветрова", "given_name": "Полина"},
    "birth": {"birth_date": "06.05.2014"},
    "group": {"group_words": "6 «Б»"},
    "need": {"needs": ["разобраться с предметом", "не бояться выступать"]},
    "main_need": {"main_need": "не бояться выступать"},
    "goal": {"goal": "выйти на сцену", "has_plan": "no"},
    "why_mentor": {},
    "time": {"free_time": ["1-780-900", "1-900-1020", "3-540-780"]},
    "interests": {"interests": "танец, шахматы"},
    "wish": {},
    "guardian": {"guardian_name": "Ветрова Анна Игоревна", "guardian_phone": "8 900 123-45-67"},
}


@pytest.fixture
def intake():
    cache.clear()
    return make.IntakeFactory(takes_mentors=False)


@pytest.fixture
def phone(client):
    client.handler.enforce_csrf_checks = False
    return client


def begin(phone, intake):
    answer = phone.post(reverse("public:apply", args=[intake.token]))
    assert answer.status_code == 303
    return answer["Location"]


def walk(phone, intake, answers=CHILD, until=""):
    """Answer page after page as they come; where it ended, and the pages met."""
    where, met = begin(phone, intake), []
    while where.split("/")[-2] not in ("check", until):
        code = where.split("/")[-2]
        met.append(code)
        answer = phone.post(where, answers[code])
        assert answer.status_code == 303, (code, answer.content.decode())
        where = answer["Location"]
    return where, met


def code_on(page):
    return re.search(r'class="code nowrap">([^<]+)<', page.content.decode())[1]


def test_a_child_answers_page_by_page_and_sends(phone, intake):
    where, met = walk(phone, intake)
    summary = phone.get(where).content.decode()
    sent = phone.post(where)

    application = Application.objects.get()
    assert met == list(CHILD)
    assert "танец, шахматы" in summary
    assert "Изменить" in summary
    assert sent["Location"] == reverse("public:apply_sent", args=[intake.token])
    assert (application.state, application.person.full_name) == ("submitted", "Ветрова Полина")
    assert application.free_time == [[1, 780, 1020], [3, 540, 780]]
    assert (application.guardian_phone, application.main_need) == ("+79001234567", "не бояться выступать")
    assert ConsentRequest.objects.get().signer.full_name == "Ветрова Анна Игоревна"


def test_what_happens_next_shows_the_link_for_the_parent_once_and_no_name_in_any_address(phone, intake):
    where, _met = walk(phone, intake)
    phone.post(where)
    page = phone.get(reverse("public:apply_sent", args=[intake.token]))

    assert "Для родителя или опекуна" in page.content.decode()
    assert "/c/" in page.content.decode()
    assert page.headers["Cache-Control"] == "no-store"


def test_a_draft_goes_on_at_another_telephone_and_shows_nothing_to_a_wrong_code(phone, intake):
    where, _met = walk(phone, intake, until="need")
    code = code_on(phone.get(where))
    other = Client()

    wrong = other.post(reverse("public:apply_continue"), {"code": "КЛЁН-0000-РОСА"})
    right = other.post(reverse("public:apply_continue"), {"code": code.lower().replace("ё", "е")})

    assert wrong.status_code == 422
    assert "Ветрова" not in wrong.content.decode()
    assert right["Location"] == where
    assert "Ветрова" in other.get(reverse("public:apply_page", args=[intake.token, "name"])).content.decode()
    assert Client().get(where)["Location"] == reverse("public:apply_continue")


def test_the_code_of_the_poster_leads_to_the_first_page(phone, intake):
    answer = phone.post(reverse("public:apply_by_code"), {"code": intake.code.lower().replace("ё", "е")})

    assert answer["Location"] == reverse("public:apply", args=[intake.token])


def test_the_code_of_a_meeting_leads_to_the_same_page_and_the_application_knows_the_meeting(phone, intake, now):
    plan = events.EventPlan("Сбор актива", now)
    event = events.plan_event(intake.module, plan, kind=EventKind.MOTIVATIONAL, by=None)

    answer = phone.post(reverse("public:apply_by_code"), {"code": event.code.lower()})
    page = phone.get(answer["Location"])
    phone.post(reverse("public:apply", args=[intake.token]), {"at": event.code})

    assert answer["Location"].isascii()
    assert event.code in page.content.decode()
    assert Application.objects.get().event == event


def test_who_goes_on_guessing_is_told_to_wait(phone, intake):
    answers = [phone.post(reverse("public:apply_continue"), {"code": f"КЛЁН-{n:04d}-РОСА"}) for n in range(31)]

    assert [answer.status_code for answer in (answers[0], answers[29], answers[30])] == [422, 422, 429]


def test_an_unfinished_page_is_kept_as_far_as_it_goes(phone, intake):
    where, _met = walk(phone, intake, until="name")

    answer = phone.post(where, {"surname": "Ветрова", "given_name": "", "later": "1"})

    assert answer["Location"] == reverse("public:apply_code", args=[intake.token])
    assert Application.objects.get().surname == "Ветрова"


def test_an_error_says_what_to_do_and_keeps_what_was_typed(phone, intake):
    where, _met = walk(phone, intake, until="guardian")

    page = phone.post(where, {"guardian_name": "", "guardian_phone": "12", "guardian_email": "мама"})

    said = page.content.decode()
    assert page.status_code == 422
    for sentence in ("Напишите имя родителя или опекуна", "Номер не понят", "Адрес почты написан с ошибкой"):
        assert sentence in said
    assert 'value="12"' in said


def test_a_child_under_fourteen_is_addressed_as_one(phone, intake):
    where, _met = walk(phone, intake, until="need")

    assert "В чём тебе помочь?" in phone.get(where).content.decode()


def test_a_shared_computer_forgets(phone, intake):
    where, _met = walk(phone, intake, until="need")

    phone.post(reverse("public:apply_code", args=[intake.token]))

    assert phone.get(where)["Location"] == reverse("public:apply_continue")


def test_a_draft_is_forgotten_by_the_telephone_after_two_hours(phone, intake, now, monkeypatch):
    where, _met = walk(phone, intake, until="need")
    later = time.time() + 2 * 3600 + 60
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)

    assert phone.get(where)["Location"] == reverse("public:apply_continue")


def test_a_closed_intake_says_whom_to_ask(phone):
    intake = make.IntakeFactory(is_open=False, contact="кабинет 12")

    page = phone.get(reverse("public:apply", args=[intake.token]))

    assert page.status_code == 410
    assert "кабинет 12" in page.content.decode()


def test_changing_ones_mind_erases_the_draft(phone, intake):
    walk(phone, intake)

    answer = phone.post(reverse("public:apply_withdraw", args=[intake.token]), {"reason": ""})

    assert answer["Location"] == reverse("public:apply_withdrawn", args=[intake.token])
    assert Application.objects.get().surname == ""
    assert Person.objects.count() == 0


def test_who_wants_to_lead_goes_on_as_a_mentor(phone):
    intake = make.IntakeFactory()
    walk(phone, intake, {"role": {"role": "mentee"}, **CHILD})

    answer = phone.post(reverse("public:apply_withdraw", args=[intake.token]), {"reason": "wants_to_lead"})

    assert answer["Location"].endswith("/competence/")
    assert "Чем" in phone.get(answer["Location"]).content.decode()
    assert Application.objects.get(role="mentor").surname == "Ветрова"


def test_what_is_sent_cannot_be_changed_by_an_old_page(phone, intake):
    where, _met = walk(phone, intake)
    phone.post(where)

    answer = phone.post(reverse("public:apply_page", args=[intake.token, "name"]), {"surname": "Другая"})

    assert answer["Location"] == reverse("public:apply_sent", args=[intake.token])
    assert Application.objects.get().surname == "Ветрова"


def test_a_returned_application_says_what_to_add(phone, intake):
    where, _met = walk(phone, intake)
    phone.post(where)
    actions.return_for_more(Application.objects.get(), note="Добавь класс", by=None)

    assert "Добавь класс" in phone.get(reverse("public:apply_sent", args=[intake.token])).content.decode()
    assert "Добавь класс" in phone.get(reverse("public:apply_page", args=[intake.token, "group"])).content.decode()
    phone.post(where)
    with clock.fixed(clock.now() + timedelta(days=40)):
        assert Application.objects.get().state == "submitted"
    assert Application.objects.get().birth_date == date(2014, 5, 6)


def test_questions_of_the_intakes_own_come_last_and_are_shown_in_review(phone, intake):
    intake.mentee_questions = make.questionnaire(intake.organisation, purpose="application")
    intake.save()
    where = begin(phone, intake)
    while (code := where.split("/")[-2]) != "more-1":
        where = phone.post(where, CHILD[code])["Location"]

    opened = phone.get(where).content.decode()
    refused = phone.post(where, {"seen": "comfort,worried", "comfort": "2", "worried": "no"})
    added = phone.post(where, {"seen": "comfort,worried", "comfort": "8", "worried": "yes"})
    later = phone.post(where, {"seen": "comfort,worried,what", "comfort": "8", "worried": "yes", "later": "1"})
    lacking = phone.get(reverse("public:apply_check", args=[intake.token])).content.decode()
    onward = phone.post(where, {"seen": "comfort,worried,what", "comfort": "8", "worried": "yes", "what": "Шум"})
    skipped = phone.post(onward["Location"], {"seen": "wish", "wish": ""})
    summary = phone.get(skipped["Location"]).content.decode()
    sent = phone.post(skipped["Location"])

    application = Application.objects.get()
    assert "Вопрос 13 из 14" in opened
    assert (refused.status_code, "нужно сказать почему" in refused.content.decode()) == (422, True)
    assert added["Location"] == f"{where}#q-what"
    assert later["Location"] == reverse("public:apply_code", args=[intake.token])
    assert ("Осталось ответить" in lacking, "Осталось ответить" in summary, "Шум" in summary) == (True, False, True)
    assert sent["Location"] == reverse("public:apply_sent", args=[intake.token])
    assert application.extra_sheet.respondent == application.person
    phone.force_login(make.staff("coordinator", organisation=intake.organisation))
    assert "Шум" in phone.get(reverse("intake:review", args=[application.pk])).content.decode()
    settings_page = phone.get(reverse("intake:intake", args=[intake.pk])).content.decode()
    assert "Как вам работается" in settings_page
