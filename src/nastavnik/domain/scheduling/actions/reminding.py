"""Reminders: the evening before, or in the morning where the meeting was planned after that evening."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef

from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.models import Meeting, Mentorship
from nastavnik.domain.mentorships.queries import hidden_for_consent
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.scheduling.actions.offering import readers
from nastavnik.domain.scheduling.queries.calendar import loaded

EVENING, MORNING = 17, 7
KIND = "meeting_soon"


def remind(at: datetime) -> int:
    """Whose meeting is near and who was not reminded of it; returns how many meetings were told of."""
    waiting = Meeting.objects.filter(organisation=OuterRef("pk"), state=MeetingState.PLANNED)
    near = waiting.filter(happens_on__range=(at.date() - timedelta(days=1), at.date() + timedelta(days=2)))
    return sum(_remind_in(one, at) for one in Organisation.objects.filter(Exists(near)))


def _remind_in(organisation: Organisation, at: datetime) -> int:
    local = at.astimezone(ZoneInfo(organisation.time_zone))
    days = []
    if local.hour >= MORNING:
        days.append(local.date())
    if local.hour >= EVENING:
        days.append(local.date() + timedelta(days=1))
    rows = Meeting.objects.filter(organisation=organisation, state=MeetingState.PLANNED, happens_on__in=days)
    hidden = hidden_for_consent(Mentorship.objects.filter(organisation=organisation)).values("pk")
    found = [meeting for meeting in loaded(rows.exclude(mentorship__in=hidden)) if _is_ahead(meeting, local)]
    for meeting in found:
        _tell(meeting)
    return len(found)


def _is_ahead(meeting: Meeting, local: datetime) -> bool:
    """What begins at this minute is not reminded of any more; of a day without an hour the morning is early enough."""
    if meeting.happens_on > local.date() or meeting.begins_at is None:
        return True
    return meeting.begins_at > local.time()


def _tell(meeting: Meeting) -> None:
    begins = f"{meeting.begins_at:%H%M}" if meeting.begins_at else ""
    key = f"{KIND}/{meeting.pk}/{meeting.happens_on:%Y%m%d}{begins}"
    for member in meeting.mentorship.members.all():
        if member.ends_on is None:
            for person in readers(member.person, member.is_minor):
                notify(KIND, to=person, context={"meeting": meeting.pk}, key=key)
