"""Requests about one's data: asked once, answered in ten working days, refused with a reason alone."""

from datetime import date

import pytest

from nastavnik.domain.desk.queries import needs_me
from nastavnik.domain.people.models import Guardianship
from nastavnik.domain.privacy.actions import answer_request, ask, erase, erase_past_term, refuse_request, set_term
from nastavnik.domain.privacy.actions.requests import answer_until
from nastavnik.domain.privacy.enums import ErasureReason, RequestKind, Term
from nastavnik.domain.privacy.errors import AnswerMissing, NotErasedYet, ReasonMissing, TermTooShort, TextMissing
from nastavnik.domain.privacy.models import DataRequest
from nastavnik.domain.privacy.queries import past_term, subjects_visible_to
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _apart(settings, tmp_path, now):
    settings.DATA_DIR = tmp_path


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (date(2026, 11, 23), date(2026, 12, 7)),  # Monday: two whole weeks
        (date(2026, 11, 27), date(2026, 12, 11)),  # Friday
        (date(2026, 11, 28), date(2026, 12, 11)),  # Saturday
    ],
)
def test_the_answer_is_due_after_ten_working_days(asked, due):
    assert answer_until(asked) == due


def test_the_same_question_is_one_request_with_both_texts():
    child = make.PersonFactory()

    first = ask(child, kind=RequestKind.CORRECT, text="имя с ё", by=None)
    again = ask(child, kind=RequestKind.CORRECT, text="и отчество", by=None)

    assert (again.pk, again.text) == (first.pk, "имя с ё\n\nи отчество")


def test_to_correct_one_says_what():
    with pytest.raises(TextMissing):
        ask(make.PersonFactory(), kind=RequestKind.CORRECT, text="  ", by=None)


@pytest.mark.parametrize(("close", "wanted"), [(refuse_request, ReasonMissing), (answer_request, AnswerMissing)])
def test_a_request_is_not_closed_without_words(close, wanted):
    child = make.PersonFactory()
    coordinator = make.staff("coordinator", child.organisation)
    asked = ask(child, kind=RequestKind.CORRECT, text="Имя с ё", by=None)

    with pytest.raises(wanted):
        close(asked, answer=" ", by=coordinator)
    answer_request(asked, answer="Исправили", by=coordinator)

    assert asked.state == "answered"
    assert child.messages.get().kind == "data_request_answered"


def test_nothing_is_called_erased_while_it_is_there():
    child = make.PersonFactory()
    coordinator = make.staff("coordinator", child.organisation)
    asked = ask(child, kind=RequestKind.ERASE, by=None)

    with pytest.raises(NotErasedYet):
        answer_request(asked, answer="Удалили", by=coordinator)
    assert DataRequest.objects.get().state == "open"
    erase(child, reason=ErasureReason.ASKED, by=coordinator)
    asked = DataRequest.objects.get()
    answer_request(asked, by=coordinator)

    assert DataRequest.objects.get().state == "answered"


def test_the_coordinator_is_told_of_it_with_the_day():
    child = make.PersonFactory()
    coordinator = make.staff("coordinator", child.organisation)
    ask(child, kind=RequestKind.ERASE, by=None)

    told = [item for item in needs_me(coordinator, child.organisation, TODAY) if item.url_name == "privacy:requests"]

    assert [(item.urgency, item.title) for item in told] == [("week", "Просьбы о данных: 1\u00a0человек")]


def test_somebody_may_ask_about_themselves_and_their_child_alone(django_assert_num_queries):
    child = make.PersonFactory(with_user=True)
    mother = make.PersonFactory(organisation=child.organisation, adult=True, with_user=True)
    make.PersonFactory(organisation=child.organisation)
    Guardianship.objects.create(
        organisation=child.organisation, guardian=mother, child=child, starts_on=date(2026, 9, 1)
    )
    make.RoleAssignmentFactory(user=mother.user, role="guardian", organisation=child.organisation)

    assert set(subjects_visible_to(mother.user)) == {mother, child}
    assert set(subjects_visible_to(child.user)) == {child}


def test_who_is_long_out_of_everything_is_past_the_term_and_who_learns_is_not(now):
    school = make.OrganisationFactory()
    long_ago = now.replace(year=2024)
    gone = make.PersonFactory(organisation=school, created_at=long_ago)
    learns = make.PersonFactory(organisation=school, created_at=long_ago)
    group = make.StudyGroupFactory(academic_year__organisation=school, organisation=school)
    learns.enrolments.create(organisation=school, study_group=group, starts_on=date(2024, 9, 1))
    takes_part = make.PersonFactory(organisation=school, created_at=long_ago)
    module = make.ModuleFactory(programme__organisation=school)
    make.ParticipationFactory(person=takes_part, module=module)
    make.PersonFactory(organisation=school)  # came in today

    assert list(past_term(school, TODAY)) == [gone]
    assert erase_past_term(school) == 1
    assert list(past_term(school, TODAY)) == []


def test_a_term_is_the_institutions_but_not_shorter_than_a_month():
    school = make.OrganisationFactory()
    with pytest.raises(TermTooShort):
        set_term(school, term=Term.TAKING_PART, days=29, is_automatic=False, by=None)

    assert set_term(school, term=Term.TAKING_PART, days=730, is_automatic=True, by=None).days == 730
