"""Text that a spreadsheet may take for a formula: guarded on its way out, the guard taken off on its way in.

OWASP names the beginnings; quotes and spaces before them, full-width twins and the minus sign are ours.
"""

import re

FORMULA = re.compile(r"'*\s*[=+\-@\t\r\n＝＋－＠−]")
GUARDED = re.compile(r"'+\s*[=+\-@\t\r\n＝＋－＠−]")


def guarded(text: str) -> str:
    """With a quote before it where it looks like a formula: spreadsheets show such a cell as text."""
    return f"'{text}" if FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """What was guarded, as it was; any other text is left alone."""
    return text[1:] if GUARDED.match(text) else text
