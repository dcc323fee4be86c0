"""The queue, the fast pass, entering from paper, intakes."""

from datetime import date

import pytest
from django.urls import reverse

from nastavnik.domain.intake import actions
from nastavnik.domain.intake.models import Application, Intake
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def coordinator():
    return make.staff(RoleCode.COORDINATOR)


@pytest.fixture
def intake(coordinator):
    return make.IntakeFactory(module=make.ModuleFactory(programme__organisation=coordinator.person.organisation))


@pytest.fixture
def desk(client, coordinator):
    client.force_login(coordinator)
    return client


def text(answer):
    return answer.content.decode().replace("\u00a0", " ")


def agreed(intake, **answers):
    application = make.sent(intake, **answers)
    make.signed_consent(application.person)
    return application


def test_the_next_opens_by_itself(desk, intake):
    first, second = agreed(intake), agreed(intake, surname="Снегирёва")

    answer = desk.post(reverse("intake:accept", args=[first.pk]))

    assert answer["Location"] == reverse("intake:review", args=[second.pk])
    assert desk.post(reverse("intake:accept", args=[second.pk]))["Location"] == reverse("intake:index")
    assert set(Application.objects.values_list("state", flat=True)) == {"accepted"}


def test_without_consent_the_page_says_what_is_waited_for(desk, intake):
    application = make.sent(intake)

    page = desk.get(reverse("intake:review", args=[application.pk]))
    refused = desk.post(reverse("intake:accept", args=[application.pk]))

    assert "Принять можно, когда придёт согласие родителя" in text(page)
    assert refused.status_code == 409
    assert "Не хватает согласия: Ветрова Полина" in text(refused)


def test_an_answer_needs_what_would_help(desk, intake):
    application = make.sent(intake)
    where = reverse("intake:decline", args=[application.pk])

    assert desk.post(where, {"reason": "no_places"}).status_code == 422
    desk.post(where, {"reason": "no_places", "remedy": "call_later", "due_on": "2027-01-12"})

    application.refresh_from_db()
    assert (application.state, application.remedy) == ("declined", "call_later")
    page = desk.get(reverse("intake:review", args=[application.pk]))
    desk.post(reverse("intake:mark_remedy", args=[application.pk]), {"version": application.version})
    application.refresh_from_db()
    assert "Позвать, когда появится место" in text(page)
    assert application.remedy_done_on == date(2026, 11, 23)


def test_twins_stand_side_by_side(desk, intake):
    make.PersonFactory(organisation=intake.organisation, surname="Ветрова", given_name="Полина", birth_date=None)
    application = make.sent(intake)

    page = desk.get(reverse("intake:review", args=[application.pk]))
    desk.post(reverse("intake:answer_twin", args=[application.pk]), {"answer": "same"})

    application.refresh_from_db()
    assert "Один человек или двое?" in text(page)
    assert application.person == application.twin
    assert Person.objects.filter(surname="Ветрова", given_name="Полина").count() == 1


def test_the_talk_card_leads_to_a_mentors_application_in_one_tap(desk, intake):
    application = make.sent(intake)
    actions.withdraw(application)

    page = desk.get(reverse("intake:review", args=[application.pk]))
    answer = desk.post(reverse("intake:talk", args=[application.pk]), {"outcome": "leads"})

    made = Application.objects.get(role="mentor")
    assert "Поговорить, не уговаривать" in text(page)
    assert answer["Location"] == reverse("intake:edit", args=[made.pk])
    assert desk.get(answer["Location"]).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_queue_asks_as_often_for_one_as_for_three(desk, intake, number, django_assert_num_queries):
    for surname in ("Ветрова", "Снегирёва", "Осокина")[:number]:
        make.sent(intake, surname=surname)
    desk.get(reverse("intake:index"))

    with django_assert_num_queries(QUERIES):
        answer = desk.get(reverse("intake:index"))

    assert "Ветрова Полина" in text(answer)


QUERIES = 8


def test_a_search_finds_by_name_and_puts_nothing_into_the_address(desk, intake):
    make.sent(intake)
    make.sent(intake, surname="Снегирёва")

    answer = desk.post(reverse("intake:index"), {"search": "1", "q": "снегирева"}, follow=True)

    assert "Снегирёва Полина" in text(answer)
    assert "Ветрова" not in text(answer)
    assert "снегир" not in answer.redirect_chain[0][0]


