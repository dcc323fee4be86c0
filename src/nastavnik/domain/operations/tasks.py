"""What runs by night: a copy that is looked through, then tidying up."""

from datetime import datetime, timedelta

from nastavnik.core.jobs import job, standing
from nastavnik.domain.operations import actions

NIGHT_UTC = 23  # 2 o'clock in Moscow, 9 in Kamchatka's summer: before the school day everywhere


@job("operations.backup", atomic=False, lease=timedelta(hours=2))
def make_backup() -> None:
    """A copy asked for on the page."""
    actions.verify(actions.backup().path)


@job("operations.nightly_backup", atomic=False, lease=timedelta(hours=2))
def make_nightly_backup() -> None:
    """The copy of the night; old ones go only after a new one was found whole."""
    actions.verify(actions.backup().path)
    actions.rotate()


@standing("operations.nightly_backup")
def backup_is_due(at: datetime) -> str | None:
    return f"operations.nightly_backup/{_night(at)}"


@job("operations.tidy")
def tidy() -> None:
    actions.tidy()


@standing("operations.tidy")
def tidying_is_due(at: datetime) -> str | None:
    return f"operations.tidy/{_night(at)}"


def _night(at: datetime) -> str:
    """The night that began last: asked at any hour, so that a machine switched off at night makes up for it."""
    return f"{at - timedelta(hours=NIGHT_UTC):%Y-%m-%d}"
