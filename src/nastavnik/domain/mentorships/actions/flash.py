"""A short meeting from the offer to the thanks: no plan, no order, one tap to book."""

from datetime import date, datetime, time

from django.db import transaction

from nastavnik.core import audit, clock, lifecycle
from nastavnik.domain.mentorships.actions.ending import complete, dissolve
from nastavnik.domain.mentorships.actions.meeting import plan_meeting
from nastavnik.domain.mentorships.actions.telling import record_meeting
from nastavnik.domain.mentorships.enums import Answer, EndReason, FlashState, MeetingState, MentorshipState, Party, Way
from nastavnik.domain.mentorships.errors import NotAFlash, NotReady, SlotAhead, SlotPast, SlotTaken, WithThemself
from nastavnik.domain.mentorships.gates import require_gates
from nastavnik.domain.mentorships.models import FlashSlot, Mentorship, MentorshipApproval, MentorshipMember
from nastavnik.domain.mentorships.queries.members import ClosestPeople, closest_people
from nastavnik.domain.mentorships.words import spoken
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.programmes.enums import Kind, ParticipationRole, ParticipationState
from nastavnik.domain.programmes.models import Participation


@transaction.atomic
def offer_flash(
    mentor: Participation,
    *,
    topic: str,
    happens_on: date,
    begins_at: time,
    minutes: int = 30,
    place: str = "",
    by: User | None,
) -> FlashSlot:
    """A time and a topic, by the mentor or by the coordinator for them."""
    if mentor.module.kind != Kind.FLASH:
        raise NotAFlash
    if mentor.role != ParticipationRole.MENTOR or mentor.state != ParticipationState.READY:
        raise NotReady(name=mentor.person.list_name)
    if happens_on < clock.today(mentor.organisation.time_zone):
        raise SlotPast(day=spoken(happens_on))
    slot = FlashSlot.objects.create(
        organisation_id=mentor.organisation_id, module_id=mentor.module_id, mentor=mentor, topic=topic.strip(),
        happens_on=happens_on, begins_at=begins_at, minutes=minutes, place=place.strip(),
    )  # fmt: skip
    audit.record("flashslot.offer", slot, by=by, fields=["topic", "happens_on", "begins_at"])
    return slot


@transaction.atomic
def book(slot: FlashSlot, *, mentee: Participation, by: User | None) -> FlashSlot:
    """One tap: consents and clearance hold, the meeting is in the calendar of both."""
    _lock(slot)
    today = clock.today(slot.organisation.time_zone)
    if slot.state != FlashState.OPEN or slot.happens_on < today:
        raise SlotTaken
    mentor = slot.mentor
    _require_ready(mentor, mentee)
    closest = closest_people([mentor.person, mentee.person], today)
    require_gates([mentor.person], [mentee.person], closest)
    slot.mentorship = _begin(slot, mentee, closest, today, by)
    slot.save(update_fields=["mentorship"])
    lifecycle.advance(slot, "book", by=by)
    plan_meeting(
        slot.mentorship, happens_on=slot.happens_on, begins_at=slot.begins_at, place=slot.place, mode="", by=by
    )
    parents = closest.guardians.get(mentee.person_id, [])
    _tell(slot, [mentor.person, mentee.person, *parents], "flash_booked")
    return slot


@transaction.atomic
def unbook(slot: FlashSlot, *, by: User | None) -> FlashSlot:
    """The mentee cannot come; the time is free for another."""
    _lock(slot)
    _part(slot, EndReason.MENTEE_ASKED, by)
    lifecycle.advance(slot, "unbook", by=by)
    slot.mentorship = None
    slot.save(update_fields=["mentorship"])
    _tell(slot, [slot.mentor.person], "flash_unbooked")
    return slot


