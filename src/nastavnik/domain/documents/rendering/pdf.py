"""PDF/A out of our own Typst templates. Data goes in as JSON, never as source."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst

from nastavnik.domain.documents.rendering.archive import EARLIEST
from nastavnik.domain.documents.rendering.words import plain

ROOM = Path(__file__).resolve().parent.parent
TEMPLATES = ROOM / "templates" / "typst"
FONTS = ROOM / "fonts"
WANTED_FAMILIES = ("PT Serif", "PT Sans")
STANDARD = "a-2b"


def render_pdf(template: str, context: Mapping[str, Any], *, day: date | None = None) -> bytes:
    """A PDF/A-2b file of one of our templates (its file name); the same input gives the same bytes.

    Only our fonts are used, so a paper looks alike on every machine. `day` is the file's own date. Raises TypeError
    for data that is not plain.
    """
    data = json.dumps(plain(context), ensure_ascii=False, sort_keys=True)
    compiler = typst.Compiler(
        TEMPLATES / template, root=TEMPLATES, font_paths=_fonts(), ignore_system_fonts=True, sys_inputs={"data": data}
    )
    stamp = datetime.combine(max(day or EARLIEST, EARLIEST), time(), UTC)
    return compiler.compile(format="pdf", pdf_standards=[STANDARD], timestamp=int(stamp.timestamp()))


def missing_fonts() -> tuple[str, ...]:
    """Families of our papers that were not set up; a serif of the compiler stands in for them."""
    present = set(_fonts().families())
    return tuple(family for family in WANTED_FAMILIES if family not in present)


@cache
def _fonts() -> typst.Fonts:
    paths = [str(FONTS)] if FONTS.is_dir() else []
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=paths)
