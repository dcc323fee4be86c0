"""How the beginning stands: the rules of the pair, the first meetings one by one, the question after the trial."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from nastavnik.domain.mentorships.enums import MeetingKind, MeetingState, MentorshipState
from nastavnik.domain.mentorships.models import AgreementLine, Meeting, Mentorship, MentorshipMember, PairAgreement
from nastavnik.domain.mentorships.naming import is_child, is_young
from nastavnik.domain.mentorships.shipped.agendas import GROUP, GROWN, PAIR, TEAM, TEEN, YOUNG, Agenda, agenda
from nastavnik.domain.mentorships.shipped.agreement import USUAL
from nastavnik.domain.programmes.enums import Kind, ParticipationRole
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.messages import counted


@dataclass(frozen=True)
class Rules:
    """The agreement as it is now; `waiting` are the members who have not confirmed it."""

    mentor_does: str
    mentee_does: str
    how_often: str
    how_to_end: str
    lines: tuple[AgreementLine, ...] = ()
    version: int = 1  # of what may be written over
    confirmed: tuple[MentorshipMember, ...] = ()
    waiting: tuple[MentorshipMember, ...] = ()

    @property
    def is_agreed(self) -> bool:
        return not self.waiting


@dataclass(frozen=True)
class FirstMeeting:
    """One of the guided meetings: `state` is "held", "planned" or "" where it is still to come."""

    kind: str
    title: str
    state: str
    on: date | None = None

    @property
    def is_next(self) -> bool:
        return self.state != "held"


def rules_of(mentorship: Mentorship) -> Rules:
    """The rules of the pair; members are loaded. Three queries, one where nobody has written anything."""
    row = PairAgreement.objects.filter(mentorship=mentorship).first()
    members = [member for member in mentorship.members.all() if member.ends_on is None]
    usual: dict[str, Any] = {name: str(text) for name, text in USUAL.items()}
    days = mentorship.module.radar_period
    usual["how_often"] = _("Не реже чем раз в %(days)s") % {"days": counted(days, _("день"), _("дня"), _("дней"))}
    if row is None:
        return Rules(**usual, waiting=tuple(members))
    said: dict[str, Any] = {name: getattr(row, name) or text for name, text in usual.items()}
    confirmed = set(row.confirmations.values_list("member_id", flat=True))
    return Rules(
        **said,
        version=row.version,
        lines=tuple(row.lines.select_related("author")),
        confirmed=tuple(member for member in members if member.pk in confirmed),
        waiting=tuple(member for member in members if member.pk not in confirmed),
    )


def together_since(mentorship: Mentorship) -> date | None:
    """The day since which these people work together, where a mentor has taken over; members are loaded or asked."""
    left = {member.role for member in mentorship.members.all() if member.has_left}
    came = [member.starts_on for member in mentorship.members.all() if member.role in left and not member.has_left]
    return max(came, default=None)


def first_meetings(mentorship: Mentorship, meetings: Sequence[Meeting]) -> list[FirstMeeting]:
    """The five in order, of kinds that are led by a plan; with a new mentor they begin anew. No query."""
    if not KINDS[mentorship.kind].plan_needed:
        return []
    if since := together_since(mentorship):
        meetings = [meeting for meeting in meetings if meeting.happens_on >= since]
    found = []
    for kind in MeetingKind:
        held = [m.happens_on for m in meetings if m.kind == kind and m.state == MeetingState.HELD]
        ahead = [m.happens_on for m in meetings if m.kind == kind and m.state == MeetingState.PLANNED]
        state = "held" if held else "planned" if ahead else ""
        found.append(FirstMeeting(kind, str(kind.label), state, min(held or ahead, default=None)))
    return found


def agenda_for(mentorship: Mentorship, kind: str) -> Agenda:
    """The card for these people; members and persons are loaded."""
    mentees = [m.person for m in mentorship.members.all() if m.role == ParticipationRole.MENTEE and not m.has_left]
    age = YOUNG if any(map(is_young, mentees)) else TEEN if any(map(is_child, mentees)) else GROWN
    form = TEAM if mentorship.kind == Kind.TEAM else GROUP if len(mentees) > 1 else PAIR
    return agenda(kind, age=age, form=form)


def asks_after_trial(mentorship: Mentorship) -> bool:
    """Was the trial meeting held, and has not everybody said that they go on?"""
    if mentorship.state != MentorshipState.ACTIVE:
        return False
    tried = mentorship.meetings.filter(kind=MeetingKind.TRIAL, state=MeetingState.HELD)
    if since := together_since(mentorship):
        tried = tried.filter(happens_on__gte=since)
    if not tried.exists():
        return False
    members = mentorship.members.filter(ends_on__isnull=True).exclude(pk__in=_said_yes(mentorship))
    return members.exists()


def wants_my_trial_answer(member: MentorshipMember) -> bool:
    """Is this member still asked whether they go on?"""
    return asks_after_trial(member.mentorship) and not _said_yes(member.mentorship).filter(member_id=member.pk).exists()


def _said_yes(mentorship: Mentorship) -> Any:
    return mentorship.trial_answers.values("member_id")
