"""Who came into the programme past the checklist: named, never made to begin anew."""

from datetime import date

import pytest
from django.db import connection

from nastavnik.core.errors import ForbiddenTransition
from nastavnik.domain.intake import admission_errors as errors
from nastavnik.domain.intake.actions import admission
from nastavnik.domain.intake.admission_enums import AdmissionCode as C
from nastavnik.domain.intake.admission_enums import Decision, DecisionReason, InterviewOutcome
from nastavnik.domain.intake.queries import admission as queries
from nastavnik.domain.people import actions as people
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import AdmittedHow, ParticipationState
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture
def module(now):
    return make.ModuleFactory()


@pytest.fixture
def by(module):
    return make.staff(RoleCode.COORDINATOR, module.organisation)


def mentor(module, by, *, cleared=True, **more):
    person = make.PersonFactory(organisation=module.organisation, adult=True)
    if cleared:
        people.record_clearance(person, checked_on=TODAY, by=by)
    return make.ParticipationFactory(
        module=module, person=person, mentor=True, **{"state": ParticipationState.ENROLLED, **more}
    )


def test_who_came_past_the_checklist_is_named_until_somebody_decides(module, by):
    listed, waiting = mentor(module, by), mentor(module, by)
    mentee = make.ParticipationFactory(module=module, state=ParticipationState.ENROLLED)
    programmes.admit_many([listed], by=by, reason=AdmittedHow.LISTED)
    programmes.admit_many([mentee], by=by, reason=AdmittedHow.LISTED)

    assert list(queries.unrecorded(by)) == [listed]
    assert listed.state_changes.get().reason == "listed"
    with pytest.raises(errors.NotEverythingThere):
        admission.admit(listed, by=by)
    admission.record_interview(listed, held_on=TODAY, outcome=InterviewOutcome.FITS, by=by)
    decision = admission.admit(listed, by=by)

    assert (decision.decision, listed.state, listed.state_changes.count()) == (Decision.ADMITTED, "ready", 1)
    assert list(queries.unrecorded(by)) == []
    with pytest.raises(ForbiddenTransition):
        admission.admit(listed, by=by)
    assert waiting.state == ParticipationState.ENROLLED


def test_who_worked_before_needs_no_new_talk_but_everything_the_law_asks(module, by):
    known, bare = mentor(module, by), mentor(module, by, cleared=False)
    fresh = mentor(module, by)
    programmes.admit_many([known, bare], by=by, reason=AdmittedHow.LISTED)

    done = admission.admit(known, reason=DecisionReason.WORKED_BEFORE, by=by)

    assert done.reason == DecisionReason.WORKED_BEFORE
    for one, missing in ((bare, C.CLEARANCE.label), (fresh, C.INTERVIEW.label)):
        with pytest.raises(errors.NotEverythingThere) as refused:
            admission.admit(one, reason=DecisionReason.WORKED_BEFORE, by=by)
        assert refused.value.params == {"missing": missing}


def test_a_list_of_those_who_worked_before_is_recorded_at_once(module, by, django_assert_num_queries):
    mentors = [mentor(module, by) for _number in range(3)]
    bare = mentor(module, by, cleared=False)
    programmes.admit_many([*mentors, bare], by=by, reason=AdmittedHow.LISTED)

    turn = connection.vendor == "postgresql"  # the journal's next link is waited for there
    with django_assert_num_queries(16 + turn):
        made = admission.record_known(list(queries.unrecorded(by)), by=by)

    assert [one.participation for one in made] == mentors
    assert list(queries.unrecorded(by)) == [bare]
    assert admission.record_known([bare], by=by) == []


def test_of_another_school_nobody_is_named(module, by):
    programmes.admit_many([mentor(module, by)], by=by)

    assert list(queries.unrecorded(make.staff(RoleCode.COORDINATOR))) == []
