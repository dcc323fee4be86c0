"""Times go from one side to the other until one of them suits."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from nastavnik.core import audit, clock, lifecycle
from nastavnik.domain.mentorships.gates import require_consents
from nastavnik.domain.mentorships.models import Meeting, Mentorship
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.people.queries import guardians_of
from nastavnik.domain.scheduling.actions.meeting import Terms, plan_meeting, require_ahead, require_link
from nastavnik.domain.scheduling.enums import OfferState
from nastavnik.domain.scheduling.errors import NotAMember, NoTimes, NotOffered, OwnOffer, TooManyTimes
from nastavnik.domain.scheduling.models import OfferAnswer, TimeOffer
from nastavnik.domain.scheduling.queries.free import present

MOST_TIMES = 8


@transaction.atomic
def offer_times(
    mentorship: Mentorship, *, times: Iterable[datetime], terms: Terms, author: Person, by: User | None
) -> TimeOffer:
    """Ask the others which of the times suits; an offer of one's own that still waits is taken back.

    Of an offer of the other side this is the answer: see `replace_offer`.
    """
    wanted = _clean(mentorship, times)
    require_link(mentorship.organisation, terms.link)
    require_consents(mentorship)
    for waiting in mentorship.offers.filter(state=OfferState.OPEN):
        lifecycle.advance(waiting, "withdraw_offer" if waiting.author_id == author.pk else "replace_offer", by=by)
    offer: TimeOffer = mentorship.offers.create(
        organisation_id=mentorship.organisation_id, author=author, times=wanted, **vars(terms)
    )
    audit.record("time_offer.make", offer, by=by, fields=["times", "minutes", "mode", "place", "link"])
    _tell(offer, "times_offered", but=author)
    return offer


@transaction.atomic
def replace_offer(
    offer: TimeOffer, *, times: Iterable[datetime], terms: Terms, author: Person, by: User | None
) -> TimeOffer:
    """None of them suits: others are offered back."""
    if offer.author_id == author.pk:
        raise OwnOffer
    offer.lifecycle.check(offer.state, "replace_offer")
    return offer_times(offer.mentorship, times=times, terms=terms, author=author, by=by)


@transaction.atomic
def accept_offer(offer: TimeOffer, *, at: datetime, by: User | None) -> Meeting:
    """One of the times is chosen, and the meeting is planned."""
    offer.lifecycle.check(offer.state, "accept_offer")
    if _text(at) not in offer.times:
        raise NotOffered
    members = present(offer.mentorship)
    own = by is not None and offer.author.user_id == by.pk
    # In a group who asked chooses out of the answers; of two it is the other one who chooses.
    if own and len(members) <= 2:
        raise OwnOffer
    terms = Terms(offer.minutes, offer.mode, offer.place, offer.link)
    meeting = plan_meeting(offer.mentorship, at=at, terms=terms, by=by)
    TimeOffer.objects.filter(pk=offer.pk).update(meeting=meeting)
    lifecycle.advance(offer, "accept_offer", by=by)
    _tell(offer, "time_chosen", but=next((m.person for m in members if by and m.person.user_id == by.pk), None))
    return meeting


@transaction.atomic
def withdraw_offer(offer: TimeOffer, *, by: User | None) -> TimeOffer:
    """Taken back."""
    lifecycle.advance(offer, "withdraw_offer", by=by)
    return offer


@transaction.atomic
def say_what_suits(offer: TimeOffer, *, suits: Iterable[datetime], person: Person, by: User | None) -> OfferAnswer:
    """In a group: which of the times suit one of those who were asked. Said again, it replaces what was said."""
    offer.lifecycle.check(offer.state, "accept_offer")
    member = next((one for one in present(offer.mentorship) if one.person_id == person.pk), None)
    if member is None:
        raise NotAMember
    wanted = sorted({_text(at) for at in suits})
    if not set(wanted) <= set(offer.times):
        raise NotOffered
    answer, _made = OfferAnswer.objects.update_or_create(
        offer=offer, member=member, defaults={"suits": wanted, "organisation_id": offer.organisation_id}
    )
    audit.record("time_offer.answer", offer, by=by, fields=["answers"])
    return answer


def _clean(mentorship: Mentorship, times: Iterable[datetime]) -> list[str]:
    wanted = sorted(set(times))
    if not wanted:
        raise NoTimes
    if len(wanted) > MOST_TIMES:
        raise TooManyTimes(most=MOST_TIMES)
    for at in wanted:
        require_ahead(mentorship.organisation, at)
    return [_text(at) for at in wanted]


def _text(at: datetime) -> str:
    return at.isoformat(timespec="minutes")


def _tell(offer: TimeOffer, kind: str, *, but: Person | None) -> None:
    """Everybody else of the mentorship; for a child without an address of their own the parents."""
    for member in present(offer.mentorship):
        if but is None or member.person_id != but.pk:
            for person in readers(member.person, member.is_minor):
                notify(kind, to=person, context={"offer": offer.pk}, key=f"{kind}/{offer.pk}")


def readers(person: Person, is_minor: bool) -> list[Person]:
    """Who gets the letter: the person, or for a child without an e-mail address the parents that have one."""
    if person.email or not is_minor:
        return [person]
    today = clock.today(person.organisation.time_zone)
    return [person, *(row.guardian for row in guardians_of(person, today) if row.guardian.email)]
