"""Numbered chapters of a long paper: «2. Цели», points «2.1.», lists under them. What has no words is not printed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nastavnik.domain.documents.kinds.frame import listed, sentence
from nastavnik.domain.documents.rendering.blocks import Block, Bullets, Heading, Paragraph, Point, Points, Section
from nastavnik.domain.documents.rendering.words import held

ABBREVIATION = re.compile(r"^[А-ЯЁA-Z][-А-ЯЁA-Z\d]")  # «ИКТ-компетенции» keep their letters
FURTHER_SENTENCE = re.compile(r"\w{3}[)»]?[.!?…] +[А-ЯЁA-Z«]")  # an initial or «ул.» ends no sentence


@dataclass(frozen=True)
class Said:
    """One point: a text, and a list under it. A text that ends with «:» and has no list says nothing. Items that are
    `titles` (acts) keep their letters."""

    text: str
    items: Sequence[str] = ()
    titles: bool = False


@dataclass(frozen=True)
class Chapter:
    """A chapter under a stable code; `points` are numbered inside it."""

    code: str
    title: str
    points: Sequence[Said]


def numbered_chapters(chapters: Sequence[Chapter]) -> tuple[Section, ...]:
    """Chapters as sections, numbered in their order; without a word there is no chapter."""
    kept = [(chapter, _worded(chapter.points)) for chapter in chapters]
    return tuple(
        Section(chapter.code, chapter.title, (Heading(f"{number}. {chapter.title}"), *_points(number, points)))
        for number, (chapter, points) in enumerate([(one, points) for one, points in kept if points], 1)
    )


def bullets(items: Sequence[str]) -> tuple[Block, ...]:
    """One list; nothing where there is nothing to list."""
    said = items_of(items)
    return (Bullets(tuple(said)),) if said else ()


def titles(items: Sequence[str]) -> tuple[Block, ...]:
    """One list of titles as they are written."""
    said = tuple(held(item) for item in listed(items))
    return (Bullets(said),) if said else ()


def items_of(items: Sequence[str]) -> list[str]:
    """Items of one sentence with small letters and semicolons; where one of them holds a semicolon or several
    sentences, all are sentences of their own."""
    tidy = [" ".join(item.split()) for item in items if item.strip()]
    if any(";" in item.rstrip(";") or FURTHER_SENTENCE.search(item) for item in tidy):
        return [sentence(capital(item)) for item in tidy]
    return listed([small(item) for item in tidy])


def paragraphs(text: str) -> tuple[Block, ...]:
    """Written words, a paragraph a line; each ends as a sentence does."""
    return tuple(Paragraph(sentence(line.strip())) for line in text.splitlines() if line.strip())


def small(text: str) -> str:
    """The first letter small, unless the word is an abbreviation."""
    return text if ABBREVIATION.match(text) else text[:1].lower() + text[1:]


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def quoted(title: str) -> str:
    """«Старшие – младшим»; quotes inside become „ “."""
    inner = title.strip().replace("«", "„").replace("»", "“")
    return f"«{inner}»"


def _worded(points: Sequence[Said]) -> list[Said]:
    said = [replace(one, text=one.text.strip(), items=[item for item in one.items if item.strip()]) for one in points]
    return [point for point in said if point.items or (point.text and not point.text.endswith(":"))]


def _points(number: int, points: Sequence[Said]) -> list[Block]:
    blocks: list[Block] = []
    for position, point in enumerate(points, 1):
        numbered = Point(f"{number}.{position}.", sentence(point.text))
        last = blocks[-1] if blocks else None
        if isinstance(last, Points):
            blocks[-1] = Points((*last.items, numbered))
        else:
            blocks.append(Points((numbered,)))
        blocks.extend(titles(point.items) if point.titles else bullets(point.items))
    return blocks
