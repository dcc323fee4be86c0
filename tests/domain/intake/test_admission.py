"""Mentors are talked to, looked at, agreed with in writing and admitted."""

from datetime import UTC, date, datetime

import pytest

from nastavnik.domain.events import actions as events
from nastavnik.domain.events.enums import EventKind
from nastavnik.domain.intake import admission_errors as errors
from nastavnik.domain.intake import admission_rules as rules
from nastavnik.domain.intake.actions import admission, agreeing
from nastavnik.domain.intake.admission_enums import AdmissionCode as C
from nastavnik.domain.intake.admission_enums import Decision, DecisionReason, EndingParty, InterviewOutcome, Mark
from nastavnik.domain.intake.models import AdmissionItem
from nastavnik.domain.intake.queries import admission as queries
from nastavnik.domain.intake.queries import gathered as of_meetings
from nastavnik.domain.people import actions as people
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.enums import ParticipationState, ProgrammeType
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY, TALKED = date(2026, 11, 23), date(2026, 11, 20)


@pytest.fixture
def mentor(now):
    module = make.ModuleFactory()
    person = make.PersonFactory(organisation=module.organisation, adult=True, with_user=True)
    return make.ParticipationFactory(module=module, person=person, mentor=True, state=ParticipationState.ENROLLED)


@pytest.fixture
def by(mentor):
    return make.staff(RoleCode.COORDINATOR, mentor.organisation)


def talk(mentor, by, outcome=InterviewOutcome.FITS):
    return admission.record_interview(mentor, held_on=TALKED, outcome=outcome, by=by)


def worker(now_module_type=ProgrammeType.TEACHERS):
    module = make.ModuleFactory(programme__type=now_module_type)
    person = make.PersonFactory(organisation=module.organisation, adult=True)
    return make.ParticipationFactory(module=module, person=person, mentor=True, state=ParticipationState.ENROLLED)


def terms(**values):
    given = {
        "consent_on": date(2026, 9, 1), "signed_on": date(2026, 9, 2), "starts_on": date(2026, 9, 3),
        "ends_on": date(2027, 5, 31), "content": "Посещать уроки и разбирать их", "way": "очно, раз в неделю",
        "pay": "надбавка 15 %",
    }  # fmt: skip
    return agreeing.Terms(**{**given, **values})


def test_an_adult_is_admitted_when_the_talk_and_the_clearance_are_there(mentor, by):
    assert queries.candidate(mentor).missing == (C.CLEARANCE, C.INTERVIEW)
    with pytest.raises(errors.NotEverythingThere):
        admission.admit(mentor, by=by)
    people.record_clearance(mentor.person, checked_on=TALKED, by=by)
    talk(mentor, by)

    decision = admission.admit(mentor, by=by)

    assert (decision.decision, mentor.state) == (Decision.ADMITTED, ParticipationState.READY)


def test_the_last_talk_counts(mentor, by):
    talk(mentor, by)
    talk(mentor, by, InterviewOutcome.LATER)

    assert C.INTERVIEW in queries.candidate(mentor).missing
    with pytest.raises(errors.HeldInFuture):
        admission.record_interview(mentor, held_on=date(2026, 11, 24), outcome=InterviewOutcome.FITS, by=by)


def test_a_minor_mentor_needs_the_consent_of_the_guardian_and_no_clearance(now):
    young = make.ParticipationFactory(mentor=True, state=ParticipationState.ENROLLED)
    assert queries.candidate(young).missing == (C.PROCESSING, C.GUARDIAN, C.INTERVIEW)

    make.signed_consent(young.person)

    assert queries.candidate(young).missing == (C.INTERVIEW,)


def test_a_point_is_waived_with_a_reason_and_asked_again(mentor, by):
    with pytest.raises(errors.WhyMissing):
        admission.waive(mentor, C.INTERVIEW, why=" ", by=by)
    with pytest.raises(errors.CannotBeWaived):
        admission.waive(mentor, C.CLEARANCE, why="знаем его давно", by=by)

    admission.waive(mentor, C.INTERVIEW, why="наставник третий год", by=by)
    assert queries.candidate(mentor).missing == (C.CLEARANCE,)
    admission.ask_again(mentor, C.INTERVIEW, by=by)
    assert queries.candidate(mentor).missing == (C.CLEARANCE, C.INTERVIEW)


def test_a_decision_has_a_reason_and_a_refusal_ends_this_participation_alone(mentor, by):
    elsewhere = make.ModuleFactory(programme__organisation=mentor.organisation)
    other = make.ParticipationFactory(person=mentor.person, module=elsewhere, mentor=True)
    admission.put_off(mentor, reason=DecisionReason.WAITS_PAPER, by=by)
    with pytest.raises(errors.WhyMissing):
        admission.refuse(mentor, reason=DecisionReason.NOT_THIS, note="", by=by)

    admission.refuse(mentor, reason=DecisionReason.NOT_THIS, note="Ищем другую программу", by=by)

    other.refresh_from_db()
    assert (mentor.state, other.state) == (ParticipationState.LEFT, ParticipationState.READY)
    assert [one.decision for one in queries.decisions_of(mentor)] == [Decision.REFUSED, Decision.NOT_YET]


def test_signs_are_written_over_and_never_added_up(mentor, by):
    admission.mark_signs(mentor, {"experience": Mark.UNKNOWN, "age": Mark.SEEN, "learning": "5"}, by=by)
    admission.mark_signs(mentor, {"experience": Mark.SEEN}, by=by)

    assert {sign: row.mark for sign, row in queries.marks_of(mentor).items()} == {"experience": Mark.SEEN}


