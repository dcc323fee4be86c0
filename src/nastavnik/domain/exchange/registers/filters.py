"""What a register is narrowed to: read from an address or a saved view, unknown words dropped."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from nastavnik.domain.programmes.enums import ParticipationState

LACKS = {
    "mentee": ("consent", "pair", "topics", "time", "category"),
    "mentor": ("clearance", "consent", "pair", "topics", "time"),
}
LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Ids are numbers or None, everything else is "" where it narrows nothing.

    `group` is the id of a study group, `grade` a whole parallel; `lacks` what is missing; `paired` «yes» or «no»;
    `topic` an id, `about` words of a need or a competence; `sort` a column, with «-» before it the other way round.
    """

    programme: int | None = None
    module: int | None = None
    year: int | None = None
    group: int | None = None
    grade: int | None = None
    topic: int | None = None
    about: str = ""
    category: str = ""
    state: str = ""
    lacks: str = ""
    paired: str = ""
    conditions: str = ""
    sort: str = ""

    @property
    def narrows(self) -> bool:
        """Is anything but the order asked for?"""
        return any(value for name, value in self.to_plain().items() if name != "sort")

    def to_plain(self) -> dict[str, str]:
        """What is set, as words of an address."""
        return {one.name: str(value) for one in fields(self) if (value := getattr(self, one.name)) not in (None, "")}


IDS = ("programme", "module", "year", "group", "topic")


def filters_from(given: Mapping[str, Any], register: str, sorts: frozenset[str]) -> Filters:
    """The filters in `given`; a value that cannot be is as if it was not there."""
    words = {one.name: str(given.get(one.name, "")).replace("\0", "").strip()[:LONGEST] for one in fields(Filters)}
    found: dict[str, Any] = {name: _number(words[name]) for name in (*IDS, "grade")}
    found.update(about=words["about"], category=words["category"])
    found["state"] = words["state"] if words["state"] in ParticipationState.values else ""
    found["lacks"] = words["lacks"] if words["lacks"] in LACKS[register] else ""
    found["paired"] = words["paired"] if words["paired"] in ("yes", "no") else ""
    found["conditions"] = words["conditions"] if words["conditions"] == "yes" else ""
    found["sort"] = words["sort"] if words["sort"].removeprefix("-") in sorts else ""
    return Filters(**found)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= 18 else None
