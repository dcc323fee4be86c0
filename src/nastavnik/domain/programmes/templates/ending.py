"""When a programme that begins late in a school year ends, and how a template fits into fewer days. Pure."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from nastavnik.domain.programmes.enums import ProgrammeType
from nastavnik.domain.programmes.templates.shape import SCHOOL_YEAR, ProgrammeTemplate, RowTemplate, StageTemplate

Planned = TypeVar("Planned", StageTemplate, RowTemplate)
LATE = (10, 1)  # whoever begins after this day has no nine months before the summer
LESSONS_END = (5, 31)
LEAST = 60  # days; a shorter programme would be none


def usual_end(template: ProgrammeTemplate, starts_on: date) -> date:
    """The last day by the template; a school year of pupils that begins after 1 October ends with the lessons."""
    by_template = starts_on + timedelta(days=template.last_day)
    if template.type != ProgrammeType.PUPILS or template.last_day != SCHOOL_YEAR:
        return by_template
    lessons_end = date(starts_on.year + ((starts_on.month, starts_on.day) > LATE), *LESSONS_END)
    return lessons_end if ends_with_lessons(starts_on, lessons_end) else by_template


def ends_with_lessons(starts_on: date, ends_on: date) -> bool:
    """Whether these are the days of a programme that begins after 1 October and ends with the lessons."""
    is_late = (starts_on.month, starts_on.day) > LATE or starts_on.month < LESSONS_END[0]
    return is_late and (ends_on.month, ends_on.day) == LESSONS_END and (ends_on - starts_on).days >= LEAST


def fitted(template: ProgrammeTemplate, last_day: int) -> ProgrammeTemplate:
    """The template with its stages and rows drawn together, when it has fewer days than it was made for."""
    if not 0 < last_day < template.last_day:
        return template
    return replace(
        template,
        stages=tuple(_drawn(one, last_day, template.last_day) for one in template.stages),
        roadmap=tuple(_drawn(one, last_day, template.last_day) for one in template.roadmap),
    )


def _drawn(one: Planned, last_day: int, whole: int) -> Planned:
    first, last = (round(day * last_day / whole) for day in (one.first_day, one.last_day))
    return replace(one, first_day=first, last_day=last)
