"""People as the adapter wants them, from rows or from files alike. Plain values, no Django."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from matchengine import Rule, Settings
from matchengine.codes import DEFAULT_HARD

Interval = tuple[int, int, int]
"""Weekday 1 (Monday) to 7, start minute, end minute of the day."""

Bounds = tuple[int | None, int | None]
"""From and to, both included; None leaves that end open."""


@dataclass(frozen=True, kw_only=True)
class MenteeRecord:
    """Somebody who asks. `key` is the caller's name for the row; None and empty are «не указано».

    `person` is equal for two records of one human being; left empty, the name with the birth date stands for it.
    `is_minor` None: decided by the birth date. `suits` are the ways of working that suit, `demand` how many mentors are
    asked for, where the kind has teams; None: one.
    """

    key: str
    name: str
    birth_date: date | None = None
    is_minor: bool | None = None
    grade: int | None = None
    study_group: str | None = None
    building: str | None = None
    district: str | None = None
    main_need: str | None = None
    needs: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    free_time: tuple[Interval, ...] | None = None
    modes: AbstractSet[str] | None = None
    languages: AbstractSet[str] | None = None
    age_wish: Bounds | None = None
    level: int | None = None
    values: tuple[str, ...] = ()
    suits: tuple[str, ...] = ()
    openness: str | None = None
    demand: int | None = None
    team_topic: str | None = None
    consent: bool | None = None
    clearance: bool | None = None
    person: str = ""


@dataclass(frozen=True, kw_only=True)
class MentorRecord:
    """Somebody who offers. `age_wish` and `grade_wish` are about the mentee; `places` None: as usual for the kind.
    `ways` are the ways of working, `mastery` the experience of mentoring itself."""

    key: str
    name: str
    birth_date: date | None = None
    is_minor: bool | None = None
    grade: int | None = None
    study_group: str | None = None
    building: str | None = None
    district: str | None = None
    competences: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    free_time: tuple[Interval, ...] | None = None
    modes: AbstractSet[str] | None = None
    languages: AbstractSet[str] | None = None
    age_wish: Bounds | None = None
    grade_wish: Bounds | None = None
    level: int | None = None
    values: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    openness: str | None = None
    mastery: int | None = None
    places: int | None = None
    consent: bool | None = None
    clearance: bool | None = None
    person: str = ""


KeyPair = tuple[str, str]
"""(key of a mentee, key of a mentor)"""


@dataclass(frozen=True, kw_only=True)
class PairFacts:
    """What is known of pairs, by the callers' keys; `kin` holds the `person` of two people who are related."""

    mutual: AbstractSet[KeyPair] = frozenset()
    pins: AbstractSet[KeyPair] = frozenset()
    bans: AbstractSet[KeyPair] = frozenset()
    declined: AbstractSet[KeyPair] = frozenset()
    partings: AbstractSet[KeyPair] = frozenset()
    previous: AbstractSet[KeyPair] = frozenset()
    current: AbstractSet[KeyPair] = frozenset()
    kin: AbstractSet[tuple[str, str]] = frozenset()


GATES = frozenset({Rule.MENTEE_CONSENT, Rule.MENTOR_CONSENT, Rule.MENTOR_CLEARANCE})
"""Consent and clearance: in the product they cannot be switched off."""

SWITCHABLE = (
    Rule.TIME, Rule.MODE, Rule.LANGUAGE, Rule.DISTRICT, Rule.BUILDING, Rule.SAME_CLASS, Rule.AGE_WISHES,
    Rule.PARTING, Rule.KINSHIP, Rule.REVERSE,
)  # fmt: skip
"""Hard rules that a module may relax. A guardian is never the mentor of the own child, whatever `KINSHIP` says."""


@dataclass(frozen=True, kw_only=True)
class MatchSettings:
    """Rules and weights for the engine, the places of a mentor who named none, and the largest team of one mentee.

    `hours`: when people can meet at all, None: at any time. `lessons`: by grade, when its shift is at lessons. Both
    take away from free time that is known; what is unknown stays so.
    """

    engine: Settings = field(default_factory=Settings)
    usual_places: int = 1
    most_mentors: int = 1
    hours: tuple[Interval, ...] | None = None
    lessons: Mapping[int, tuple[Interval, ...]] = field(default_factory=dict)


QUICK = MatchSettings(engine=Settings(hard=DEFAULT_HARD - {Rule.MENTOR_CONSENT, Rule.MENTOR_CLEARANCE}))
"""Without a database only the mentees' consent is a gate; what is unknown of mentors is warned of."""
