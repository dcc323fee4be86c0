"""The shape of a ready template: all days are offsets from the start of the programme. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from nastavnik.domain.programmes.enums import TermKind

Text = str | Promise

SCHOOL_YEAR = 270
"""Days of a programme of nine months; all offsets are said for it and stretched for others."""


@dataclass(frozen=True)
class StageTemplate:
    code: str
    title: Text
    first_day: int
    last_day: int


@dataclass(frozen=True)
class RowTemplate:
    """A row of the roadmap; `stage` is the canonical code of the stage it belongs to (`stages.MEANS`).

    `if_order`: only where an order names the pairs. `months_from`: left out of shorter programmes.
    """

    stage: str
    first_day: int
    last_day: int
    title: Text
    responsible: Text
    result: Text = ""
    task: Text = ""
    document: Text = ""
    resources: Mapping[str, Text] = field(default_factory=dict, hash=False)
    term_kind: str = TermKind.SPAN
    if_order: bool = False
    months_from: int = 0


@dataclass(frozen=True)
class ProgrammeTemplate:
    """What a new programme starts from. Everything can be changed afterwards.

    `role_model` is a title inside the format; portraits are codes of the catalogues and stand instead of the usual
    ones. `months` is the term. What the designer heard is kept in `designed_from`.
    """

    code: str
    title: Text
    about: Text
    goal: Text
    type: str
    mentoring_format: str
    kind: str
    stages: tuple[StageTemplate, ...]
    roadmap: tuple[RowTemplate, ...]
    needs_order: bool = True
    radar_period: int = 14
    radar_grace: int = 7
    role_model: str = ""
    note: Text = ""
    education_stage: str = ""
    activity: str = ""
    first_needs: str = ""
    mentor_portraits: tuple[str, ...] = ()
    mentee_portraits: tuple[str, ...] = ()
    designed_from: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def last_day(self) -> int:
        """The day on which the programme ends, counted from its start."""
        return max(stage.last_day for stage in self.stages)

    @property
    def months(self) -> int:
        return max(1, round(self.last_day / 30.4))
