"""How often a property is tried: a short form in `make test`, the full number in `make test-long`."""

import os

FEWEST = 20


def examples(most: int) -> int:
    """`most` where NASTAVNIK_THOROUGH is set, else a fifth of it, at least `FEWEST`."""
    return most if os.environ.get("NASTAVNIK_THOROUGH") else min(most, max(FEWEST, most // 5))
