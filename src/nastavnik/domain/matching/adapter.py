"""Records → the engine's problem. Pure: the same people give the same problem, whatever their order or source."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from matchengine import Mentee, Mentor, Problem
from matchengine.codes import Openness
from nastavnik.domain.matching.records import Interval, MatchSettings, MenteeRecord, MentorRecord, PairFacts
from nastavnik.domain.people.normal import comparable_name
from nastavnik.domain.programmes.topics import normal_topic

ADULT = 18
SLOT = 30
SLOTS_A_DAY = 24 * 60 // SLOT
NO_FACTS = PairFacts()
ABOUT_PAIRS = tuple(one.name for one in fields(PairFacts) if one.name != "kin")
R = TypeVar("R", MenteeRecord, MentorRecord)


def build(
    mentees: Iterable[MenteeRecord],
    mentors: Iterable[MentorRecord],
    settings: MatchSettings,
    *,
    as_of: date,
    facts: PairFacts = NO_FACTS,
) -> Problem:
    """The problem of these people on a day. Facts about pairs of which one is not here are left out.

    The engine breaks ties by id, so the ids begin with the place in the order of name, birth date and key: files and
    rows of the same people give the same plan. `key_of` gives the caller's key back.
    """
    asking = {_id(number, m): m for number, m in enumerate(in_order(mentees), start=1)}
    offering = {_id(number, m): m for number, m in enumerate(in_order(mentors), start=1)}
    mentee_ids = {record.key: id_ for id_, record in asking.items()}
    mentor_ids = {record.key: id_ for id_, record in offering.items()}
    return Problem(
        tuple(_mentee(id_, record, settings, as_of) for id_, record in asking.items()),
        tuple(_mentor(id_, record, settings, as_of) for id_, record in offering.items()),
        settings.engine,
        kin=frozenset(facts.kin),
        **{
            name: frozenset(
                (mentee_ids[e], mentor_ids[r]) for e, r in getattr(facts, name) if e in mentee_ids and r in mentor_ids
            )
            for name in ABOUT_PAIRS
        },
    )


def in_order(records: Iterable[R]) -> list[R]:
    """By name, birth date and key: the order that does not depend on where the people came from."""
    return sorted(records, key=lambda r: (comparable_name(r.name), r.birth_date or date.min, len(r.key), r.key))


def key_of(engine_id: str) -> str:
    """The caller's key of somebody in the problem."""
    return engine_id.partition("-")[2]


def ids_of(problem: Problem) -> tuple[dict[str, str], dict[str, str]]:
    """Key → id in the problem, for mentees and for mentors."""
    return {key_of(m.id): m.id for m in problem.mentees}, {key_of(m.id): m.id for m in problem.mentors}


def digest(problem: Problem) -> str:
    """SHA-256 of the problem's canonical JSON: equal as long as nothing that matching reads has changed."""
    return hashlib.sha256(json.dumps(_plain(problem), sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def slots_of(free_time: Sequence[Interval] | None) -> frozenset[int] | None:
    """Half hours of the week, counted from Monday midnight; ends are rounded to the nearest half hour.

    An hour that begins at 14:40 is so still an hour, and a lesson's break does not cost a meeting.
    """
    if not free_time:
        return None
    found: set[int] = set()
    for weekday, start, end in free_time:
        first = (weekday - 1) * SLOTS_A_DAY
        found.update(range(first + (start + SLOT // 2) // SLOT, first + min((end + SLOT // 2) // SLOT, SLOTS_A_DAY)))
    return frozenset(found)


def intervals_of(slots: Iterable[int]) -> list[Interval]:
    """Half hours → intervals, neighbours joined; the inverse of `slots_of` for whole half hours."""
    found: list[Interval] = []
    for slot in sorted(slots):
        weekday, start = slot // SLOTS_A_DAY + 1, slot % SLOTS_A_DAY * SLOT
        if found and found[-1][0] == weekday and found[-1][2] == start:
            start = found.pop()[1]
        found.append((weekday, start, slot % SLOTS_A_DAY * SLOT + SLOT))
    return found


def age_on(birth_date: date | None, on: date) -> int | None:
    """Full years on a day."""
    if birth_date is None:
        return None
    return on.year - birth_date.year - ((on.month, on.day) < (birth_date.month, birth_date.day))


def is_minor(record: MenteeRecord | MentorRecord, on: date) -> bool | None:
    """As said by the caller, else by the birth date; without one whoever is in a class is a child, else unknown."""
    if record.is_minor is not None:
        return record.is_minor
    age = age_on(record.birth_date, on)
    if age is None:
        return True if record.grade is not None else None
    return age < ADULT


def _id(number: int, record: MenteeRecord | MentorRecord) -> str:
    return f"{number:06d}-{record.key}"


def _mentee(id_: str, record: MenteeRecord, settings: MatchSettings, on: date) -> Mentee:
    return Mentee(
        id=id_,
        main_need=_topic(record.main_need),
        needs=_topics(record.needs),
        interests=_topics(record.interests),
        grade=record.grade,
        age_wish=record.age_wish,
        suits=_topics(record.suits) or None,
        demand=max(1, min(record.demand or 1, settings.most_mentors)),
        team_topic=_topic(record.team_topic) if settings.most_mentors > 1 else None,
        **_common(record, settings, on),
    )


def _mentor(id_: str, record: MentorRecord, settings: MatchSettings, on: date) -> Mentor:
    return Mentor(
        id=id_,
        competences=_topics(record.competences),
        interests=_topics(record.interests),
        age_wish=record.age_wish,
        grade_wish=record.grade_wish,
        ways=_topics(record.ways) or None,
        mastery=record.mastery,
        places=settings.usual_places if record.places is None else record.places,
        **_common(record, settings, on),
    )


def _common(record: MenteeRecord | MentorRecord, settings: MatchSettings, on: date) -> dict[str, Any]:
    return {
        "slots": _slots(record, settings),
        "modes": frozenset(record.modes) if record.modes else None,
        "languages": frozenset(record.languages) if record.languages else None,
        "age": age_on(record.birth_date, on),
        "study_group": _topic(record.study_group),
        "building": _topic(record.building),
        "district": _topic(record.district),
        "level": record.level,
        "values": _topics(record.values) or None,
        "openness": Openness(record.openness) if record.openness else None,
        "consent": record.consent,
        "clearance": record.clearance,
        "is_minor": is_minor(record, on),
        "person": record.person or _person(record),
    }


def _slots(record: MenteeRecord | MentorRecord, settings: MatchSettings) -> frozenset[int] | None:
    """Free half hours that are neither outside the hours of meetings nor lessons of the own shift."""
    free = slots_of(record.free_time)
    if free is None:
        return None
    open_hours = slots_of(settings.hours)
    lessons = slots_of(settings.lessons.get(record.grade or 0))
    return (free if open_hours is None else free & open_hours) - (lessons or frozenset())


def _person(record: MenteeRecord | MentorRecord) -> str:
    """Two records with one name and one birth date are one person; a name alone is not enough."""
    return f"{comparable_name(record.name)} {record.birth_date:%Y-%m-%d}" if record.birth_date else ""


def _topic(title: str | None) -> str | None:
    return normal_topic(title or "") or None


def _topics(titles: Iterable[str]) -> frozenset[str]:
    return frozenset(normal for title in titles if (normal := normal_topic(title)))


def _plain(value: Any) -> Any:
    if hasattr(value, "__dataclass_fields__"):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, frozenset):
        return sorted(_plain(item) for item in value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
