"""A paper as the plain lines these tests compare."""

from nastavnik.domain.documents.rendering.blocks import Paper, Points
from nastavnik.domain.documents.rendering.text import blocks_text, text_of

NO_BREAK_SPACE = "\u00a0"


def said(paper: Paper) -> list[str]:
    return [line.replace(NO_BREAK_SPACE, " ") for line in text_of(paper)]


def section(paper: Paper, code: str) -> list[str]:
    return [line.replace(NO_BREAK_SPACE, " ") for line in blocks_text(paper.section(code).blocks) if line]


def points_of(paper: Paper) -> list[str]:
    """Numbered points of the whole paper with their parts."""
    blocks = [block for part in paper.sections for block in part.blocks if isinstance(block, Points)]
    return [line.replace(NO_BREAK_SPACE, " ") for line in blocks_text(blocks)]


def codes(paper: Paper) -> list[str]:
    return [part.code for part in paper.sections]
