"""Scans of many pages, read while nobody waits."""

from datetime import timedelta

from nastavnik.core.jobs import job
from nastavnik.domain.consents import actions
from nastavnik.domain.consents.models import ScannedPaper


# Not atomic: pages are read for a minute, no transaction is held meanwhile, and what was read is not read twice.
@job(actions.JOB, atomic=False, lease=timedelta(minutes=10))
def read_scan(scan_id: int) -> None:
    """A scan that was taken apart, deleted or recorded meanwhile is left alone."""
    scan = ScannedPaper.objects.select_related("file", "organisation").filter(pk=scan_id, recorded_at=None).first()
    if scan is not None and scan.request_id is None:
        actions.read_scan(scan)
