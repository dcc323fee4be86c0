"""Counting in the background: how far it is, stopping it, and that one run is counted once."""

from datetime import timedelta

import pytest

from matchengine.progress import Cancelled, Stage
from nastavnik.core import clock, jobs
from nastavnik.core.models import Job, JobState
from nastavnik.domain.matching import actions, messages
from nastavnik.domain.matching.actions.counting import Progress
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.errors import RunIsOver
from nastavnik.domain.matching.models import MatchRun
from nastavnik.domain.matching.queries import pool_for
from nastavnik.domain.matching.queries.runs import job_key
from nastavnik.domain.matching.solving import outcome_of
from tests import factories as make
from tests.domain.matching.scene import TODAY, mentee, mentor, solved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def run():
    module = make.ModuleFactory()
    mentee(module)
    mentor(module)
    return actions.run(module, as_of=TODAY, by=None)


def job_of(run):
    return Job.objects.get(key=job_key(run))


def test_how_far_it_is_is_written_down_and_prolongs_the_lease(run):
    soon = clock.now() + timedelta(seconds=5)
    Job.objects.filter(pk=job_of(run).pk).update(state=JobState.RUNNING, leased_until=soon)

    assert Progress(run)("search", 3, 10) is True

    run.refresh_from_db()
    assert run.progress == {"stage": "search", "done": 3, "of": 10}
    assert job_of(run).leased_until > soon
    assert messages.stage("search") == "Ищем лучшее предложение"


def test_the_same_stage_is_not_written_at_every_step(run):
    progress = Progress(run)
    progress("search", 1, 10)
    progress("search", 2, 10)

    run.refresh_from_db()
    assert run.progress["done"] == 1


def test_a_run_that_waits_in_the_queue_is_stopped_at_once(run):
    actions.cancel(run, by=None)
    jobs.run_due()

    run.refresh_from_db()
    assert (run.state, run.error, run.proposals.count()) == (MatchRunState.DRAFT, "cancelled", 0)
    assert messages.failure(run.error) == "Подбор остановлен. Данные целы, можно посчитать ещё раз."


def test_a_run_that_is_being_counted_stops_when_the_worker_looks(run):
    Job.objects.filter(pk=job_of(run).pk).update(state=JobState.RUNNING)
    actions.cancel(run, by=None)
    assert (run.state, run.cancel_asked) == (MatchRunState.SOLVING, True)
    assert Progress(run)("search", 1, 10) is False

    actions.solve(run)

    run.refresh_from_db()
    assert (run.state, run.error, run.cancel_asked, run.progress) == (MatchRunState.DRAFT, "cancelled", False, {})
    assert run.proposals.count() == 0


def test_a_stopped_run_can_be_counted_again(run):
    actions.cancel(run, by=None)
    actions.begin(run, by=None)
    jobs.run_due()

    run.refresh_from_db()
    assert (run.state, run.error, run.proposals.count()) == (MatchRunState.READY, "", 1)


def test_what_is_over_cannot_be_stopped(run):
    jobs.run_due()
    run.refresh_from_db()

    with pytest.raises(RunIsOver):
        actions.cancel(run, by=None)


def test_of_two_workers_that_count_one_run_one_writes(run):
    mine, theirs = MatchRun.objects.get(pk=run.pk), MatchRun.objects.get(pk=run.pk)

    actions.solve(mine)
    actions.solve(theirs)

    assert (mine.state, theirs.state) == (MatchRunState.READY, MatchRunState.READY)
    assert run.proposals.count() == 1
    assert run.state_changes.filter(action="finish").count() == 1


def test_a_run_put_aside_while_it_was_counted_keeps_nothing(run):
    mine = MatchRun.objects.get(pk=run.pk)
    actions.discard(run, by=None)

    actions.solve(mine)

    assert (mine.state, run.proposals.count()) == (MatchRunState.DISCARDED, 0)


def test_every_stage_of_the_engine_has_words_and_each_is_a_place_to_stop(run):
    problem = pool_for(run).problem

    for stopped_at in Stage:
        with pytest.raises(Cancelled):
            outcome_of(problem, progress=lambda stage, _done, _of, last=str(stopped_at): stage != last)
        assert messages.stage(stopped_at) != messages.stage("")


def test_reports_are_counted_after_the_plan_and_once_for_each_version():
    module = make.ModuleFactory()
    mentee(module, values={"main_need": "физика"}), mentee(module, values={"main_need": "физика"})
    helper = mentor(module, values={"competences": ("физика",), "places": 1})

    run = solved(module)

    assert Job.objects.filter(name="matching.report", state=JobState.DONE).count() == 1
    assert run.reports["input_sha256"] == run.input_sha256
    first = run.reports["lacking"][0]
    assert first["mentor"] == str(helper.pk)
    assert first["difference"]["coverage"] == 1
