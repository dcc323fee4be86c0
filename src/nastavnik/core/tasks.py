"""The bridge to huey: wakes the worker after a commit and sweeps every minute."""

from huey import crontab
from huey.contrib.djhuey import db_periodic_task, db_task

from nastavnik.core import jobs


@db_task()
def run_due_jobs() -> None:
    """Woken by `enqueue`."""
    jobs.run_due()


@db_periodic_task(crontab(minute="*"))
def sweep() -> None:
    """Finds what was not woken for: later attempts, jobs of a worker that died."""
    jobs.run_due()


jobs.on_enqueue(lambda: run_due_jobs())
