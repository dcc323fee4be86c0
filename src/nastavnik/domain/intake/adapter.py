"""Rows into the plain values of `pages`, `readiness` and `programmes.records`; topics between texts and tuples."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from nastavnik.core import clock
from nastavnik.domain.intake.models import Application, Intake
from nastavnik.domain.intake.pages import MENTEE, MENTOR, PAGES, Said, Setting
from nastavnik.domain.intake.readiness import Readiness, readiness
from nastavnik.domain.people.queries import age_on
from nastavnik.domain.programmes.enums import Mode, ProgrammeType
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.records import Bounds, ProfileValues
from nastavnik.domain.programmes.topics import distinct_topics

MOST_TOPICS = 20


def setting_of(intake: Intake, *, by_staff: bool = False) -> Setting:
    """What the intake and its module say; `module.programme` loaded."""
    module = intake.module
    roles = ((MENTEE,) if intake.takes_mentees else ()) + ((MENTOR,) if intake.takes_mentors else ())
    return Setting(
        roles=roles,
        grown_ups_only=module.programme.type == ProgrammeType.TEACHERS,
        times_matter=KINDS[module.kind].times_must_meet,
        extras=frozenset(intake.extra_pages),
        by_staff=by_staff,
    )


def said_of(application: Application, on: date | None = None) -> Said:
    """What steers the way through the pages."""
    return said_from(vars_of(application), on or clock.today(application.intake.organisation.time_zone))


def vars_of(application: Application) -> dict[str, Any]:
    """The columns of an application that pages ask, by name; the study group by its id."""
    return {field.attname.removesuffix("_id"): getattr(application, field.attname) for field in _asked_fields()}


def empty(names: Iterable[str]) -> dict[str, Any]:
    """These columns as they are before anybody said anything."""
    blank = Application()
    return {name: getattr(blank, name) for name in names}


def said_from(values: dict[str, Any], on: date) -> Said:
    """The same from plain values, before they are written."""
    born = values.get("birth_date")
    return Said(
        role=values.get("role") or "",
        source=values.get("source") or "",
        age=age_on(born, on) if born else None,
        needs=len(topics_in(values.get("needs") or "")),
        filled=frozenset(name for name, value in values.items() if value not in (None, "", [], ())),
    )


def _asked_fields() -> list[Any]:
    names = {name for page in PAGES for name in page.fields}
    return [field for field in Application._meta.concrete_fields if field.name in names]


def topics_in(text: str) -> tuple[str, ...]:
    """Topics of a text, one a line, without repeats."""
    return tuple(distinct_topics(text.splitlines()).values())[:MOST_TOPICS]


def topics_text(topics: Iterable[str]) -> str:
    """The same back: one a line."""
    return "\n".join(distinct_topics(topics).values())


def readiness_of(application: Application) -> Readiness:
    """The four points of a mentee."""
    return readiness(
        has_plan=application.has_plan,
        goal=application.goal,
        why_mentor=application.why_mentor,
        is_ready_to_learn=application.is_ready_to_learn,
    )


def profile_of(application: Application) -> ProfileValues:
    """What matching will read of the applicant."""
    needs = topics_in(application.needs)
    main = application.main_need or (needs[0] if len(needs) == 1 else None)
    return ProfileValues(
        main_need=main,
        needs=needs,
        competences=topics_in(application.competences),
        interests=topics_in(application.interests),
        values=topics_in(application.values),
        ways=topics_in(application.ways),
        free_time=_intervals(application.free_time),
        modes=frozenset(mode for mode in application.modes or () if mode in Mode.values) or None,
        age_wish=_bounds(application.age_wish_from, application.age_wish_to),
        places=application.places,
        achievements=application.achievements,
        openness=application.openness or None,
        level=application.level,
        mastery=application.mastery,
    )


def _intervals(free_time: list[list[int]] | None) -> tuple[tuple[int, int, int], ...] | None:
    return tuple((day, start, end) for day, start, end in free_time) if free_time else None


def _bounds(low: int | None, high: int | None) -> Bounds | None:
    return None if low is None and high is None else (low, high)
