"""How loudly a silent pair is told of. Pure.

The first week of silence is the coordinator's, so is the second, with what was tried; then the head sees it too.
"""

STEP = 7  # days
FIRST, SECOND, THIRD = 1, 2, 3


def level(days: int | None, period: int, grace: int) -> int:
    """0: not silent; 1, 2: the coordinator, once and once more; 3: the head as well. `days` is the d of the radar."""
    beyond = (days or 0) - period - grace
    if beyond <= 0:
        return 0
    return min(1 + (beyond - 1) // STEP, THIRD)
