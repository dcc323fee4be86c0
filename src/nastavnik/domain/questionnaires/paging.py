"""Sections as pages of a few questions each: nobody meets seventeen scales at once on a telephone. Pure."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from nastavnik.domain.questionnaires.specs import Section, Spec

MOST = 5  # questions on one page


def in_pages(spec: Spec, most: int = MOST) -> Spec:
    """The same questions in the same order; a longer section becomes several of like length with its title."""
    return replace(spec, sections=tuple(part for section in spec.sections for part in _parts(section, most)))


def _parts(section: Section, most: int) -> Iterator[Section]:
    number = len(section.questions)
    pages = max(1, -(-number // most))
    ends = [-(-number * page // pages) for page in range(pages + 1)]
    for start, end in pairwise(ends):
        yield replace(section, questions=section.questions[start:end])
