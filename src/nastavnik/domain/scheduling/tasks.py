"""In the background: invitations after each change, reminders by the clock of each place."""

from datetime import datetime

from django.db.models import Exists, OuterRef

from nastavnik.core import clock
from nastavnik.core.jobs import job, standing
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.models import Meeting, Mentorship
from nastavnik.domain.mentorships.queries import at_work
from nastavnik.domain.scheduling.actions.inviting import invite
from nastavnik.domain.scheduling.actions.reminding import remind

TOLD = (MeetingState.PLANNED, MeetingState.CANCELLED)


@job("scheduling.invite")
def send_invitations(mentorship: int) -> None:
    for row in Mentorship.objects.filter(pk=mentorship).select_related("organisation"):
        invite(row)


@job("scheduling.invite_all")
def send_all_invitations() -> None:
    """What was planned or cancelled on the pages of pairs, which know nothing of letters."""
    today = clock.today()
    ahead = Meeting.objects.filter(mentorship=OuterRef("pk"), happens_on__gte=today, state__in=TOLD)
    for row in at_work(Mentorship.objects.filter(Exists(ahead)), today).select_related("organisation"):
        invite(row)


@standing("scheduling.invite_all")
def inviting_is_due(at: datetime) -> str:
    """Once an hour."""
    return f"scheduling.invite_all/{at:%Y-%m-%d-%H}"


@job("scheduling.remind")
def remind_of_meetings() -> None:
    remind(clock.now())


@standing("scheduling.remind")
def reminding_is_due(at: datetime) -> str:
    """Every hour somewhere it is evening; who was told is not told again."""
    return f"scheduling.remind/{at:%Y-%m-%d-%H}"
