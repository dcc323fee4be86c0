"""What a profile says, as plain values: written by forms and imports, read by matching."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

Interval = tuple[int, int, int]
"""Weekday 1 (Monday) to 7, start minute, end minute of the day."""

Bounds = tuple[int | None, int | None]
"""From and to, both included; None leaves that end open."""


@dataclass(frozen=True, kw_only=True)
class ProfileValues:
    """None, an empty tuple and an empty text are «не указано»: they forbid nothing and earn nothing.

    `age_wish` and `grade_wish` are about the other side; `places` is how many mentees a mentor can take.
    """

    main_need: str | None = None
    needs: tuple[str, ...] = ()
    competences: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    free_time: tuple[Interval, ...] | None = None
    modes: AbstractSet[str] | None = None
    languages: AbstractSet[str] | None = None
    age_wish: Bounds | None = None
    grade_wish: Bounds | None = None
    places: int | None = None
    achievements: str = ""
