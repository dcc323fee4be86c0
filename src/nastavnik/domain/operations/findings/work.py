"""Does the work in the background go on?"""

from datetime import timedelta

from nastavnik.core import clock
from nastavnik.core.models import Job, JobState
from nastavnik.domain.notifications.queries import due, unsent
from nastavnik.domain.operations.records import Finding

LATE = timedelta(minutes=10)
LOOKED_BACK = timedelta(days=7)
WAITED = timedelta(hours=6)


def worker_is_awake() -> Finding:
    """Nothing waits ten minutes longer than it should."""
    late = Job.objects.filter(state=JobState.QUEUED, run_after__lt=clock.now() - LATE).count()
    return Finding("worker_awake", not late, {"late": late})


def jobs_succeed() -> Finding:
    """Nothing was given up in the last days."""
    failed = Job.objects.filter(state=JobState.FAILED, finished_at__gte=clock.now() - LOOKED_BACK).count()
    return Finding("jobs_succeed", not failed, {"failed": failed})


def letters_leave() -> Finding:
    """No letter was given up or has waited for hours."""
    waiting = due(clock.now()).filter(created_at__lt=clock.now() - WAITED).count() + unsent().count()
    return Finding("letters_leave", not waiting, {"waiting": waiting})
