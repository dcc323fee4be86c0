"""One entry of a catalogue, shipped or an institution's own: the same record for both. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Entry:
    """Words for programmes, regulations and reports.

    `catalogue` is a value of `enums.Catalogue`. `is_own`: the institution's alone; `is_changed`: its words over shipped
    ones; `pk` and `version` belong to its row, if there is one. Empty `formats`, `programme_type`, `stages` and
    `activities` mean «for all». `is_confirmed` is False until somebody held it against the source: such an entry is
    offered, never called official.

    `details` by catalogue: OUTCOME {"instrument"}; portraits {"signs": [...]}, what application and admission ask;
    OPPORTUNITY {"audience"}: a value of `enums.Audience` or "mentor"; KIND {"behaves_as", "mentors", "mentees",
    "months", "places", "needs_plan", "needs_order"}.
    """

    catalogue: str
    code: str
    title: str
    text: str = ""
    details: Mapping[str, Any] = field(default_factory=dict, hash=False)
    programme_type: str = ""
    formats: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()  # EducationStage values
    activities: tuple[str, ...] = ()  # Activity values
    is_usual: bool = False  # taken into a new module of a fitting format by itself
    is_confirmed: bool = False
    is_own: bool = False
    is_changed: bool = False
    is_hidden: bool = False
    pk: int | None = None
    version: int | None = None

    @property
    def words(self) -> str:
        """What a paper prints: the text, or the title where there is none."""
        return self.text or self.title


def portrait(
    catalogue: str,
    code: str,
    for_formats: tuple[str, ...],
    title: str,
    text: str,
    *signs: str,
    confirmed: bool = False,
    programme_type: str = "",
    usual: bool = True,
) -> Entry:
    """A portrait with its signs."""
    return Entry(
        catalogue,
        code,
        title,
        text,
        {"signs": list(signs)},
        programme_type=programme_type,
        formats=for_formats,
        is_usual=usual,
        is_confirmed=confirmed,
    )
