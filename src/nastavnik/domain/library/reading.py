"""The plain text of a memo as blocks that a page or a paper can draw. Pure."""

import re
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "bullets", "numbers", "boxes"]
MARKS: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    ("heading", re.compile(r"#+\s+")),
    ("bullets", re.compile(r"[-–—•]\s+")),
    ("boxes", re.compile(r"(?:☐|\[ \])\s+")),
    ("numbers", re.compile(r"\d{1,2}[.)]\s+")),
)


@dataclass(frozen=True)
class Block:
    """A heading and a paragraph have one line, lists have one or more."""

    kind: BlockKind
    lines: tuple[str, ...]


def blocks(body: str) -> tuple[Block, ...]:
    """Empty lines part paragraphs; neighbouring lines of one kind of list are one list. Never fails."""
    found: list[tuple[BlockKind, list[str]]] = []
    parted = True
    for line in body.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        kind, text = _read(line.strip())
        if not text:
            parted = True
            continue
        joins = found and found[-1][0] == kind and kind != "heading" and not parted
        if not joins:
            found.append((kind, [text]))
        elif kind == "paragraph":
            found[-1][1][-1] += f" {text}"
        else:
            found[-1][1].append(text)
        parted = False
    return tuple(Block(kind, tuple(lines)) for kind, lines in found)


def _read(line: str) -> tuple[BlockKind, str]:
    for kind, mark in MARKS:
        begun = mark.match(line)
        if begun:
            return kind, line[begun.end() :].strip()
    return "paragraph", line
