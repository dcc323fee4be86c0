"""Pages of the intake's own questions: one section a page, after all pages of `pages`. Pure."""

from collections.abc import Sequence

PREFIX = "more-"
MOST = 99


def code_of(number: int) -> str:
    """The code of the page of a section; people count from one."""
    return f"{PREFIX}{number + 1}"


def number_of(code: str) -> int | None:
    """The section that the code names; None where it is no page of this sort."""
    digits = code.removeprefix(PREFIX) if code.startswith(PREFIX) else ""
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= len(str(MOST))) or int(digits) < 1:
        return None
    return int(digits) - 1


def after(number: int, shown: Sequence[int]) -> str:
    """The code of the page that follows, "" where it was the last one; -1 asks for the first."""
    return next((code_of(one) for one in shown if one > number), "")


def before(number: int, shown: Sequence[int]) -> str:
    """The code of the page before, "" where it was the first one."""
    return next((code_of(one) for one in reversed(shown) if one < number), "")
