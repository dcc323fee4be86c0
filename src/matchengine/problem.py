"""What goes in: who asks, who offers, what is forbidden and what is wished. Frozen values, no behaviour.

None means unknown: it forbids nothing and scores nothing. Consent and clearance are the exception: where their gate
is hard, unknown means no.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from itertools import pairwise

from matchengine.codes import ALWAYS_HARD, DEFAULT_HARD, InputCode, Openness, Rule, Theme
from matchengine.refusal import MOST_IN_COMMON, ProblemRefused, require_integers, require_points

__all__ = ["Bounds", "Ids", "Mentee", "Mentor", "Problem", "ProblemRefused", "RoleModel", "Settings", "Weights"]

Bounds = tuple[int | None, int | None]
"""Lowest and highest allowed value, both included; None leaves that end open."""

Ids = tuple[str, str]
"""(mentee id, mentor id)"""


@dataclass(frozen=True, kw_only=True)
class Mentee:
    """Somebody who asks for a mentor; or a whole group that asks together, under one id.

    Names of places, classes and topics are the caller's keys: equal text is the same thing, so a class that several
    institutions have is told apart in its name. `modes`: `codes.IN_PERSON` and whatever other ways to meet there are.
    `slots` are numbers of half hours of the week, made by the caller. `age_wish` is about the mentor's age in years.
    `person` is the key of the human being behind the role, "" where the caller knows no more than the role.
    `level` is the standing in the subject (0: newcomer; the scale is the caller's, the same on both sides).
    `values` are shared values asked of both, `suits` the ways of working that suit, `openness` how somebody opens up.
    `demand`: how many mentors are asked for (a team serves where it is above 1); each pair is used once.
    `team_topic`: one of the team must have it among the competences; None: no such wish.
    """

    id: str
    main_need: str | None = None
    needs: frozenset[str] = frozenset()
    interests: frozenset[str] = frozenset()
    slots: frozenset[int] | None = None
    modes: frozenset[str] | None = None
    languages: frozenset[str] | None = None
    formats: frozenset[str] | None = None
    age: int | None = None
    grade: int | None = None
    age_wish: Bounds | None = None
    sex: str | None = None
    sex_wish: str | None = None
    institution: str | None = None
    building: str | None = None
    district: str | None = None
    study_group: str | None = None
    level: int | None = None
    values: frozenset[str] | None = None
    suits: frozenset[str] | None = None
    openness: Openness | None = None
    consent: bool | None = None
    clearance: bool | None = None
    is_minor: bool | None = None
    demand: int = 1
    team_topic: str | None = None
    person: str = ""


@dataclass(frozen=True, kw_only=True)
class Mentor:
    """Somebody who offers `places` mentees a place. `age_wish`, `grade_wish`, `sex_wish` are about the mentee.

    `ways` are the mentor's ways of working. `mastery`: experience and command of the process and the methods of
    mentoring, 0 (none yet) to `Settings.full_mastery`. `own_institution_only`: takes nobody from elsewhere.
    """

    id: str
    competences: frozenset[str] = frozenset()
    interests: frozenset[str] = frozenset()
    slots: frozenset[int] | None = None
    modes: frozenset[str] | None = None
    languages: frozenset[str] | None = None
    formats: frozenset[str] | None = None
    age: int | None = None
    age_wish: Bounds | None = None
    grade_wish: Bounds | None = None
    sex: str | None = None
    sex_wish: str | None = None
    institution: str | None = None
    own_institution_only: bool = False
    building: str | None = None
    district: str | None = None
    study_group: str | None = None
    level: int | None = None
    values: frozenset[str] | None = None
    ways: frozenset[str] | None = None
    openness: Openness | None = None
    mastery: int | None = None
    places: int = 1
    consent: bool | None = None
    clearance: bool | None = None
    is_minor: bool | None = None
    person: str = ""


@dataclass(frozen=True, kw_only=True)
class Weights:
    """The most points each criterion can give. Together 100 by default, so a pair scores 0 to 100.

    Sex, health and nationality have no weight: they act only as somebody's wish (`Rule.SEX_WISHES`).
    """

    need: int = 40
    interests: int = 15
    time: int = 15
    age: int = 5
    mutual: int = 10
    values: int = 5
    ways: int = 4
    openness: int = 3
    mastery: int = 3
    previous: int = 0
    place: int = 0

    @property
    def total(self) -> int:
        return sum(getattr(self, one.name) for one in fields(self))

    def __post_init__(self) -> None:
        for one in fields(self):
            require_points(one.name, getattr(self, one.name))


@dataclass(frozen=True, kw_only=True)
class RoleModel:
    """What a role model asks of a pair; None asks nothing, unknown levels and ages forbid nothing.

    Peers («равный–равному»): `level_gap` and `age_gap` are the largest differences allowed, and the mentor's level is
    not below the mentee's. Traditional: the mentor is at least `level_lead` ahead.
    """

    level_gap: int | None = None
    age_gap: int | None = None
    level_lead: int | None = None

    def __post_init__(self) -> None:
        for one in fields(self):
            require_integers(one.name, [getattr(self, one.name)])


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The rules of one module.

    `hard`: the hard rules in force besides those of `codes.ALWAYS_HARD`.
    `mentoring_format`: who is known to take part in other formats only is not proposed; None: no format asked.
    `min_common_slots`: half hours a pair must have in common where both are known.
    `enough_extra_slots`: half hours above the minimum that earn the full points for time.
    `enough_interests`, `enough_values`, `enough_ways`: how many in common earn the full points.
    `full_mastery`: the mastery of mentoring that earns the full points.
    `mentee_ages`, `mentor_ages`: bounds set by the programme or the law; None: age decides nothing.
    `load_penalty`: points taken off the total for a mentor's first, second, … mentee; the last one repeats.
    It must not fall, so that load spreads where the pairs are about as good: (0, 1, 2, 3) gives a second mentee to
    the same mentor only if that is worth more than one point; (0,) is no penalty.
    `theme`: the mentees of one mentor share a known need, or a known interest, that the mentor has too; None: no group.
    `team_together`: the mentors of one mentee also have `min_common_slots` half hours in common with each other.
    `keep_bonus`: points added to the total for each pair of `Problem.current` that is kept.
    """

    hard: frozenset[Rule] = DEFAULT_HARD
    mentoring_format: str | None = None
    role_model: RoleModel | None = None
    min_common_slots: int = 2
    enough_extra_slots: int = 4
    enough_interests: int = 3
    enough_values: int = 2
    enough_ways: int = 2
    full_mastery: int = 3
    mentee_ages: Bounds | None = None
    mentor_ages: Bounds | None = None
    weights: Weights = field(default_factory=Weights)
    load_penalty: tuple[int, ...] = (0, 1, 2, 3)
    theme: Theme | None = None
    team_together: bool = False
    keep_bonus: int = 0

    def __post_init__(self) -> None:
        enough = ("enough_extra_slots", "enough_interests", "enough_values", "enough_ways", "full_mastery")
        for name in (*enough, "min_common_slots"):
            require_integers(name, [getattr(self, name)])
        for name in ("mentee_ages", "mentor_ages"):
            require_integers(name, getattr(self, name) or ())
        for points in self.load_penalty:
            require_points("load_penalty", points)
        require_points("keep_bonus", self.keep_bonus)
        if self.min_common_slots < 0 or any(not 0 < getattr(self, name) <= MOST_IN_COMMON for name in enough):
            raise ValueError(f"slots, interests, values, ways and mastery need counts from 1 to {MOST_IN_COMMON}")
        if not self.load_penalty or any(b < a for a, b in pairwise(self.load_penalty)):
            raise ValueError("the load penalty must name a first step and never fall")

    def is_hard(self, rule: Rule) -> bool:
        return rule in ALWAYS_HARD or rule in self.hard

    def penalty(self, load: int) -> int:
        """Points taken off for the mentee number `load` + 1 of one mentor."""
        return self.load_penalty[min(load, len(self.load_penalty) - 1)]


@dataclass(frozen=True)
class Problem:
    """Who with whom? All sets hold (mentee id, mentor id); pairs of people who are not here are ignored.

    `mutual`: both named each other. `bans`: the coordinator's. `declined`: either side said no. `partings`: a former
    pair that broke up. `previous`: they worked together before and it went well. `current`: pairs of the plan in
    force, to be kept where `Settings.keep_bonus` says so. `pins`: pairs every plan must hold.
    `kin`: keys of two people who are related, in either order.

    Raises ProblemRefused for a person twice, negative places or demand, and numbers that are none; pins and sums are
    looked at by `packing.pack`, so that a pair can be explained even while a pin has to be mended.
    """

    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]
    settings: Settings = field(default_factory=Settings)
    mutual: frozenset[Ids] = frozenset()
    bans: frozenset[Ids] = frozenset()
    declined: frozenset[Ids] = frozenset()
    partings: frozenset[Ids] = frozenset()
    previous: frozenset[Ids] = frozenset()
    current: frozenset[Ids] = frozenset()
    pins: frozenset[Ids] = frozenset()
    kin: frozenset[tuple[str, str]] = frozenset()

    def __post_init__(self) -> None:
        object.__setattr__(self, "mentees", tuple(sorted(self.mentees, key=lambda m: m.id)))
        object.__setattr__(self, "mentors", tuple(sorted(self.mentors, key=lambda m: m.id)))
        _require_people("mentee", self.mentees)
        _require_people("mentor", self.mentors)
        for mentor in self.mentors:
            if mentor.places < 0:
                message = f"mentor {mentor.id} has fewer than zero places"
                raise ProblemRefused(InputCode.NEGATIVE_PLACES, message, mentor=mentor.id, places=mentor.places)
        for mentee in self.mentees:
            if mentee.demand < 0:
                message = f"mentee {mentee.id} asks for fewer than zero mentors"
                raise ProblemRefused(InputCode.NEGATIVE_DEMAND, message, mentee=mentee.id, demand=mentee.demand)

    @cached_property
    def mentee_by_id(self) -> dict[str, Mentee]:
        return {m.id: m for m in self.mentees}

    @cached_property
    def mentor_by_id(self) -> dict[str, Mentor]:
        return {m.id: m for m in self.mentors}


NUMBERS = ("age", "grade", "level", "mastery", "demand", "places")
LISTS_OF_NUMBERS = ("slots", "age_wish", "grade_wish")


def _require_people(side: str, people: Sequence[Mentee | Mentor]) -> None:
    """Sorted by id: nobody twice, and every number an integer."""
    for first, second in pairwise(people):
        if first.id == second.id:
            message = f"two people on the {side} side share one id: {first.id}"
            raise ProblemRefused(InputCode.PERSON_TWICE, message, **{side: first.id})
    for person in people:
        for name in NUMBERS:
            require_integers(name, (getattr(person, name, None),), **{side: person.id})
        for name in LISTS_OF_NUMBERS:
            require_integers(name, getattr(person, name, None) or (), **{side: person.id})
