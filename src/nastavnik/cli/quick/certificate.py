"""`certificate.json`: numbers, rows and codes; no names."""

from collections.abc import Iterator
from typing import Any

from nastavnik.cli.quick.matching import Matched
from nastavnik.domain.exchange.records import ListReading


def certificate(matched: Matched) -> dict[str, Any]:
    """What was proved, who has no pair and why, what was not known, and of which files."""
    proved = matched.result.certificate
    return {
        "mentees": matched.mentees.people,
        "eligible": proved["eligible"],
        "places": proved["places"],
        "matched": proved["matched"],
        "levels": matched.result.levels,
        "objective": proved["objective"],
        "dual_bound": proved["dual_bound"],
        "gap": proved["gap"],
        "left_out": sorted(_left_out(matched), key=lambda one: one["row"]),
        "warnings": sorted(_warnings(matched), key=lambda one: (one["file"], one["row"])),
        "input_sha256": {"mentees": matched.mentees.sha256, "mentors": matched.mentors.sha256},
    }


def _left_out(matched: Matched) -> Iterator[dict[str, Any]]:
    for one in matched.result.left_out:
        yield {"file": "mentees", "row": int(one.mentee), "code": one.code}
    yield from _refused("mentees", matched.mentees)


def _warnings(matched: Matched) -> Iterator[dict[str, Any]]:
    for one in matched.result.warnings:
        yield {"file": one.side, "row": int(one.key), "code": str(one.code)}
    yield from _refused("mentors", matched.mentors)


def _refused(file: str, reading: ListReading) -> Iterator[dict[str, Any]]:
    """Rows with an error take part in nothing; each is named by its first error."""
    codes: dict[int, str] = {}
    for issue in reading.issues:
        if issue.severity == "error" and issue.row is not None:
            codes.setdefault(issue.row, issue.code)
    for row, code in codes.items():
        yield {"file": file, "row": row, "code": code}
