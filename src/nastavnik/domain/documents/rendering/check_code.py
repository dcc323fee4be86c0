"""The code on a certificate that a public page verifies."""

import random

# 32 signs, five bits each. No О (0), З (3), Ч (4), Б (6), И and Й, Щ, Ъ, Ы, Ь, Ё: a code is read aloud and typed.
ALPHABET = "0123456789АВГДЕЖКЛМНПРСТУФХЦШЭЮЯ"
LENGTH = 16
GROUP = 4
BITS = 5 * LENGTH
FORGIVEN = str.maketrans(
    "ABEKMHOPCTXYILVОЗЧБЁЩІ",
    "АВЕКМН0РСТХУ11У0346ЕШ1",
)


def new_check_code(source: random.Random) -> str:
    """A code of 80 random bits in groups of four: «7КМ4-Х2РЕ-…». Give it `random.SystemRandom()`."""
    number = source.getrandbits(BITS)
    return _grouped("".join(ALPHABET[number >> shift & 31] for shift in range(0, BITS, 5)))


def normalise_check_code(typed: str) -> str | None:
    """The code as it is printed, or None where it cannot be one.

    Forgives case, spaces, hyphens and dashes, Latin look-alikes, О for 0, З for 3, Ч for 4, Б for 6, Ё for Е.
    """
    signs = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(FORGIVEN)
    if len(signs) != LENGTH or any(sign not in ALPHABET for sign in signs):
        return None
    return _grouped(signs)


def _grouped(signs: str) -> str:
    return "-".join(signs[start : start + GROUP] for start in range(0, LENGTH, GROUP))
