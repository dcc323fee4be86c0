"""An application copied from paper: the intake's own questions stand on the same page."""

import pytest

from nastavnik.domain.intake.models import Application
from nastavnik.domain.questionnaires.models import AnswerSheet
from tests import factories as make
from tests.factories.surveys import TWO_PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def where(client):
    intake = make.IntakeFactory()
    intake.mentee_questions = make.questionnaire(intake.organisation, TWO_PAGES, purpose="application")
    intake.save()
    client.force_login(make.staff("coordinator", organisation=intake.organisation))
    return f"/applications/intakes/{intake.pk}/enter/mentee/"


def test_what_stands_on_the_paper_is_kept_and_what_does_not_is_left_out(client, where):
    shown = client.get(where).content.decode()

    answer = client.post(where, {"surname": "Аистова", "own_comfort": "8", "draft": "1"}, follow=True)

    assert 'name="own_comfort"' in shown
    assert AnswerSheet.objects.get().answers == {"comfort": 8}
    assert Application.objects.get().extra_sheet == AnswerSheet.objects.get()
    drawn = {one.question.code: one for one in answer.context["own"]}
    assert [choice.value for choice in drawn["own_comfort"].choices if choice.is_checked] == ["8"]


def test_where_nothing_of_it_is_on_the_paper_no_sheet_begins(client, where):
    client.post(where, {"surname": "Аистова", "draft": "1"})

    assert Application.objects.get().surname == "Аистова"
    assert not AnswerSheet.objects.exists()


def test_a_page_that_is_refused_keeps_what_was_typed(client, where):
    answer = client.post(where, {"own_wish": "Больше встреч"})

    assert answer.status_code == 422
    assert "Больше встреч" in answer.content.decode()
