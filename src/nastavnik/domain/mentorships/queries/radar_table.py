"""The radar as a table: every mentorship at work on a day, in four queries and without an object for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast

from nastavnik.domain.mentorships import radar_arrays as arrays
from nastavnik.domain.mentorships.enums import RadarStatus
from nastavnik.domain.mentorships.models import Mentorship, Pause
from nastavnik.domain.mentorships.queries.radar import at_work, last_held
from nastavnik.domain.mentorships.radar import WATCHED
from nastavnik.domain.organisations.models import Holiday
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.models import Module
from nastavnik.domain.programmes.queries.radar_settings import radar_on

STATUSES = (RadarStatus.ON_TIME, RadarStatus.LATE, RadarStatus.SILENT)  # by their numbers in `radar_arrays`


@dataclass(frozen=True)
class Line:
    """One mentorship on the day. `status` is None where meetings are not what is watched."""

    id: int
    programme: int
    period_days: int
    grace_days: int
    started_on: str
    last_meeting_on: str | None
    days_not_counted: int
    watched_by: str
    status: str | None
    days: int
    is_paused: bool


@dataclass(frozen=True)
class RadarTable:
    """Columns of equal length, in the order of ids; days are ISO texts as the database keeps them."""

    ids: arrays.Numbers
    programmes: arrays.Numbers
    periods: arrays.Numbers
    graces: arrays.Numbers
    started_on: list[str]
    last_meeting_on: list[str | None]
    watched_by: list[str]
    is_watched: arrays.Flags
    readings: arrays.Readings

    def __len__(self) -> int:
        return len(self.ids)

    def ids_with(self, status: RadarStatus) -> list[int]:
        """Ids of those of whom a page says this word."""
        if status == RadarStatus.PAUSED:
            chosen = self.is_watched & self.readings.is_paused
        elif status == RadarStatus.NOT_WATCHED:
            chosen = ~self.is_watched
        else:
            is_so = self.readings.status == STATUSES.index(status)
            chosen = self.is_watched & ~self.readings.is_paused & is_so
        return [int(one) for one in self.ids[chosen]]

    def lines(self) -> Iterator[Line]:
        """Row by row, in plain values."""
        read = self.readings
        columns = zip(
            self.ids.tolist(), self.programmes.tolist(), self.periods.tolist(), self.graces.tolist(), self.started_on,
            self.last_meeting_on, read.left_out.tolist(), self.watched_by, self.is_watched.tolist(),
            read.status.tolist(), read.days.tolist(), read.is_paused.tolist(), strict=True,
        )  # fmt: skip
        for pk, programme, period, grace, began, met, out, watched, is_watched, status, days, is_paused in columns:
            said = STATUSES[status].value if is_watched else None
            yield Line(pk, programme, period, grace, began, met, out, watched, said, days, is_paused)


def radar_table(rows: QuerySet[Mentorship], as_of: date) -> RadarTable:
    """The radar of those of `rows` that are at work on the day."""
    working = at_work(rows, as_of).order_by()
    day = CharField()
    # Days are asked as text: half a second less for a hundred thousand pairs than as dates.
    told = working.annotate(began=Cast("started_on", day), met=Cast(last_held(as_of), day)).order_by("pk")
    found = list(told.values_list("pk", "organisation_id", "module_id", "kind", "began", "met"))
    pks, schools, modules, kinds, began, met = map(list, zip(*found, strict=True)) if found else ([] for _ in range(6))
    ids = _numbers(pks)
    period, grace, programme = _of_modules(_numbers(modules), as_of)
    school, school_of = np.unique(_numbers(schools), return_inverse=True)
    watched = [KINDS[kind].watched for kind in kinds]
    start = arrays.ordinals(began)
    pauses = _spans(Pause.objects.filter(mentorship__in=working.values("pk")), "mentorship_id", ids, as_of)
    holidays = _spans(Holiday.objects.filter(organisation__in=school.tolist()), "organisation_id", school, as_of)
    last = np.maximum(arrays.ordinals(met), start)
    return RadarTable(
        ids, programme, period, grace, began, met, watched, np.array([one == WATCHED for one in watched], dtype=bool),
        arrays.read_all(last, as_of.toordinal(), period, grace, pauses, school_of, holidays),
    )  # fmt: skip


def radar_of_server(as_of: date) -> RadarTable:
    """The radar of every organisation on this server, for its administrator's commands: numbers and ids alone."""
    return radar_table(Mentorship.objects.all(), as_of)


def _of_modules(modules: arrays.Numbers, as_of: date) -> tuple[arrays.Numbers, arrays.Numbers, arrays.Numbers]:
    """Period and grace of that day and the programme of each row."""
    own, which = np.unique(modules, return_inverse=True)
    asked = Module.objects.filter(pk__in=own.tolist()).order_by("pk")
    period, grace = radar_on(as_of)
    columns = asked.annotate(period=period, grace=grace).values_list("period", "grace", "programme_id")
    told = np.array(list(columns), dtype=np.int64)
    told = told.reshape(-1, 3)[which]
    return told[:, 0], told[:, 1], told[:, 2]


def _spans(rows: QuerySet[Any], of: str, owners: arrays.Numbers, as_of: date) -> arrays.Union:
    """Periods begun by the day; each owner is its place in `owners`. A holiday without an end is one day."""
    text = CharField()
    told = rows.filter(starts_on__lte=as_of).order_by().annotate(a=Cast("starts_on", text), z=Cast("ends_on", text))
    found = list(told.values_list(of, "a", "z"))
    owner, first, until = map(list, zip(*found, strict=True)) if found else ([], [], [])
    begins, ends = arrays.ordinals(first), arrays.ordinals(until, arrays.NO_END)
    if of == "organisation_id":
        ends = np.where(ends == arrays.NO_END, begins, ends)
    return arrays.union(np.searchsorted(owners, _numbers(owner)), begins, ends)


def _numbers(values: list[int]) -> arrays.Numbers:
    return np.array(values, dtype=np.int64)
