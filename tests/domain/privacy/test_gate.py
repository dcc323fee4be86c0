"""A child without a consent in force, and the words of two people: what «what is held» and surveys do not tell."""

from datetime import UTC, date, datetime

import pytest

from nastavnik.core import clock
from nastavnik.domain.consents.models import Consent
from nastavnik.domain.events.queries import may_be_invited
from nastavnik.domain.matching.models import PairDecision, Suggestion
from nastavnik.domain.mentorships.models import DiaryEntry
from nastavnik.domain.monitoring.models import SurveyInvitation
from nastavnik.domain.monitoring.queries import sheets_visible_to, waiting_for
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.privacy.actions import erase
from nastavnik.domain.privacy.enums import ErasureReason
from nastavnik.domain.privacy.queries import held_about
from nastavnik.domain.questionnaires.models import AnswerSheet
from tests import factories as make
from tests.domain.privacy.rows import make_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(now):
    return make.active_pair()


def side(pair, role):
    return pair.members.get(role=role)


def wrote(pair, role, text, *, is_private=False):
    DiaryEntry.objects.create(
        organisation=pair.organisation, mentorship=pair, author=side(pair, role).person, happened_on=pair.started_on,
        text=text, is_private=is_private, written_at="2026-11-20T10:00Z",
    )  # fmt: skip


def told(person, reader):
    return str([one.rows for one in held_about(person, reader=reader)])


def test_a_private_entry_is_told_to_its_author_alone(pair):
    wrote(pair, "mentee", "тайна ребёнка", is_private=True)
    wrote(pair, "mentor", "заметка наставника", is_private=True)
    child = side(pair, "mentee").person
    guardian = make.UserFactory()

    assert "тайна ребёнка" in told(child, child.user)
    assert "заметка наставника" not in told(child, child.user)
    assert "тайна ребёнка" not in told(child, guardian)


def test_a_mentor_is_not_told_of_a_child_whose_consent_was_withdrawn(pair):
    wrote(pair, "mentor", "решали задачи")
    mentor = side(pair, "mentor").person
    assert "решали задачи" in told(mentor, mentor.user)

    Consent.objects.filter(person=side(pair, "mentee").person).update(withdrawn_on=date(2026, 11, 23))

    assert "решали задачи" not in told(mentor, mentor.user)


def test_what_staff_wrote_of_a_child_is_not_told_to_the_mentor(pair):
    mentee, mentor = (side(pair, role).participation for role in ("mentee", "mentor"))
    about = {
        "organisation": pair.organisation,
        "module": pair.module,
        "mentee": mentee,
        "mentor": mentor,
        "way": "hand",
    }
    teacher = make.staff("teacher", pair.organisation)
    Suggestion.objects.create(
        **{**about, "way": "teacher_proposal"}, note="боится выступать", by=teacher, at=clock.now()
    )
    PairDecision.objects.create(**about, kind="pin", note="нужен терпеливый", made_by=teacher, made_at=clock.now())

    assert "боится" in told(mentor.person, None), "without a reader all is told"
    assert "боится" not in told(mentor.person, mentor.person.user)
    assert "терпеливый" not in told(mentor.person, mentor.person.user)
    assert "боится" in told(mentee.person, mentee.person.user)


def test_in_the_east_a_survey_is_shut_on_the_morning_of_the_withdrawal(now):
    wave = make.open_wave(mentees=1)
    invitation = SurveyInvitation.objects.select_related("person__user").get()
    child = invitation.person
    AnswerSheet.objects.create(
        organisation=wave.organisation, questionnaire_version=wave.questionnaire_version, respondent=child,
        submitted_on=date(2026, 11, 23), submitted_at=now,
    )  # fmt: skip
    coordinator = make.staff("coordinator", wave.organisation)
    Organisation.objects.filter(pk=wave.organisation_id).update(time_zone="Asia/Kamchatka")
    Consent.objects.filter(person=child).update(withdrawn_on=date(2026, 11, 24))

    with clock.fixed(datetime(2026, 11, 23, 20, 0, tzinfo=UTC)):  # the morning of the 24th there
        assert list(waiting_for(child.user)) == []
        assert list(sheets_visible_to(coordinator)) == []


def test_who_was_erased_today_is_not_offered_for_an_event_with_the_class(pair, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    child, school = side(pair, "mentee").person, pair.organisation
    group = make.StudyGroupFactory(academic_year__organisation=school, organisation=school)
    child.enrolments.create(organisation=school, study_group=group, starts_on=date(2026, 9, 1))
    event = make_event(pair.module)
    assert list(may_be_invited(event, group=group.pk)) == [child]

    erase(child, reason=ErasureReason.ASKED, by=None)

    assert list(may_be_invited(event, group=group.pk)) == []