@transaction.atomic
def withdraw(slot: FlashSlot, *, by: User | None) -> FlashSlot:
    """The mentor cannot; who had booked hears of it."""
    _lock(slot)
    lifecycle.advance(slot, "withdraw", by=by)
    _part(slot, EndReason.MENTOR_ASKED, by)
    if slot.mentorship:
        members = slot.mentorship.members.filter(role=ParticipationRole.MENTEE).select_related("person")
        _tell(slot, [member.person for member in members], "flash_withdrawn")
    return slot


@transaction.atomic
def close(slot: FlashSlot, *, thanks: str = "", author: Person | None, by: User | None) -> FlashSlot:
    """They have met: the meeting is held, the mentorship is done, «спасибо» stays with the mentor."""
    _lock(slot)
    if slot.happens_on > clock.today(slot.organisation.time_zone):
        raise SlotAhead(day=spoken(slot.happens_on))
    mentorship = slot.mentorship
    lifecycle.advance(slot, "close", by=by)
    if mentorship is not None and mentorship.state == MentorshipState.ACTIVE:
        planned = mentorship.meetings.filter(state=MeetingState.PLANNED).first()
        record_meeting(
            mentorship, happens_on=slot.happens_on, state=MeetingState.HELD, minutes=slot.minutes, planned=planned,
            author=author, by=by,
        )  # fmt: skip
        complete(mentorship, on=slot.happens_on, reason=EndReason.PLAN_DONE, by=by)
    slot.thanks = thanks.strip()
    slot.save(update_fields=["thanks"])
    return slot


def _lock(slot: FlashSlot) -> None:
    """Two telephones at once: the second waits and then sees what the first has done."""
    FlashSlot.objects.select_for_update().get(pk=slot.pk)
    slot.refresh_from_db(fields=["state", "mentorship", "version"])


def _require_ready(mentor: Participation, mentee: Participation) -> None:
    at_home = mentee.module_id == mentor.module_id and mentee.role == ParticipationRole.MENTEE
    for participation in (mentor, mentee):
        if not at_home or participation.state != ParticipationState.READY:
            raise NotReady(name=participation.person.list_name)
    if mentor.person_id == mentee.person_id:
        raise WithThemself(name=mentor.person.list_name)


def _begin(slot: FlashSlot, mentee: Participation, closest: ClosestPeople, today: date, by: User | None) -> Mentorship:
    """Offering was the yes of one, booking is that of the other; it works from today until its day."""
    mentorship = Mentorship.objects.create(
        organisation_id=slot.organisation_id, module_id=slot.module_id, kind=Kind.FLASH, title=slot.topic,
        way=Way.SELF_CHOICE, proposed_on=today, planned_until=slot.happens_on, started_on=today,
    )  # fmt: skip
    for participation in (slot.mentor, mentee):
        member = MentorshipMember.objects.create(
            organisation_id=slot.organisation_id, mentorship=mentorship, module_id=slot.module_id,
            participation=participation, person=participation.person, role=participation.role, is_exclusive=False,
            is_minor=participation.person_id in closest.minors, starts_on=today,
            consent=closest.consents.get(participation.person_id),
        )  # fmt: skip
        MentorshipApproval.objects.create(
            organisation_id=slot.organisation_id, mentorship=mentorship, member=member, answer=Answer.YES,
            party=Party(participation.role), at=clock.now(), by=by,
        )  # fmt: skip
    audit.record("mentorship.propose", mentorship, by=by, fields=["state"])
    lifecycle.advance(mentorship, "confirm", by=by)
    lifecycle.advance(mentorship, "start", by=by)
    return mentorship


def _part(slot: FlashSlot, reason: str, by: User | None) -> None:
    if slot.mentorship and slot.mentorship.state == MentorshipState.ACTIVE:
        dissolve(slot.mentorship, on=clock.today(slot.organisation.time_zone), reason=reason, by=by)


def _tell(slot: FlashSlot, persons: list[Person], kind: str) -> None:
    moment: datetime = clock.now()
    for person in persons:
        notify(kind, to=person, context={"slot": slot.pk}, key=f"{kind}:{slot.pk}:{person.pk}:{moment:%Y%m%d%H%M%S}")