def test_of_a_self_check_only_the_fact_stays(mentor):
    assert admission.check_themself(mentor.person.user) == 1

    item = AdmissionItem.objects.get()
    assert (item.code, item.done_on, item.note, item.is_waived) == (C.SELF_CHECK, TODAY, "", False)
    assert [row.checked_themself for row in queries.own_mentoring(mentor.person.user)] == [True]


def test_nobody_admits_themself(mentor, by):
    own = make.ParticipationFactory(
        module=mentor.module, person=by.person, mentor=True, state=ParticipationState.ENROLLED
    )
    psychologist = make.staff(RoleCode.PSYCHOLOGIST, mentor.organisation)

    assert (rules.can_admit(by, mentor), rules.can_admit(by, own), rules.can_interview(by, own)) == (True, False, False)
    assert (rules.can_interview(psychologist, mentor), rules.can_admit(psychologist, mentor)) == (True, False)


def test_a_worker_for_workers_needs_the_written_agreement(now):
    mentor = worker()
    by = make.staff(RoleCode.COORDINATOR, mentor.organisation)
    assert queries.candidate(mentor).missing == (C.EMPLOYEE_CONSENT, C.AGREEMENT, C.INTERVIEW)

    agreement = agreeing.sign_agreement(mentor, terms(), by=by)

    assert queries.candidate(mentor).missing == (C.INTERVIEW,)
    with pytest.raises(errors.AgreementOverlaps):
        agreeing.sign_agreement(mentor, terms(starts_on=date(2027, 5, 1), ends_on=None), by=by)
    with pytest.raises(errors.AgreementUnordered):
        agreeing.sign_agreement(mentor, terms(consent_on=date(2026, 10, 1)), by=by)
    with pytest.raises(errors.EndsTooSoon) as refused:
        end(agreement, by, ended_by=EndingParty.EMPLOYER, ended_on=date(2026, 11, 25), is_sooner_agreed=True)
    assert refused.value.params == {"notice": "23.11.2026", "earliest": "26.11.2026"}

    end(agreement, by, ended_by=EndingParty.EMPLOYER, ended_on=date(2026, 11, 26))

    with pytest.raises(errors.AgreementIsOver):
        end(agreement, by, ended_by=EndingParty.MENTOR, ended_on=date(2026, 12, 26))
    agreeing.sign_agreement(mentor, terms(starts_on=date(2026, 11, 27), ends_on=None), by=by)


def end(agreement, by, *, ended_by, ended_on, **more):
    return agreeing.end_agreement(
        agreement, ended_by=ended_by, notice_on=TODAY, ended_on=ended_on, version=agreement.version, by=by, **more
    )


def test_a_mentor_may_be_let_go_sooner_where_both_agree(now):
    mentor = worker()
    by = make.staff(RoleCode.COORDINATOR, mentor.organisation)
    agreement = agreeing.sign_agreement(mentor, terms(), by=by)
    with pytest.raises(errors.EndsTooSoon):
        end(agreement, by, ended_by=EndingParty.MENTOR, ended_on=TODAY)

    end(agreement, by, ended_by=EndingParty.MENTOR, ended_on=TODAY, is_sooner_agreed=True)

    assert (agreement.ended_on, agreement.is_sooner_agreed) == (TODAY, True)


def test_what_ends_within_a_month_is_watched(mentor, by):
    people.record_clearance(mentor.person, checked_on=TALKED, valid_until=date(2026, 12, 20), by=by)
    colleague = make.ParticipationFactory(
        module=mentor.module, person=make.PersonFactory(organisation=mentor.organisation, adult=True), mentor=True
    )
    agreeing.sign_agreement(colleague, terms(ends_on=date(2026, 11, 20)), by=by)
    stranger = make.staff(RoleCode.COORDINATOR)

    found = [(one.participation, one.code, one.is_over) for one in queries.endings(by, TODAY)]

    assert found == [(colleague, C.AGREEMENT, True), (mentor, C.CLEARANCE, False)]
    assert queries.endings(stranger, TODAY) == []


def test_admission_waits_for_a_course_that_says_so(mentor, by):
    assert C.TRAINING not in {point.code for point in queries.candidate(mentor).points}

    events.plan_course(mentor.module, events.CourseRules("Школа наставника", gate_before_admission=True), by=by)

    assert C.TRAINING in queries.candidate(mentor).missing


def test_who_came_and_did_not_apply_is_named(mentor, by):
    plan = events.EventPlan("Сбор актива", datetime(2026, 11, 20, 9, tzinfo=UTC))
    event = events.plan_event(mentor.module, plan, kind=EventKind.MOTIVATIONAL, by=by)
    guest = make.PersonFactory(organisation=mentor.organisation)
    events.came_too(event, [guest.pk, mentor.person_id], by=by)

    found = of_meetings.gathered(event)

    assert (found.on_the_spot, found.begun, [row.person for row in found.silent]) == (0, 0, [guest])


def test_the_checklists_of_three_take_the_queries_of_one(mentor, by, django_assert_num_queries):
    events.plan_course(mentor.module, events.CourseRules("Школа наставника"), by=by)
    with django_assert_num_queries(10):
        queries.candidates([mentor], TODAY)
    others = [make.ParticipationFactory(module=mentor.module, mentor=True) for _number in range(2)]

    with django_assert_num_queries(10):
        assert len(queries.candidates([mentor, *others], TODAY)) == 3
