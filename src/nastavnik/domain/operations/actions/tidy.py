"""Throwing away what has served its turn: keys of submitted forms, finished jobs, attempts to sign in, stray files."""

from datetime import timedelta

from django.contrib.sessions.models import Session

from nastavnik.core import clock
from nastavnik.core.models import Job, JobState, Submission
from nastavnik.domain.operations import queries
from nastavnik.domain.people.models import SignInAttempt

KEPT = timedelta(days=30)
ATTEMPTS_KEPT = timedelta(days=2)
STRAY_AFTER = timedelta(days=1)


def tidy() -> dict[str, int]:
    """Delete it; returns how much of each."""
    at = clock.now()
    return {
        "submissions": Submission.objects.filter(at__lt=at - KEPT).delete()[0],
        "jobs": Job.objects.filter(state=JobState.DONE, finished_at__lt=at - KEPT).delete()[0],
        "attempts": SignInAttempt.objects.filter(at__lt=at - ATTEMPTS_KEPT).delete()[0],
        "sessions": Session.objects.filter(expire_date__lt=at).delete()[0],
        "files": _remove_stray_files(),
    }


def _remove_stray_files() -> int:
    """Files whose row was rolled back; a fresh one may still get its row."""
    before = (clock.now() - STRAY_AFTER).timestamp()
    stray = [path for path in queries.stray_files() if path.stat().st_mtime < before]
    for path in stray:
        path.unlink(missing_ok=True)
    return len(stray)