PAPER = {
    "surname": "Осокин", "given_name": "Тимофей", "birth_date": "2014-03-14", "group_words": "6 «Б»",
    "needs": ["не бояться выступать"], "guardian_name": "Осокина Елена Павловна", "interests": "шашки, лыжи",
}  # fmt: skip


def test_a_teacher_enters_from_paper_and_goes_on_with_the_next(client, intake):
    client.force_login(make.staff(RoleCode.TEACHER, intake.organisation))
    where = reverse("intake:enter", args=[intake.pk, "mentee"])

    answer = client.post(where, {**PAPER, "next": "1"})

    application = Application.objects.get()
    assert answer["Location"] == where
    assert (application.state, application.source, application.person.full_name) == (
        "submitted", "teacher", "Осокин Тимофей",
    )  # fmt: skip
    assert application.interests == "шашки\nлыжи"
    assert "Осокин Тимофей" in text(client.get(reverse("intake:review", args=[application.pk])))


def test_what_is_missing_on_the_sheet_is_said_and_nothing_typed_is_lost(desk, intake):
    page = desk.post(
        reverse("intake:enter", args=[intake.pk, "mentee"]), {**PAPER, "needs": [], "birth_date": "31.02.2014"}
    )

    assert page.status_code == 422
    for sentence in ("Выберите хотя бы одно или напишите своё", "Такой даты нет", 'value="Осокин"'):
        assert sentence in text(page)
    assert Application.objects.count() == 0


def test_a_grown_up_mentor_on_paper_has_no_parent(desk, intake):
    sheet = {"surname": "Ладыгин", "given_name": "Пётр", "birth_date": "1980-01-01", "post": "учитель",
             "competences_own": "чтение вслух", "phone": "8 900 000-00-00"}  # fmt: skip

    answer = desk.post(reverse("intake:enter", args=[intake.pk, "mentor"]), sheet)

    assert answer.status_code == 303, text(answer)
    assert Application.objects.get().competences == "чтение вслух"


def test_a_draft_is_kept_and_finished_later(desk, intake):
    answer = desk.post(reverse("intake:enter", args=[intake.pk, "mentee"]), {"surname": "Осокин", "draft": "1"})
    assert answer.status_code == 303, text(answer)

    done = desk.post(answer["Location"], PAPER)

    application = Application.objects.get()
    assert done["Location"] == reverse("intake:review", args=[application.pk])
    assert application.state == "submitted"


def test_an_intake_is_opened_changed_printed_and_closed(desk, coordinator):
    module = make.ModuleFactory(programme__organisation=coordinator.person.organisation)
    desk.post(reverse("intake:intakes"), {"module": module.pk, "starts_on": "2026-11-23"})
    opened = Intake.objects.get()
    where = reverse("intake:intake", args=[opened.pk])
    settings = {"version": 1, "takes_mentees": "on", "starts_on": "2026-11-23", "topics": "читать вслух",
                "extra_pages": ["wish"], "review_days": 3, "contact": "кабинет 5"}  # fmt: skip

    assert desk.post(where, settings).status_code == 303
    assert desk.post(where, settings).status_code == 409
    assert desk.post(where, {**settings, "version": 2, "takes_mentees": ""}).status_code == 422
    poster = desk.get(reverse("intake:poster", args=[opened.pk]))
    desk.post(reverse("intake:close_intake", args=[opened.pk]))

    opened.refresh_from_db()
    assert (opened.takes_mentors, opened.extra_pages, opened.review_days, opened.is_open) == (False, ["wish"], 3, False)
    assert opened.code in text(poster)
    assert "<svg" in text(poster)


def test_who_admits_reads_whose_name_stands_under_the_consent(desk, intake):
    application = make.sent(intake)
    mother = make.PersonFactory(organisation=intake.organisation, adult=True, surname="Ветлугина", given_name="Мария")
    consent = make.ConsentFactory(person=application.person)
    make.ConsentSignatureFactory(consent=consent, signer=mother, signer_name="Пупкина Анна", method="link")

    for where in (reverse("intake:review", args=[application.pk]), f"/consents/person/{application.person_id}/"):
        assert "Подписано именем «Пупкина Анна», в карточке «Ветлугина Мария" in text(desk.get(where))
