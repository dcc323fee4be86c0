"""Встречи: сколько состоялось."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.models import Meeting
from nastavnik.domain.monitoring.as_of import begun, mentorships_of
from nastavnik.domain.monitoring.records import Figure
from nastavnik.domain.programmes.models import Module, Programme

TITLE = _("Состоялось встреч")
DEFINITION = _(
    "Встречи с отметкой «состоялась» от начала программы по этот день, у всех пар и групп, начавших работать"
)


def meetings_held(programme: Programme, as_of: date, module: Module | None = None) -> Figure:
    """Meetings held up to the day, by what is known of them today, of mentorships begun by the day; the denominator
    is the number of those mentorships. No data where none had begun."""
    pairs = begun(mentorships_of(programme, module), as_of)
    total = pairs.count()
    held = Meeting.objects.filter(mentorship__in=pairs, state=MeetingState.HELD, happens_on__lte=as_of).count()
    return Figure("meetings_held", TITLE, DEFINITION, held if total else None, total, as_of, form="number")
