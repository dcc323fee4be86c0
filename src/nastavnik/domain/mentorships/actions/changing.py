"""Another mentor, a rest, a longer term, a wish to end, the parts in a team."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F

from nastavnik.core import audit, clock
from nastavnik.core.versions import save_changes
from nastavnik.domain.mentorships.actions.ending import release
from nastavnik.domain.mentorships.enums import Answer, EndReason, Party
from nastavnik.domain.mentorships.errors import (
    AlreadyAsked,
    BeforeStart,
    InTheFuture,
    NotAMember,
    NotLater,
    NotReady,
    NotThisMentor,
    PauseUnordered,
    TooLong,
)
from nastavnik.domain.mentorships.gates import require_consents, require_gates, require_work
from nastavnik.domain.mentorships.models import (
    EndRequest,
    Extension,
    Handover,
    Mentorship,
    MentorshipApproval,
    MentorshipMember,
    Rest,
)
from nastavnik.domain.mentorships.models.changing import year_of
from nastavnik.domain.mentorships.queries.members import closest_people
from nastavnik.domain.mentorships.words import spoken
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from nastavnik.domain.programmes.models import Participation

A_YEAR = timedelta(days=366)


@transaction.atomic
def hand_over(
    left: MentorshipMember, *, to: Participation, on: date, reason: str, note: str = "", by: User
) -> Handover:
    """Another mentor goes on with the plan and the meetings from that day; the one before keeps the days until then.
    The coordinator has talked with the new mentor, whose yes is written down as said."""
    mentorship = left.mentorship
    require_work(mentorship)
    require_consents(mentorship)
    _require_day(mentorship, left, on)
    _require_mentor(mentorship, left, to)
    people = [m.person for m in mentorship.members.select_related("person") if m.ends_on is None]
    mentees = [m.person for m in mentorship.members.select_related("person") if _is_mentee(m)]
    require_gates([to.person], mentees, closest_people([*people, to.person], on))
    release(left, on=max(on - timedelta(days=1), left.starts_on), by=by)
    came = _enter(mentorship, left, to, on, by)
    handover = Handover.objects.create(
        organisation_id=mentorship.organisation_id, mentorship=mentorship, left=left, came=came, on=on,
        reason=EndReason(reason), note=note.strip(), by=by,
    )  # fmt: skip
    audit.record("mentorship.hand_over", mentorship, by=by, fields=["members"])
    for person in (to.person, left.person, *mentees):
        notify("mentor_changed", to=person, context={"mentorship": mentorship.pk}, key=f"mentor_changed:{handover.pk}")
    return handover


@transaction.atomic
def rest(participation: Participation, *, until: date, by: User | None) -> Rest:
    """Ready, and offered to nobody until that day is over."""
    if participation.state != ParticipationState.READY:
        raise NotReady(name=participation.person.list_name)
    today = clock.today(participation.organisation.time_zone)
    if until < today:
        raise PauseUnordered
    row = Rest.objects.create(
        organisation_id=participation.organisation_id, participation=participation, starts_on=today, ends_on=until
    )
    audit.record("participation.rest", participation, by=by, fields=["rests"])
    return row


@transaction.atomic
def extend(mentorship: Mentorship, *, until: date, note: str = "", by: User) -> Extension:
    """A later end, of a year at most; the pair remains the same row, so each year counts it once."""
    require_work(mentorship)
    before = mentorship.planned_until
    if before and until <= before:
        raise NotLater(day=spoken(before))
    if until > max(before or until, clock.today(mentorship.organisation.time_zone)) + A_YEAR:
        raise TooLong(day=spoken(until))
    save_changes(mentorship, {"planned_until": until}, version=mentorship.version, by=by)
    year = year_of(until)
    counts = not mentorship.extensions.filter(counted_year=year).exists()
    return Extension.objects.create(
        organisation_id=mentorship.organisation_id, mentorship=mentorship, until_before=before, until=until,
        counted_year=year if counts else None, note=note.strip(), by=by,
    )  # fmt: skip


@transaction.atomic
def ask_to_end(member: MentorshipMember, *, note: str = "", by: User | None) -> EndRequest:
    """One of the two would rather end it; the coordinator hears of it and decides with both."""
    require_work(member.mentorship)
    if member.ends_on is not None:
        raise NotAMember
    try:
        with transaction.atomic():
            row = EndRequest.objects.create(
                organisation_id=member.organisation_id, mentorship=member.mentorship, member=member, note=note.strip()
            )
    except IntegrityError as error:
        raise AlreadyAsked from error
    audit.record("endrequest.ask", row, by=by, fields=["note"])
    return row


@transaction.atomic
def set_parts(
    mentorship: Mentorship, parts: Mapping[int, str], *, until: date | None = None, by: User | None
) -> Mentorship:
    """Who answers for what in a team, and the day by which there is a result. `parts` by the id of the member."""
    require_work(mentorship)
    members = {member.pk: member for member in mentorship.members.filter(ends_on__isnull=True)}
    if set(parts) - set(members):
        raise NotAMember
    for pk, part in parts.items():
        mentorship.members.filter(pk=pk).exclude(part=part.strip()).update(part=part.strip(), version=F("version") + 1)
    audit.record("mentorship.set_parts", mentorship, by=by, fields=["part"])
    if until and until != mentorship.planned_until:
        if mentorship.started_on and until < mentorship.started_on:
            raise BeforeStart(day=spoken(until), start=spoken(mentorship.started_on))
        save_changes(mentorship, {"planned_until": until}, version=mentorship.version, by=by)
    return mentorship


def _is_mentee(member: MentorshipMember) -> bool:
    return member.role == ParticipationRole.MENTEE and member.ends_on is None


def _require_day(mentorship: Mentorship, left: MentorshipMember, on: date) -> None:
    if on > clock.today(mentorship.organisation.time_zone):
        raise InTheFuture(day=spoken(on))
    if on <= left.starts_on:
        raise BeforeStart(day=spoken(on), start=spoken(left.starts_on))


def _require_mentor(mentorship: Mentorship, left: MentorshipMember, to: Participation) -> None:
    if left.role != ParticipationRole.MENTOR or left.ends_on is not None:
        raise NotAMember
    at_home = to.module_id == mentorship.module_id and to.role == ParticipationRole.MENTOR
    inside = mentorship.members.filter(person=to.person_id).exists()
    if not at_home or inside or to.state != ParticipationState.READY:
        raise NotThisMentor(name=to.person.list_name)


def _enter(mentorship: Mentorship, left: MentorshipMember, to: Participation, on: date, by: User) -> MentorshipMember:
    closest = closest_people([to.person], on)
    came = MentorshipMember.objects.create(
        organisation_id=mentorship.organisation_id, mentorship=mentorship, module_id=mentorship.module_id,
        participation=to, person=to.person, role=to.role, is_exclusive=left.is_exclusive, part=left.part,
        is_minor=to.person_id in closest.minors, consent=closest.consents.get(to.person_id), starts_on=on,
    )  # fmt: skip
    MentorshipApproval.objects.create(
        organisation_id=mentorship.organisation_id, mentorship=mentorship, member=came, party=Party.MENTOR,
        answer=Answer.YES, at=clock.now(), by=by, on_paper=True,
    )  # fmt: skip
    return came
