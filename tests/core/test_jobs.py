"""Background work: asked for once, run once, taken over from the dead, given up in the end."""

from datetime import timedelta

import pytest

from nastavnik.core import clock, jobs
from nastavnik.core.models import Job, JobState
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def done(monkeypatch):
    """Registers three kinds of work for the test; returns what was done."""
    calls = []
    monkeypatch.setattr(jobs, "_work", dict(jobs._work))
    monkeypatch.setattr(jobs, "_standing", {})

    @jobs.job("test.note")
    def note(text="") -> None:
        calls.append(text)

    @jobs.job("test.fail")
    def fail() -> None:
        Job.objects.create(name="test.trace")
        raise ValueError("Иванова Мария")

    @jobs.job("test.late")
    def late() -> None:
        calls.append("late")
        Job.objects.update(attempts=9, state=JobState.RUNNING)  # what a worker that took over would have written

    return calls


def at(**later):
    return clock.fixed(NOW + timedelta(**later))


def test_a_job_runs_once(now, done):
    asked = jobs.enqueue("test.note", text="a")

    assert jobs.run_due() == 1
    assert jobs.run_due() == 0

    asked.refresh_from_db()
    assert (asked.state, asked.attempts, done) == (JobState.DONE, 1, ["a"])


def test_the_same_key_is_asked_for_once(now, done):
    assert jobs.enqueue("test.note", key="k", text="a") == jobs.enqueue("test.note", key="k", text="b")

    jobs.run_due()

    assert done == ["a"]


def test_a_name_that_nobody_registered_is_refused_at_once():
    with pytest.raises(LookupError):
        jobs.enqueue("no.such.work")


def test_failed_work_leaves_nothing_and_is_tried_again_later(now, done, caplog):
    asked = jobs.enqueue("test.fail")

    jobs.run_due()

    asked.refresh_from_db()
    assert (asked.state, asked.error, asked.run_after) == (JobState.QUEUED, "ValueError", NOW + timedelta(seconds=20))
    assert not Job.objects.filter(name="test.trace").exists()
    assert "Иванова" not in caplog.text


def test_work_that_fails_every_time_is_given_up(done):
    with at():
        asked = jobs.enqueue("test.fail")
    for hour in range(jobs.ATTEMPTS + 2):
        with at(hours=hour):
            jobs.run_due()

    asked.refresh_from_db()
    assert (asked.state, asked.attempts) == (JobState.FAILED, jobs.ATTEMPTS)


def test_what_a_dead_worker_left_is_taken_up_after_its_lease(now, done):
    asked = jobs.enqueue("test.note", text="a")
    assert jobs._claim() == asked  # and the worker dies here

    assert jobs.run_due() == 0
    with at(minutes=4):
        assert jobs.run_due() == 0
    with at(minutes=6):
        assert jobs.run_due() == 1

    assert done == ["a"]


def test_work_under_which_workers_die_is_given_up(now, done):
    asked = jobs.enqueue("test.note")
    Job.objects.update(state=JobState.RUNNING, attempts=jobs.ATTEMPTS, leased_until=NOW - timedelta(seconds=1))

    assert jobs.run_due() == 0

    asked.refresh_from_db()
    assert (asked.state, asked.error, done) == (JobState.FAILED, jobs.DIED, [])


def test_who_lost_the_lease_keeps_nothing(now, done):
    asked = jobs.enqueue("test.late")

    jobs.run_due()

    asked.refresh_from_db()
    assert (done, asked.state, asked.attempts) == (["late"], JobState.RUNNING, 1)


def test_standing_work_is_asked_for_once_a_key(done):
    jobs.standing("test.note")(lambda moment: f"test/{moment:%H}" if moment.hour == 6 else None)

    for minutes in (0, 10, 19, 20, 60):  # 6:40 … 7:40
        with at(minutes=minutes):
            jobs.ask_standing()

    assert list(Job.objects.values_list("key", flat=True)) == ["test/06"]
