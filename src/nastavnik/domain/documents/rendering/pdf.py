"""PDF/A out of our own Typst template. Data goes in as JSON, never as source."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

import typst

from nastavnik.domain.documents.rendering.archive import EARLIEST
from nastavnik.domain.documents.rendering.blocks import Paper
from nastavnik.domain.documents.rendering.plain_paper import to_plain
from nastavnik.domain.documents.rendering.square import svg
from nastavnik.domain.documents.rendering.text import cover_of, held_to_signatures

ROOM = Path(__file__).resolve().parent.parent
TEMPLATES = ROOM / "templates" / "typst"
FONTS = ROOM / "fonts"
WANTED_FAMILIES = ("PT Serif", "PT Sans")
STANDARD: Final = "a-2b"


def render_papers(papers: Sequence[Paper], *, title: str = "", tagged: bool = True) -> bytes:
    """A PDF/A-2b file of papers one after another, the pages of each counted from one, each on sheets of its own where
    both sides are printed; the same papers give the same bytes.

    Only our fonts are used, so a paper looks alike on every machine. `title` is of the file where it holds several.
    `tagged` files are read aloud well; one that is only printed need not be.
    """
    said = papers[0].properties
    job = {
        "title": title or str(said.get("title", "")),
        "author": str(said.get("author", "")),
        "papers": [_data(paper) for paper in papers],
    }
    data = json.dumps(job, ensure_ascii=False, sort_keys=True)
    day = date.fromisoformat(said["day"]) if said.get("day") else EARLIEST
    stamp = datetime.combine(max(day, EARLIEST), time(), UTC)
    drawn = _compiler().compile(
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=[STANDARD],
        timestamp=int(stamp.timestamp()),
        pdf_tags=tagged,
    )
    return cast(bytes, drawn)


def missing_fonts() -> tuple[str, ...]:
    """Families of our papers that were not set up; a serif of the compiler stands in for them."""
    present = set(_fonts().families())
    return tuple(family for family in WANTED_FAMILIES if family not in present)


def _data(paper: Paper) -> dict[str, Any]:
    """The paper as the template takes it: all blocks in a row, the square code drawn."""
    data = to_plain(paper)
    blocks = [block for section in data["sections"] for block in section["blocks"]]
    held = held_to_signatures([block for section in paper.sections for block in section.blocks])
    blocks = [block | {"keep": place in held} for place, block in enumerate(blocks)]
    kept = ("heading", "title", "letterhead", "stamp", "number", "date", "city", "footnote")
    looks = ("landscape", "is_order", "decorated")
    return {name: data[name] for name in (*kept, *looks)} | {
        "blocks": blocks,
        "square": svg(paper.square),
        "on_each": bool(paper.square) and paper.properties.get("square") == "on each page",
        "cover": len(cover_of(paper)),
    }


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(TEMPLATES / "paper.typ", root=TEMPLATES, font_paths=_fonts(), ignore_system_fonts=True)


@cache
def _fonts() -> typst.Fonts:
    paths = [str(FONTS)] if FONTS.is_dir() else []
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=paths)
