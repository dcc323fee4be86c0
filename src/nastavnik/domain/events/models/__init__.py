"""The tables of the room, one file a noun."""

from nastavnik.domain.events.models.attendance import Attendance
from nastavnik.domain.events.models.event import Course, Event, EventMaterial, EventStateChange
from nastavnik.domain.events.models.programme import OutsideGuest, ProgrammePoint

__all__ = ["Attendance", "Course", "Event", "EventMaterial", "EventStateChange", "OutsideGuest", "ProgrammePoint"]
