"""The intake's own questions: asked last, kept on a sheet, given back, forgotten with the draft."""

from datetime import timedelta

import pytest

from nastavnik.core import clock
from nastavnik.domain.intake import actions, extra, queries
from nastavnik.domain.intake.errors import NotEverythingSaid
from nastavnik.domain.intake.models import Application
from nastavnik.domain.privacy.actions.applications import drop_drafts
from nastavnik.domain.questionnaires.models import AnswerSheet, Questionnaire
from tests import factories as make
from tests.factories.surveys import TWO_PAGES


def test_pages_are_counted_from_one_and_hidden_ones_are_stepped_over():
    assert [extra.number_of(extra.code_of(number)) for number in range(4)] == [0, 1, 2, 3]
    assert [extra.after(-1, (0, 2)), extra.after(0, (0, 2)), extra.after(2, (0, 2))] == ["more-1", "more-3", ""]
    assert [extra.before(extra.MOST, (0, 2)), extra.before(2, (0, 2)), extra.before(0, (0, 2))] == [
        "more-3", "more-1", "",
    ]  # fmt: skip


@pytest.mark.parametrize("code", ["more-0", "more-", "more-²", "more--1", "more-999", "name", "", "more-1\0"])
def test_no_other_code_is_such_a_page(code):
    assert extra.number_of(code) is None


@pytest.fixture
def intake(db, now):
    made = make.IntakeFactory(takes_mentors=False)
    made.mentee_questions = make.questionnaire(made.organisation, TWO_PAGES, purpose="application")
    made.save()
    return made


def test_required_answers_are_asked_for_and_go_with_the_application(intake):
    application, _code = make.draft(intake)
    with pytest.raises(NotEverythingSaid) as refusal:
        actions.submit(application)
    assert refusal.value.params == {"missing": "Встречи"}

    told = actions.save_extra(application, {"comfort": "8", "worried": "no"}, page=0)
    actions.submit(application)

    sheet = AnswerSheet.objects.get()
    assert told == ()
    assert (sheet.respondent, sheet.is_submitted, sheet.answers) == (
        application.person, True, {"comfort": 8, "worried": False},
    )  # fmt: skip

    actions.return_for_more(application, note="Добавь", by=None)
    actions.save_extra(application, {"wish": "сцена"}, page=1)
    actions.submit(application)

    assert AnswerSheet.objects.get().answers == {"comfort": 8, "worried": False, "wish": "сцена"}
    assert AnswerSheet.objects.get().is_submitted


def test_from_paper_nothing_of_it_is_demanded(intake):
    coordinator = make.staff("coordinator", organisation=intake.organisation)

    assert make.sent(intake, by=coordinator).state == "submitted"


def test_who_looks_like_somebody_known_is_named_when_that_is_answered(intake):
    make.PersonFactory(organisation=intake.organisation, surname="Ветрова", given_name="Полина", birth_date=None)
    application, _code = make.draft(intake)
    actions.save_extra(application, {"comfort": "8", "worried": "no"}, page=0)
    actions.submit(application)
    assert AnswerSheet.objects.get().respondent is None

    actions.answer_twin(application, answer="two", by=None)

    assert AnswerSheet.objects.get().respondent == application.person


@pytest.mark.parametrize("way", ["in time", "withdrawn", "erased", "other role"])
def test_with_the_draft_go_the_answers(intake, way):
    application, _code = make.draft(intake)
    actions.save_extra(application, {"comfort": "8"}, page=0)
    if way == "in time":
        with clock.fixed(clock.now() + timedelta(days=31)):
            assert actions.erase_drafts() == 1
    elif way == "withdrawn":
        actions.withdraw(application)
    elif way == "erased":
        person = make.PersonFactory(
            organisation=intake.organisation, surname="Ветрова", given_name="Полина", birth_date=application.birth_date
        )
        assert drop_drafts(person) == 1
    else:
        actions.save_page(application, {"role": "mentor"})

    assert not AnswerSheet.objects.exists()
    assert not Application.objects.filter(extra_sheet__isnull=False).exists()


def test_a_ready_one_is_taken_over_with_the_choice(intake):
    coordinator = make.staff("coordinator", organisation=intake.organisation)
    offered = dict(queries.questions_to_choose(intake, "mentor", coordinator))
    assert "ready:candidate" in offered
    assert intake.mentee_questions_id not in offered or intake.mentee_questions.questionnaire.audience == "anybody"

    actions.edit_intake(
        intake, {"mentor_questions_id": "ready:candidate"}, version=intake.version, by=coordinator
    )  # fmt: skip

    assert intake.mentor_questions_id in dict(queries.questions_to_choose(intake, "mentor", coordinator))
    assert Questionnaire.objects.filter(code="candidate").count() == 1
