"""A row of a register as plain values: what a page shows, what a table out carries."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

RegisterCode = Literal["mentee", "mentor"]
Interval = tuple[int, int, int]  # weekday 1..7, start minute, end minute


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """The other side of a pair. `is_open`: their data may be used today."""

    person_id: int
    mentorship_id: int
    name: str
    place: str
    state: str
    is_open: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One participation. Empty text, empty tuple and None are «не указано»."""

    participation_id: int
    person_id: int
    name: str
    number: int = 0
    birth_date: date | None = None
    phone: str = ""
    email: str = ""
    post: str = ""
    workplace: str = ""
    partner: str = ""
    group: str = ""
    guardians: tuple[tuple[str, str], ...] = ()  # name, telephone

    main_need: str = ""
    needs: tuple[str, ...] = ()
    competences: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    achievements: str = ""
    free_time: tuple[Interval, ...] = ()
    modes: tuple[str, ...] = ()  # in words
    age_wish: tuple[int | None, int | None] | None = None
    grade_wish: tuple[int | None, int | None] | None = None
    places: int | None = None
    category: str = ""  # in words
    needs_conditions: bool | None = None
    results: str = ""
    case_link: str = ""
    level: int | None = None  # 0–5, as it was said at the start
    level_seen: int | None = None  # 0–5, the last that was seen since
    mastery: str = ""  # in words

    is_ready: bool = False
    needs_consent: bool = False
    is_open: bool = True
    signed_by: tuple[str, ...] = ()  # in words
    signed_on: date | None = None
    signed_until: date | None = None
    may_be_published: bool = False
    needs_clearance: bool = False
    is_cleared: bool = False
    cleared_on: date | None = None
    cleared_until: date | None = None

    joined_on: date | None = None
    state: str = ""  # in words
    is_finished: bool = False
    source: str = ""  # in words
    programme: str = ""
    module: str = ""
    mentoring_format: str = ""
    others: tuple[Other, ...] = field(default=())
    ended_on: date | None = None
