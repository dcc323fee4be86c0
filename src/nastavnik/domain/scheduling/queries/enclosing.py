"""What goes with a letter about a meeting: the same meeting for the calendar of who reads it."""

from django.conf import settings

from nastavnik.core import clock
from nastavnik.domain.mentorships.models import Meeting
from nastavnik.domain.notifications.enclosures import Enclosure
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.scheduling.ics import Entry, Letter, Method, calendar_file
from nastavnik.domain.scheduling.models import MeetingSeries
from nastavnik.domain.scheduling.queries.calendar import entries_of_meeting, entries_of_series

KINDS = ("meeting_invited", "meeting_changed", "meeting_cancelled")


def enclosed(message: Message) -> Enclosure | None:
    """The invitation as things stand now; None where the meeting may no longer be told of, and then nothing leaves."""
    entries = _entries(message)
    if not entries:
        return None
    method: Method = "CANCEL" if all(entry.is_cancelled for entry in entries) else "REQUEST"
    sender = settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].rstrip(">")
    letter = Letter(sender, message.organisation.short_title, message.recipient.email)
    content = calendar_file("", entries, at=clock.now(), method=method, letter=letter)
    return Enclosure("invite.ics", f"text/calendar; method={method}; charset=UTF-8", content)


def _entries(message: Message) -> list[Entry]:
    person, organisation = message.recipient, message.organisation_id
    if "series" in message.context:
        series = MeetingSeries.objects.filter(pk=message.context["series"], organisation=organisation).first()
        return entries_of_series(series, person) if series else []
    meeting = Meeting.objects.filter(pk=message.context.get("meeting"), organisation=organisation).first()
    return entries_of_meeting(meeting, person) if meeting else []
