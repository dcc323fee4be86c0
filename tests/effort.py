"""How often a property is tried: a short form in `make test`, the full number in `make test-long`."""

import os

FEWEST = 20
IS_LONG = bool(os.environ.get("NASTAVNIK_THOROUGH"))


def examples(most: int) -> int:
    """`most` where NASTAVNIK_THOROUGH is set, else a fifth of it, at least `FEWEST`."""
    return most if IS_LONG else min(most, max(FEWEST, most // 5))
