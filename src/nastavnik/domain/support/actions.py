"""What can be done: a talk recorded, a mark given, a pair put off, the frequency set."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.core.versions import save_changes
from nastavnik.domain.mentorships.gates import require_consents, require_work
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.programmes.models import Module
from nastavnik.domain.support.enums import Result
from nastavnik.domain.support.errors import (
    NoSuchScore,
    NotAMember,
    RareOrOften,
    SnoozeTooFar,
    TalkBeforeStart,
    TalkInTheFuture,
)
from nastavnik.domain.support.limits import HIGHEST, LEAST_DAYS, LOWEST, MOST_DAYS, MOST_SNOOZED
from nastavnik.domain.support.models import Pulse, Snooze, SupportContact, SupportRule
from nastavnik.domain.support.pulse import month_of
from nastavnik.domain.support.queries.duties import due_on

__all__ = ["give_pulse", "record_contact", "set_frequencies", "set_frequency", "snooze", "wake"]


@transaction.atomic
def record_contact(
    mentorship: Mentorship, *, side: str, done_on: date, how: str, result: str, note: str = "", by: User
) -> SupportContact:
    """A talk took place, or was tried. After one that did, the pair is put off no more."""
    require_work(mentorship)
    require_consents(mentorship)
    if done_on > clock.today(mentorship.organisation.time_zone):
        raise TalkInTheFuture
    if mentorship.started_on and done_on < mentorship.started_on:
        raise TalkBeforeStart
    contact = SupportContact.objects.create(
        organisation_id=mentorship.organisation_id,
        mentorship=mentorship,
        side=side,
        due_on=due_on(mentorship),
        done_on=done_on,
        how=how,
        result=result,
        note=note,
        by=by,
        at=clock.now(),
    )
    audit.record("support.contact", contact, by=by, fields=["side", "done_on", "how", "result", "note"])
    if result != Result.NOT_REACHED:
        wake(mentorship, by=by)
    return contact


@transaction.atomic
def give_pulse(mentorship: Mentorship, *, person: Person, score: int, comment: str | None = None) -> Pulse:
    """The mark of this month; told once more in the month it changes. Words that are not sent stay as they were."""
    require_work(mentorship)
    require_consents(mentorship)
    if not LOWEST <= score <= HIGHEST:
        raise NoSuchScore
    member = mentorship.members.filter(person=person, ends_on__isnull=True).first()
    if member is None:
        raise NotAMember
    values: dict[str, object] = {"score": score, "at": clock.now(), "role": member.role}
    if comment is not None:
        values["comment"] = comment
    pulse, _made = Pulse.objects.update_or_create(
        mentorship=mentorship,
        person=person,
        month=month_of(clock.today(mentorship.organisation.time_zone)),
        defaults=values,
        create_defaults={**values, "organisation_id": mentorship.organisation_id},
    )
    audit.record("support.pulse", pulse, by=person.user, fields=["score", "comment"])
    return pulse


@transaction.atomic
def snooze(mentorship: Mentorship, *, until: date, reason: str, note: str = "", by: User) -> Snooze:
    """Out of the queue until the day; it comes back by itself."""
    require_work(mentorship)
    today = clock.today(mentorship.organisation.time_zone)
    if not today < until <= today + timedelta(MOST_SNOOZED):
        raise SnoozeTooFar(days=MOST_SNOOZED)
    put_off = Snooze.objects.create(
        organisation_id=mentorship.organisation_id,
        mentorship=mentorship,
        until=until,
        reason=reason,
        note=note,
        by=by,
        at=clock.now(),
    )
    audit.record("support.snooze", put_off, by=by, fields=["until", "reason", "note"])
    return put_off


@transaction.atomic
def wake(mentorship: Mentorship, *, by: User) -> None:
    """Back into the queue today."""
    today = clock.today(mentorship.organisation.time_zone)
    for put_off in mentorship.snoozes.filter(until__gt=today):
        save_changes(put_off, {"until": today}, version=put_off.version, by=by)


@transaction.atomic
def set_frequency(
    organisation: Organisation, *, every_days: int, module: Module | None = None, by: User
) -> SupportRule:
    """How often every pair is talked to: of the organisation, or of one module otherwise."""
    if not LEAST_DAYS <= every_days <= MOST_DAYS:
        raise RareOrOften
    rule, _made = SupportRule.objects.update_or_create(
        organisation=organisation, module=module, defaults={"every_days": every_days}
    )
    audit.record("support.frequency", rule, by=by, fields=["every_days"])
    return rule


@transaction.atomic
def set_frequencies(
    organisation: Organisation, *, every_days: int, modules: Mapping[Module, int | None], by: User
) -> None:
    """The organisation's own, and of each module that goes otherwise; None is «as the organisation»."""
    set_frequency(organisation, every_days=every_days, by=by)
    for module, days in modules.items():
        if days is not None:
            set_frequency(organisation, every_days=days, module=module, by=by)
            continue
        for rule in SupportRule.objects.filter(organisation=organisation, module=module):
            audit.record("support.frequency", rule, by=by, fields=["every_days"])
            rule.delete()
