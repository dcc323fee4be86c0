"""The bridge to huey: wakes the worker after a commit and sweeps every minute."""

from huey import crontab
from huey.contrib.djhuey import db_periodic_task, db_task

from nastavnik.core import jobs


@db_task()  # type: ignore[untyped-decorator]
def run_due_jobs() -> None:
    """Woken by `enqueue`."""
    jobs.run_due()


@db_periodic_task(crontab(minute="*"))  # type: ignore[untyped-decorator]
def sweep() -> None:
    """Asks for standing jobs and finds what nobody was woken for: later attempts, jobs of a worker that died."""
    jobs.ask_standing()
    jobs.run_due()


jobs.on_enqueue(lambda: run_due_jobs())
