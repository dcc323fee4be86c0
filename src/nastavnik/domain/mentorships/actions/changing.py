"""A rest, a longer term, a wish to end, the parts in a team."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F

from nastavnik.core import audit, clock
from nastavnik.core.versions import save_changes
from nastavnik.domain.mentorships.errors import (
    AlreadyAsked,
    BeforeStart,
    NotAMember,
    NotLater,
    NotReady,
    PauseUnordered,
    TooLong,
)
from nastavnik.domain.mentorships.gates import require_work
from nastavnik.domain.mentorships.models import (
    EndRequest,
    Extension,
    Mentorship,
    MentorshipMember,
    Rest,
)
from nastavnik.domain.mentorships.models.changing import year_of
from nastavnik.domain.mentorships.words import spoken
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.enums import ParticipationState
from nastavnik.domain.programmes.models import Participation

A_YEAR = timedelta(days=366)


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
