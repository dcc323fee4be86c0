"""How dates, names and outcomes are said in the sentences of this room."""

from datetime import date

from django.utils.formats import date_format

from nastavnik.domain.mentorships.models import Meeting


def spoken(day: date) -> str:
    """«23 ноября 2026»."""
    return date_format(day, "j E Y")


def outcome(meeting: Meeting) -> str:
    """«хорошо», or why it did not take place."""
    return str(meeting.get_mood_display() or meeting.get_state_display())
