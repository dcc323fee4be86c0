"""Topics in one spelling. Pure: the engine's adapter uses it for files as well as for rows."""

from collections.abc import Iterable

from nastavnik.domain.people.normal import comparable_name, tidy

LONGEST = 120


def normal_topic(title: str) -> str:
    """The form in which two spellings of one topic are equal: case, ё = е, spaces, dashes."""
    return comparable_name(title)[:LONGEST]


def distinct_topics(titles: Iterable[str]) -> dict[str, str]:
    """Normal form → the first spelling met; empty ones are dropped."""
    found: dict[str, str] = {}
    for title in titles:
        if normal := normal_topic(title):
            found.setdefault(normal, tidy(title)[:LONGEST])
    return found
