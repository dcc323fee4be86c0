"""Встречи: кто встречается в срок."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.enums import RadarStatus
from nastavnik.domain.mentorships.queries import at_work, radar
from nastavnik.domain.monitoring.as_of import mentorships_of
from nastavnik.domain.monitoring.records import Figure
from nastavnik.domain.programmes.models import Module, Programme

TITLE = _("Пары встречаются в срок")
DEFINITION = _(
    "Пары и группы, у которых в этот день с последней встречи прошло не больше дней, чем ждёт модуль, без пауз и "
    "каникул; из работавших в этот день, за которыми следит радар и которые не на паузе"
)
WATCHED = (RadarStatus.ON_TIME, RadarStatus.LATE, RadarStatus.SILENT)


def pairs_on_time(programme: Programme, as_of: date, module: Module | None = None) -> Figure:
    """Mentorships on time by the radar's definition (mentorships/radar.py), of those at work on the day that the
    radar watches and that are not paused."""
    readings = radar(at_work(mentorships_of(programme, module), as_of), as_of).values()
    watched = [reading.shown for reading in readings if reading.shown in WATCHED]
    on_time = sum(status == RadarStatus.ON_TIME for status in watched) if watched else None
    return Figure("pairs_on_time", TITLE, DEFINITION, on_time, len(watched), as_of)
