"""The code that is shown at a meeting, so that applications made on the spot are known to come from it."""

import secrets
from collections.abc import Callable

Chance = Callable[[int], int]


def event_code(chance: Chance = secrets.randbelow) -> str:
    """«СБОР-48210»: one word for all, so that nobody takes it for the code of a poster."""
    return f"СБОР-{chance(100_000):05d}"
