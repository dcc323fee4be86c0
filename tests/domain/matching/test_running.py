from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.core import clock, jobs
from nastavnik.core.models import Job, JobState
from nastavnik.domain.matching import actions, tasks
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.errors import NobodyToMatch
from nastavnik.domain.matching.models import MatchRun
from nastavnik.domain.matching.queries import pool_of
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import EndReason
from nastavnik.domain.people.models import Clearance
from nastavnik.domain.programmes.enums import Kind, ParticipationState, ProgrammeType
from tests import factories as make
from tests.domain.matching.scene import TODAY, mentee, mentor, pairs_of, solved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_a_run_is_solved_in_the_background():
    module = make.ModuleFactory()
    child, helper = mentee(module, values={"main_need": "физика"}), mentor(module, values={"competences": ("Физика",)})

    run = actions.run(module, as_of=TODAY, by=None)
    assert (run.state, run.number) == (MatchRunState.SOLVING, 1)
    jobs.run_due()

    run.refresh_from_db()
    proposal = run.proposals.get()
    assert run.state == MatchRunState.READY
    assert (proposal.mentee_id, proposal.mentor_id, proposal.score) == (child.pk, helper.pk, 40)
    assert [reason["code"] for reason in proposal.reasons] == [
        "need_main_covered",
        "interests_unknown",
        "time_unknown",
        "age_unknown",
        "mutual_none",
        "values_unknown",
        "ways_unknown",
        "openness_unknown",
        "mastery_unknown",
        "previous_none",
        "place_unknown",
    ]
    assert run.certificate["levels"] == [
        {"name": "coverage", "value": 1, "bound": 1},
        {"name": "mutual", "value": 0, "bound": 0},
        {"name": "worst", "value": 40, "bound": 40},
        {"name": "total", "value": 40, "bound": 40},
    ]
    assert (run.certificate["gap"], run.certificate["checked_again"]) == (0, True)
    assert len(run.input_sha256) == 64


def test_the_job_asked_twice_solves_once():
    module = make.ModuleFactory()
    mentee(module)
    mentor(module)
    run = solved(module)

    actions.solve(run)
    jobs.run_due()

    assert run.proposals.count() == 1
    assert Job.objects.filter(name="matching.solve", state=JobState.DONE).count() == 1


def test_nobody_to_match_is_said_before_anything_is_started():
    module = make.ModuleFactory()
    mentee(module)

    with pytest.raises(NobodyToMatch):
        actions.run(module, as_of=TODAY, by=None)
    assert not MatchRun.objects.exists()


def test_consent_and_clearance_are_gates():
    module = make.ModuleFactory()
    agreed, silent = mentee(module), mentee(module, consent=False)
    cleared = mentor(module, values={"places": 1})
    unknown = mentor(module, cleared=False, values={"places": 5})
    young = make.ParticipationFactory(module=module, mentor=True, person__birth_date=date(2009, 5, 5))

    run = solved(module)

    assert pairs_of(run) == [(agreed.pk, cleared.pk)]
    assert [(left.mentee_id, left.reasons["code"]) for left in run.left_out.all()] == [(silent.pk, "consent_missing")]
    assert {(one.participation.pk, one.code) for one in pool_of(module, as_of=TODAY).waiting()} == {
        (silent.pk, "consent"),
        (unknown.pk, "clearance"),
        (young.pk, "consent"),
    }


def test_a_clearance_that_ended_yesterday_is_none():
    module = make.ModuleFactory()
    mentee(module)
    helper = mentor(module)
    Clearance.objects.update(valid_until=date(2026, 11, 22))

    run = solved(module)

    assert pairs_of(run) == []
    assert pool_of(module, as_of=TODAY).waiting()[0].participation == helper


def test_no_clearance_is_asked_where_nobody_is_a_child():
    module = make.ModuleFactory(programme__type=ProgrammeType.TEACHERS)
    learner = make.ParticipationFactory(module=module, person__adult=True)
    helper = mentor(module, cleared=False)

    assert pairs_of(solved(module)) == [(learner.pk, helper.pk)]


@pytest.mark.parametrize("state", [s for s in ParticipationState if s != ParticipationState.READY])
def test_only_who_is_ready_is_matched(state):
    module = make.ModuleFactory()
    ready = mentee(module)
    make.signed_consent(make.ParticipationFactory(module=module, state=state).person)
    mentor(module, values={"places": 5})

    assert [pair[0] for pair in pairs_of(solved(module))] == [ready.pk]


def test_who_is_in_a_pair_is_not_offered_again_and_takes_a_place():
    module = make.ModuleFactory()
    paired, free, third = mentee(module), mentee(module), mentee(module)
    helper = mentor(module, values={"places": 2})
    mentorships.propose(module, pairs=[(helper, paired)], on=TODAY, by=None)

    run = solved(module)

    assert run.certificate["places"] == 1
    assert len(pairs_of(run)) == 1
    assert {free.pk, third.pk} == {pairs_of(run)[0][0], run.left_out.get().mentee_id}
    assert run.left_out.get().reasons["code"] == "places_full"


