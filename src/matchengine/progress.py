"""How far a run is, and the way to stop it."""

from collections.abc import Callable
from enum import StrEnum

Progress = Callable[[str, int, int], bool]
"""Called with (stage, done, of) now and then; False cancels the run."""


class Stage(StrEnum):
    """The steps of a run, in order."""

    SCAN = "scan"
    SEARCH = "search"
    PROOF = "proof"
    CHECK = "check"


class Cancelled(Exception):
    """The caller asked to stop; there is no plan."""


def report(progress: Progress | None, stage: Stage, done: int, of: int) -> None:
    """Tell the caller. Raises Cancelled if the answer is False."""
    if progress is not None and not progress(str(stage), done, of):
        raise Cancelled(f"cancelled at {stage}")
