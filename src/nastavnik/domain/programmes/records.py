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
    `ways` are a mentor's ways of working, or what suits a mentee. `level` 0–5 is the standing in the subject, `mastery`
    0–3 the experience of mentoring. `wanted_mentors` and `team_topic` are of a mentee served by a team.
    `category` is why a mentee needs a mentor, in the words of the list.
    `observed` names the fields that no form or list said and a teacher's observation completed.
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
    openness: str | None = None
    level: int | None = None
    mastery: int | None = None
    values: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    building: str = ""
    district: str = ""
    wanted_mentors: int | None = None
    team_topic: str | None = None
    category: str = ""
    observed: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class ObservedValues:
    """What a teacher saw; None and an empty tuple: nothing to say about it."""

    openness: str | None = None
    level: int | None = None
    mastery: int | None = None
    values: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not any(value not in (None, ()) for value in vars(self).values())