def test_two_who_did_not_fit_are_not_offered_to_each_other_again():
    module = make.ModuleFactory()
    child, helper = mentee(module), mentor(module)
    (pair,) = mentorships.propose(module, pairs=[(helper, child)], on=TODAY, by=None)
    mentorships.decline(pair, reason=EndReason.DID_NOT_FIT, by=None)

    run = solved(module)

    assert pairs_of(run) == []
    assert run.left_out.get().reasons["code"] == "no_mentors"


def test_a_kind_without_times_matches_whoever_has_none_in_common():
    times = {"free_time": ((1, 960, 1080),)}, {"free_time": ((2, 960, 1080),)}
    found = {}
    for kind in (Kind.INDIVIDUAL, Kind.VIRTUAL):
        module = make.ModuleFactory(kind=kind)
        mentee(module, values=times[0])
        mentor(module, values=times[1])
        found[kind] = len(pairs_of(solved(module)))

    assert found == {Kind.INDIVIDUAL: 0, Kind.VIRTUAL: 1}


def test_what_the_module_says_outweighs_the_kind():
    module = make.ModuleFactory(matching_settings={"rules": {"time": False}, "weights": {"need": 60, "interests": 0}})
    mentee(module, values={"main_need": "физика", "free_time": ((1, 960, 1080),)})
    mentor(module, values={"competences": ("физика",), "free_time": ((2, 960, 1080),)})

    run = solved(module)

    assert run.proposals.get().score == 60
    assert run.settings["rules"]["time"] is False


def test_a_gate_cannot_be_switched_off():
    module = make.ModuleFactory(matching_settings={"rules": {"mentee_consent": False, "mentor_clearance": False}})
    mentee(module, consent=False)
    mentor(module, cleared=False)

    assert pairs_of(solved(module)) == []


def test_a_run_that_failed_can_be_begun_again():
    module = make.ModuleFactory()
    mentee(module)
    mentor(module)
    run = actions.run(module, as_of=TODAY, by=None)
    actions.fail(run, error="PlanDoubted", by=None)
    jobs.run_due()
    assert (run.state, run.error, run.proposals.count()) == (MatchRunState.DRAFT, "PlanDoubted", 0)

    actions.begin(run, by=None)
    jobs.run_due()

    run.refresh_from_db()
    assert (run.state, run.error, run.proposals.count()) == (MatchRunState.READY, "", 1)


def test_a_run_whose_solving_raises_does_not_stay_solving():
    module = make.ModuleFactory()
    mentee(module)
    mentor(module)
    run = actions.run(module, as_of=TODAY, by=None)
    type(module).objects.filter(pk=module.pk).update(matching_settings={"weights": {"need": "many"}})

    jobs.run_due()

    run.refresh_from_db()
    assert (run.state, run.error, run.proposals.count()) == (MatchRunState.DRAFT, "ValueError", 0)
    assert Job.objects.get(name="matching.solve").state == JobState.DONE

    type(module).objects.filter(pk=module.pk).update(matching_settings={})
    actions.begin(run, by=None)
    jobs.run_due()

    run.refresh_from_db()
    assert (run.state, run.error, run.proposals.count()) == (MatchRunState.READY, "", 1)


def test_a_run_whose_workers_died_is_given_up():
    module = make.ModuleFactory()
    mentee(module)
    mentor(module)
    run, other = actions.run(module, as_of=TODAY, by=None), actions.run(module, as_of=TODAY, by=None)
    died = Job.objects.get(key=f"matching.solve/{run.pk}/{run.version}")
    Job.objects.filter(pk=died.pk).update(
        state=JobState.RUNNING, attempts=jobs.ATTEMPTS, leased_until=clock.now() - timedelta(seconds=1)
    )

    jobs.run_due()
    jobs.enqueue("matching.give_up", key=tasks.abandoned(clock.now()))
    jobs.run_due()

    run.refresh_from_db()
    other.refresh_from_db()
    assert (run.state, run.error) == (MatchRunState.DRAFT, "WorkerDied")
    assert other.state == MatchRunState.READY


def test_a_run_that_waits_for_its_worker_is_not_given_up():
    module = make.ModuleFactory()
    mentee(module)
    mentor(module)
    actions.run(module, as_of=TODAY, by=None)

    assert tasks.abandoned(clock.now()) is None


def test_numbers_of_runs_go_on_in_a_module():
    module = make.ModuleFactory()
    mentee(module)
    mentor(module)

    assert [solved(module).number for _time in range(2)] == [1, 2]


def test_a_pool_of_nine_asks_as_often_as_a_pool_of_three():
    module = make.ModuleFactory()
    counts = []
    for _time in range(2):
        for _number in range(3):
            mentee(module, values={"needs": ("физика",)})
            mentor(module)
        with CaptureQueriesContext(connection) as asked:
            pool_of(module, as_of=TODAY).waiting()
        counts.append(len(asked))

    assert counts[0] == counts[1]
    assert counts[0] <= 10


def test_the_paper_that_a_mentor_is_without_is_named():
    module = make.ModuleFactory()
    mentee(module), mentor(module, cleared=False)

    [left] = solved(module).left_out.all()

    helps = {one["code"]: one["params"] for one in left.reasons["helps"]}
    assert helps["help_mentor_papers"]["papers"] == ["clearance"]
