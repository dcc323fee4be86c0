"""The words that are delivered, one file a kind: own words, with the parts that 152-ФЗ ст. 9 ч. 4 asks for.

Plain data. What nobody confirmed by the original of an act is not `confirmed`: pages show its note with the mark
«сверьте с оригиналом».
"""

from nastavnik.domain.consents.texts import diagnostics, employee, participation, processing, publication
from nastavnik.domain.consents.texts.words import BLANK, BLANK_PLACES, PARTS, REQUIRED, Words, has_blank, missing

SHIPPED: tuple[Words, ...] = (
    processing.WORDS,
    participation.WORDS,
    publication.WORDS,
    diagnostics.WORDS,
    employee.WORDS,
)


def words_of(kind: str) -> Words:
    """The delivered words of a kind; KeyError where there are none."""
    return {words.kind: words for words in SHIPPED}[kind]


__all__ = [
    "BLANK",
    "BLANK_PLACES",
    "PARTS",
    "REQUIRED",
    "SHIPPED",
    "Words",
    "has_blank",
    "missing",
    "words_of",
]
