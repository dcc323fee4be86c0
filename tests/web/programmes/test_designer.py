"""Three short pages of questions, the model with its reasons, a programme of it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.organisations.enums import OrganisationKind
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.models import Programme
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]

WHO, PORTRAIT, QUESTIONS, RESULT = (
    reverse(f"programmes:{name}") for name in ("design", "design_portrait", "design_questions", "design_result")
)
FRIENDS = {
    "manner": "friend", "knowledge": "experience", "sharing": "taught", "term": "year", "authority": "friend",
    "together": "unsure",
}  # fmt: skip


@pytest.fixture
def organisation():
    return make.OrganisationFactory(kind=OrganisationKind.SUPPLEMENTARY)


@pytest.fixture
def coordinator(client, organisation):
    user = make.staff(RoleCode.COORDINATOR, organisation)
    client.force_login(user)
    return user


def answer_all(client, **questions):
    """Each page leads to the next; returns where the last one led."""
    answer = client.post(WHO, {"mentor": "pupil", "mentee": "pupil"})
    assert (answer.status_code, answer.headers["Location"]) == (303, PORTRAIT)
    said = {"portrait": "active", "education_stage": "supplementary", "activity": "arts", "first_needs": "страх сцены"}
    answer = client.post(PORTRAIT, said)
    assert (answer.status_code, answer.headers["Location"]) == (303, QUESTIONS)
    answer = client.post(QUESTIONS, {**FRIENDS, **questions})
    assert (answer.status_code, answer.headers["Location"]) == (303, RESULT)
    return client.get(RESULT)


def test_every_answer_is_suggested_so_that_a_page_is_one_press(client, coordinator):
    for url, last in ((WHO, PORTRAIT), (PORTRAIT, QUESTIONS), (QUESTIONS, RESULT)):
        form = client.get(url).context["form"]
        said = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
        answer = client.post(url, said)
        assert (answer.status_code, answer.headers["Location"]) == (303, last)

    page = client.get(RESULT)
    assert page.context["proposal"].mentoring_format == "student_student"
    assert "Почему так" in page.content.decode()


def test_the_result_says_what_and_why_and_what_is_asked_of_both(client, coordinator):
    page = answer_all(client)

    text = page.content.decode()
    assert (page.context["page"].kind.code, page.context["proposal"].role_model) == ("individual", "равный–равному")
    assert "Вам подойдёт: ученик–ученик" in text
    assert "Наставников сначала учим" in text
    assert "Приказ о парах не нужен" in text
    assert "Равный с опытом" in text
    assert "Добровольность" in text
    assert 'value="Наставничество «ученик–ученик»"' in text


def test_what_was_answered_stands_there_when_one_comes_back(client, coordinator):
    answer_all(client, term="long", manner="expert")

    assert client.get(WHO).context["form"].initial["mentor"] == "pupil"
    page = client.get(QUESTIONS)
    assert (page.context["form"].initial["term"], page.context["form"].initial["manner"]) == ("long", "expert")
    assert "страх сцены" in client.get(PORTRAIT).content.decode()


def test_an_error_keeps_what_was_typed(client, coordinator):
    answer = client.post(PORTRAIT, {"portrait": "young", "first_needs": "страх сцены"})

    assert answer.status_code == 422
    assert "страх сцены" in answer.content.decode()


def test_another_mentee_has_other_portraits(client, coordinator):
    client.post(WHO, {"mentor": "teacher", "mentee": "teacher"})

    form = client.get(PORTRAIT).context["form"]
    assert [value for value, _label in form.fields["portrait"].choices] == [
        "young", "new_staff", "strained", "traditional", "subject",
    ]  # fmt: skip
    assert (form.initial["education_stage"], form.initial["activity"]) == ("staff", "teaching")


def test_a_programme_is_made_with_everything_in_it_and_its_year(client, coordinator, organisation):
    page = answer_all(client)
    form = page.context["form"]

    answer = client.post(RESULT, {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()})

    made = Programme.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (303, reverse("programmes:programme", args=[made.pk]))
    assert (made.organisation, made.academic_year.title, made.starts_on) == (
        organisation,
        "2026/27",
        date(2026, 11, 23),
    )
    assert (made.first_needs, made.designed_from["activity"]) == ("страх сцены", "arts")
    assert [stage.code for stage in made.stages.all()][:3] == ["step_model", "step_prospects", "step_roles"]
    assert client.get(PORTRAIT).context["form"].initial["first_needs"] == ""
    shown = client.get(answer.headers["Location"]).content.decode()
    assert "Начать программу" in shown
    assert "Пары занимаются творчеством" in shown


def test_the_second_model_and_another_division_can_be_taken(client, coordinator):
    answer_all(client)
    said = {"title": "Вместе", "starts_on": "2026-11-23", "variant": "second", "stage_set": "seven"}

    assert client.post(RESULT, said).status_code == 303

    made = Programme.objects.get()
    assert made.modules.get().role_model.title == "лидер–пассивный"
    assert made.stages.first().code == "preparation"


def test_a_taken_title_is_said_and_nothing_is_lost(client, coordinator):
    said = {"title": "Вместе", "starts_on": "2026-11-23", "variant": "first", "stage_set": "seven"}
    answer_all(client)
    client.post(RESULT, said)
    answer_all(client)

    answer = client.post(RESULT, said)

    assert answer.status_code == 422
    assert "«Вместе» в этом году уже есть" in answer.content.decode()
    assert client.get(PORTRAIT).context["form"].initial["first_needs"] == "страх сцены"


def test_the_result_asks_few_queries(client, coordinator):
    answer_all(client)

    with CaptureQueriesContext(connection) as asked:
        client.get(RESULT)

    assert len(asked) <= 12
