"""Whose term of keeping is over, and who still matters."""

from datetime import date, timedelta

import pytest

from nastavnik.domain.consents.enums import ConsentKind
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.privacy.actions import answer_request, ask
from nastavnik.domain.privacy.enums import RequestKind
from nastavnik.domain.privacy.queries import past_term
from nastavnik.domain.programmes.models import RoadmapResponsible
from tests import factories as make
from tests.domain.privacy.rows import applied, guards, make_event, task_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _apart(settings, tmp_path, now):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def pair():
    return make.active_pair()


@pytest.fixture
def school(pair):
    return pair.organisation


@pytest.fixture
def child(pair):
    return pair.members.get(role="mentee").person


class TestPastTerm:
    """Nobody who still matters is ever proposed."""

    @pytest.fixture
    def long_ago(self, now):
        return now.replace(year=2024)

    def old(self, school, long_ago, **more):
        return make.PersonFactory(organisation=school, created_at=long_ago, **more)

    def test_who_came_back_or_answers_for_somebody_or_works_is_kept(self, school, child, pair, long_ago):
        back, applicant, perhaps, responsible, guest, asked = (self.old(school, long_ago) for _ in range(6))
        mother, next_year = (self.old(school, long_ago, adult=True) for _ in range(2))
        group = make.StudyGroupFactory(academic_year__organisation=school, organisation=school)
        back.enrolments.create(organisation=school, study_group=group, starts_on=date(2026, 9, 1))
        guards(mother, child)
        applied(pair.module, applicant)
        applied(pair.module, None, twin=perhaps)
        item = task_of(pair.module)
        RoadmapResponsible.objects.create(organisation=school, item=item, person=responsible)
        event = make_event(pair.module)
        event.attendances.create(organisation=school, person=guest, state="invited", invited_on=TODAY)
        make.signed_consent(asked)
        next_year.user = make.UserFactory()
        next_year.save()
        make.RoleAssignmentFactory(
            user=next_year.user, role=RoleCode.HEAD, organisation=school, starts_on=TODAY + timedelta(days=9)
        )

        assert list(past_term(school, TODAY)) == []

    def test_an_application_that_was_answered_long_ago_holds_nobody(self, school, pair, long_ago):
        gone = self.old(school, long_ago)
        applied(pair.module, gone, state="declined", decline_reason="other", touched_at=long_ago)

        assert list(past_term(school, TODAY)) == [gone]

    def test_who_waits_for_an_answer_about_their_data_is_not_erased_meanwhile(self, school, long_ago):
        waits, answered = (self.old(school, long_ago) for _ in range(2))
        ask(waits, kind=RequestKind.CORRECT, text="Отчество другое", by=None)
        answer_request(ask(answered, kind=RequestKind.CORRECT, text="Имя", by=None), answer="Исправили", by=None)

        assert list(past_term(school, TODAY)) == [answered]

    def test_a_consent_that_ran_out_holds_nobody(self, school, long_ago):
        gone = self.old(school, long_ago)
        make.signed_consent(gone, kind=ConsentKind.PROCESSING, starts_on=date(2024, 9, 1), ends_on=date(2025, 5, 31))

        assert list(past_term(school, TODAY)) == [gone]
