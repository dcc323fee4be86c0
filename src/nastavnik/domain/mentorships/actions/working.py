"""Beginning, pausing, going on."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import F

from nastavnik.core import clock, lifecycle
from nastavnik.domain.mentorships.errors import BeforeStart, InTheFuture, PauseUnordered
from nastavnik.domain.mentorships.gates import require_gates
from nastavnik.domain.mentorships.models import Mentorship, Pause
from nastavnik.domain.mentorships.queries.members import ClosestPeople, closest_people
from nastavnik.domain.mentorships.words import spoken
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.enums import ParticipationRole


@transaction.atomic
def start(mentorship: Mentorship, *, on: date, by: User | None, closest: ClosestPeople | None = None) -> Mentorship:
    """The first day of work: agreed by all, and consents and clearances still hold. Who starts many at once asks for
    the facts of all their people once, in the same transaction."""
    members = [m for m in mentorship.members.select_related("person") if m.ends_on is None]
    lifecycle.advance(mentorship, "start", by=by)
    mentors = [m.person for m in members if m.role == ParticipationRole.MENTOR]
    mentees = [m.person for m in members if m.role != ParticipationRole.MENTOR]
    today = clock.today(mentorship.organisation.time_zone)
    require_gates(mentors, mentees, closest or closest_people([*mentors, *mentees], today))
    mentorship.started_on = on
    mentorship.save(update_fields=["started_on"])
    mentorship.members.filter(starts_on__gt=on).update(starts_on=on)  # an order may name an earlier day
    for member in members:
        notify(
            "pair_started", to=member.person, context={"mentorship": mentorship.pk}, key=f"pair_started:{mentorship.pk}"
        )
    return mentorship


@transaction.atomic
def pause(
    mentorship: Mentorship, *, on: date, until: date | None = None, by: User | None, reason: str = "", note: str = ""
) -> Mentorship:
    """Stop the radar's count from a day, until a known day or until it is resumed."""
    _not_in_future(mentorship, on)
    _not_before_start(mentorship, on)
    if until and until < on:
        raise PauseUnordered
    lifecycle.advance(mentorship, "pause", by=by, reason=reason, note=note)
    Pause.objects.create(organisation_id=mentorship.organisation_id, mentorship=mentorship, starts_on=on, ends_on=until)
    return mentorship


@transaction.atomic
def resume(mentorship: Mentorship, *, on: date, by: User | None) -> Mentorship:
    """Work goes on from that day; the day before is the last of the pause (a pause has at least one day)."""
    _not_in_future(mentorship, on)
    lifecycle.advance(mentorship, "resume", by=by)
    last = on - timedelta(days=1)
    for running in mentorship.pauses.filter(starts_on__lte=on):
        if running.ends_on is None or running.ends_on > last:
            mentorship.pauses.filter(pk=running.pk).update(
                ends_on=max(last, running.starts_on), version=F("version") + 1
            )
    return mentorship


def _not_in_future(mentorship: Mentorship, day: date) -> None:
    if day > clock.today(mentorship.organisation.time_zone):
        raise InTheFuture(day=spoken(day))


def _not_before_start(mentorship: Mentorship, day: date) -> None:
    if mentorship.started_on and day < mentorship.started_on:
        raise BeforeStart(day=spoken(day), start=spoken(mentorship.started_on))
