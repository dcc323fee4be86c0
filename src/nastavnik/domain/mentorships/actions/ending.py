"""The end, with a reason and a day."""

from datetime import date

from django.db import transaction
from django.db.models import F, Max, Q

from nastavnik.core import audit, clock, lifecycle
from nastavnik.domain.mentorships.actions.meeting import cancel
from nastavnik.domain.mentorships.enums import EndReason, MeetingState
from nastavnik.domain.mentorships.errors import AfterMeetings, BeforeStart, InTheFuture, NotAMember
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.mentorships.queries.members import occupied
from nastavnik.domain.mentorships.rules import AT_WORK
from nastavnik.domain.mentorships.words import spoken
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.actions import finish
from nastavnik.domain.programmes.enums import Kind, ParticipationRole, ParticipationState

ONE_OF_MANY = (Kind.FLASH, Kind.SPEED)  # after one talk there may be another


@transaction.atomic
def complete(mentorship: Mentorship, *, on: date, reason: str, by: User | None, note: str = "") -> Mentorship:
    """The work is done. A mentee for whom nothing else is open has finished the module."""
    members = list(mentorship.members.select_related("participation__person").filter(ends_on__isnull=True))
    _end(mentorship, "complete", on=on, reason=reason, by=by, note=note)
    for member in members:
        mentee = member.participation
        done = member.role == ParticipationRole.MENTEE and mentee.state == ParticipationState.READY
        done = done and mentorship.kind not in ONE_OF_MANY
        if done and not occupied([mentee]).exists():
            finish(mentee, by=by)
    return mentorship


@transaction.atomic
def dissolve(mentorship: Mentorship, *, on: date, reason: str, by: User | None, note: str = "") -> Mentorship:
    """It ends before its time; its people stay ready and are offered to matching again."""
    return _end(mentorship, "dissolve", on=on, reason=reason, by=by, note=note)


@transaction.atomic
def release(member: MentorshipMember, *, on: date, by: User | None) -> MentorshipMember:
    """One member goes, the others go on; the period stays in the history."""
    if member.ends_on is not None:
        raise NotAMember
    member.ends_on, member.has_left = max(on, member.starts_on), True
    member.save(update_fields=["ends_on", "has_left"])
    audit.record("mentorship.release", member.mentorship, by=by, fields=["members"])
    return member


def _end(mentorship: Mentorship, action: str, *, on: date, reason: str, by: User | None, note: str) -> Mentorship:
    _check_day(mentorship, on)
    _tell(mentorship)
    lifecycle.advance(mentorship, action, by=by, reason=EndReason(reason), note=note)
    mentorship.ended_on, mentorship.end_reason = on, EndReason(reason)
    mentorship.save(update_fields=["ended_on", "end_reason"])
    for member in mentorship.members.filter(ends_on__isnull=True):
        mentorship.members.filter(pk=member.pk).update(ends_on=max(on, member.starts_on))
    for pause in mentorship.pauses.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on)):
        mentorship.pauses.filter(pk=pause.pk).update(ends_on=max(on, pause.starts_on), version=F("version") + 1)
    for meeting in mentorship.meetings.filter(state=MeetingState.PLANNED):
        cancel(meeting, by=by)
    settle_requests(mentorship, by=by)
    return mentorship


@transaction.atomic
def settle_requests(mentorship: Mentorship, *, by: User | None) -> int:
    """Wishes to end are answered: it ended, or it was talked over. How many there were."""
    waiting = mentorship.end_requests.filter(settled_at__isnull=True)
    settled = waiting.update(settled_at=clock.now(), settled_by=by, version=F("version") + 1)
    if settled:
        audit.record("mentorship.settle_requests", mentorship, by=by, fields=["end_requests"])
    return settled


def _tell(mentorship: Mentorship) -> None:
    """Both sides of a pair that worked hear that it is over, whoever ended it; a short talk ends by itself."""
    if mentorship.state not in AT_WORK or mentorship.kind in ONE_OF_MANY:
        return
    for member in mentorship.members.filter(ends_on__isnull=True).select_related("person"):
        context = {"mentorship": mentorship.pk}
        notify("pair_ended", to=member.person, context=context, key=f"pair_ended:{mentorship.pk}")


def _check_day(mentorship: Mentorship, on: date) -> None:
    if on > clock.today(mentorship.organisation.time_zone):
        raise InTheFuture(day=spoken(on))
    if mentorship.started_on and on < mentorship.started_on:
        raise BeforeStart(day=spoken(on), start=spoken(mentorship.started_on))
    last = mentorship.meetings.filter(state=MeetingState.HELD).aggregate(last=Max("happens_on"))["last"]
    if last and last > on:
        raise AfterMeetings(day=spoken(on), meeting=spoken(last))
