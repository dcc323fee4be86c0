"""What goes in: who asks, who offers, what is forbidden and what is wished. Frozen values, no behaviour.

None means unknown: it forbids nothing and scores nothing. Consent and clearance are the exception: where their gate
is hard, unknown means no.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from matchengine.codes import ALWAYS_HARD, DEFAULT_HARD, Rule

Bounds = tuple[int | None, int | None]
"""Lowest and highest allowed value, both included; None leaves that end open."""


@dataclass(frozen=True, kw_only=True)
class Mentee:
    """Somebody who asks for a mentor.

    `slots` are numbers of half hours of the week, made by the caller. `age_wish` is about the mentor's age in years.
    `person` is the key of the human being behind the role, "" where the caller knows no more than the role.
    """

    id: str
    main_need: str | None = None
    needs: frozenset[str] = frozenset()
    interests: frozenset[str] = frozenset()
    slots: frozenset[int] | None = None
    modes: frozenset[str] | None = None
    languages: frozenset[str] | None = None
    age: int | None = None
    grade: int | None = None
    age_wish: Bounds | None = None
    consent: bool | None = None
    clearance: bool | None = None
    is_minor: bool | None = None
    person: str = ""


@dataclass(frozen=True, kw_only=True)
class Mentor:
    """Somebody who offers `places` mentees a place. `age_wish` and `grade_wish` are about the mentee."""

    id: str
    competences: frozenset[str] = frozenset()
    interests: frozenset[str] = frozenset()
    slots: frozenset[int] | None = None
    modes: frozenset[str] | None = None
    languages: frozenset[str] | None = None
    age: int | None = None
    age_wish: Bounds | None = None
    grade_wish: Bounds | None = None
    places: int = 1
    consent: bool | None = None
    clearance: bool | None = None
    is_minor: bool | None = None
    person: str = ""


@dataclass(frozen=True, kw_only=True)
class Weights:
    """The most points each criterion can give. Together 100 by default, so a pair scores 0 to 100."""

    need: int = 40
    interests: int = 20
    time: int = 15
    age: int = 10
    mutual: int = 15

    @property
    def total(self) -> int:
        return self.need + self.interests + self.time + self.age + self.mutual

    def __post_init__(self) -> None:
        if min(self.need, self.interests, self.time, self.age, self.mutual) < 0:
            raise ValueError("a weight is below zero")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The rules of one module.

    `hard`: the hard rules in force besides those of `codes.ALWAYS_HARD`.
    `min_common_slots`: half hours a pair must have in common where both are known.
    `enough_extra_slots`: half hours above the minimum that earn the full points for time.
    `enough_interests`: common interests that earn the full points for interests.
    `mentee_ages`, `mentor_ages`: bounds set by the programme or the law; None: age decides nothing.
    `load_penalty`: points taken off the total for a mentor's first, second, … mentee; the last one repeats.
    It must not fall, so that load spreads where the pairs are about as good: (0, 1, 2, 3) gives a second mentee to
    the same mentor only if that is worth more than one point; (0,) is no penalty.
    """

    hard: frozenset[Rule] = DEFAULT_HARD
    min_common_slots: int = 2
    enough_extra_slots: int = 4
    enough_interests: int = 3
    mentee_ages: Bounds | None = None
    mentor_ages: Bounds | None = None
    weights: Weights = field(default_factory=Weights)
    load_penalty: tuple[int, ...] = (0, 1, 2, 3)

    def __post_init__(self) -> None:
        if self.min_common_slots < 0 or self.enough_extra_slots < 1 or self.enough_interests < 1:
            raise ValueError("slots and interests need counts above zero")
        if not self.load_penalty or self.load_penalty[0] < 0 or any(b < a for a, b in pairwise(self.load_penalty)):
            raise ValueError("the load penalty must start at zero or above and never fall")

    def is_hard(self, rule: Rule) -> bool:
        return rule in ALWAYS_HARD or rule in self.hard

    def penalty(self, load: int) -> int:
        """Points taken off for the mentee number `load` + 1 of one mentor."""
        return self.load_penalty[min(load, len(self.load_penalty) - 1)]


@dataclass(frozen=True)
class Problem:
    """Who with whom? `mutual` and `bans` hold (mentee id, mentor id); pairs of people who are not here are ignored."""

    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]
    settings: Settings = field(default_factory=Settings)
    mutual: frozenset[tuple[str, str]] = frozenset()
    bans: frozenset[tuple[str, str]] = frozenset()

    def __post_init__(self) -> None:
        object.__setattr__(self, "mentees", tuple(sorted(self.mentees, key=lambda m: m.id)))
        object.__setattr__(self, "mentors", tuple(sorted(self.mentors, key=lambda m: m.id)))
        _require_unique("mentee", [m.id for m in self.mentees])
        _require_unique("mentor", [m.id for m in self.mentors])
        if any(m.places < 0 for m in self.mentors):
            raise ValueError("a mentor has fewer than zero places")

    @cached_property
    def mentee_by_id(self) -> dict[str, Mentee]:
        return {m.id: m for m in self.mentees}

    @cached_property
    def mentor_by_id(self) -> dict[str, Mentor]:
        return {m.id: m for m in self.mentors}


def _require_unique(side: str, ids: Iterable[str]) -> None:
    for first, second in pairwise(ids):
        if first == second:
            raise ValueError(f"two people on the {side} side share one id")
