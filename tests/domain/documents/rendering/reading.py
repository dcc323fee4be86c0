"""The words of a drawn paper, in the order in which they are read."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterable

from docx import Document

from nastavnik.domain.documents.rendering.blocks import Paper, Table
from nastavnik.domain.documents.rendering.text import text_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PDFTOTEXT = shutil.which("pdftotext")
HYPHENS = re.compile(r"[-\u2010\u2011]\s*")
DASH = re.compile(r"(?<!\S)–(?!\S)")  # lists are drawn with dashes, and lines are broken at them


def docx_words(data: bytes) -> list[str]:
    """Paragraphs and cells of the body as python-docx sees them."""
    return words(_docx_lines(data))


def pdf_words(data: bytes, paper: Paper | None = None) -> list[str]:
    """Words of every page without its number and without heads of tables that are repeated on it."""
    shown = _shown(data)
    heads = [words(column.title for column in table.columns) for table in _tables(paper)] if paper else []
    found: list[str] = []
    for number, page in enumerate(shown.split("\f"), 1):
        lines = page.splitlines()
        if number > 1 and lines and lines[0].strip() == str(number):
            lines = lines[1:]
        found += _without_head(words(["\n".join(lines)]), heads) if number > 1 else words(["\n".join(lines)])
    return found


def pages(data: bytes) -> int:
    return _shown(data).count("\f")


def paper_words(paper: Paper) -> list[str]:
    return words(text_of(paper))


def words(lines: Iterable[str]) -> list[str]:
    """Words without dashes of lists, rejoined where a line was broken at a hyphen."""
    text = HYPHENS.sub("-", " ".join(lines).replace("\u00a0", " "))
    return DASH.sub(" ", text).split()


def _shown(data: bytes) -> str:
    return subprocess.run([PDFTOTEXT, "-raw", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()


def _docx_lines(data: bytes) -> Iterable[str]:
    for paragraph in Document(io.BytesIO(data)).element.body.iter(f"{W}p"):
        yield "".join({f"{W}t": piece.text or "", f"{W}br": "\n"}.get(piece.tag, "") for piece in paragraph.iter())


def _tables(paper: Paper) -> list[Table]:
    return [block for section in paper.sections for block in section.blocks if isinstance(block, Table)]


def _without_head(page: list[str], heads: list[list[str]]) -> list[str]:
    repeated = next((head for head in heads if head and page[: len(head)] == head), [])
    return page[len(repeated) :]
