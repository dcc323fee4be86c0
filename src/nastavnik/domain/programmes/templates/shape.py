"""The shape of a ready template: all days are offsets from the start of the programme."""

from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True)
class StageTemplate:
    code: str
    title: Text
    first_day: int
    last_day: int


@dataclass(frozen=True)
class RowTemplate:
    """A row of the roadmap; `stage` is the code of the stage it belongs to."""

    stage: str
    first_day: int
    last_day: int
    title: Text
    responsible: Text
    result: Text


@dataclass(frozen=True)
class ProgrammeTemplate:
    """What a new programme starts from. Everything can be changed afterwards."""

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

    @property
    def last_day(self) -> int:
        """The day on which the programme ends, counted from its start."""
        return max(stage.last_day for stage in self.stages)
