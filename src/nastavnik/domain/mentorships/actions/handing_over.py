"""Another mentor: offered, answered by everybody whom it concerns, and then the pair goes on with its plan."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F

from nastavnik.core import audit, clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.mentorships.actions.ending import release
from nastavnik.domain.mentorships.enums import Answer, EndReason, Party, Voice
from nastavnik.domain.mentorships.errors import (
    AlreadyAnswered,
    AnswersMissing,
    BeforeStart,
    HandoverOffered,
    NoLongerAsked,
    NotAMember,
    NotThisMentor,
    OwnAnswerOnPaper,
)
from nastavnik.domain.mentorships.gates import require_consents, require_gates, require_work
from nastavnik.domain.mentorships.models import (
    Handover,
    HandoverAnswer,
    HandoverOffer,
    Mentorship,
    MentorshipApproval,
    MentorshipMember,
)
from nastavnik.domain.mentorships.queries.members import ClosestPeople, closest_people
from nastavnik.domain.mentorships.rules import can_answer_handover
from nastavnik.domain.mentorships.words import spoken
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from nastavnik.domain.programmes.models import Participation


@transaction.atomic
def offer_handover(
    left: MentorshipMember, *, to: Participation, reason: str, note: str = "", by: User
) -> HandoverOffer:
    """Ask the new mentor, the mentees and the guardians of children whether they agree; until then nothing changes."""
    mentorship = left.mentorship
    require_work(mentorship)
    require_consents(mentorship)
    _require_mentor(mentorship, left, to)
    mentees = _mentees(mentorship)
    closest = closest_people([to.person, *mentees], clock.today(mentorship.organisation.time_zone))
    require_gates([to.person], mentees, closest)
    try:
        with transaction.atomic():
            offer = HandoverOffer.objects.create(
                organisation_id=mentorship.organisation_id, mentorship=mentorship, left=left, to=to,
                reason=EndReason(reason), note=note.strip(), by=by,
            )  # fmt: skip
    except IntegrityError as error:
        raise HandoverOffered from error
    _ask(offer, to.person, mentees, closest)
    audit.record("mentorship.offer_handover", mentorship, by=by, fields=["members"])
    return offer


@transaction.atomic
def answer_handover(question: HandoverAnswer, *, answer: str, how: str = Voice.TAP, by: User) -> HandoverOffer:
    """Yes or no, by an own tap or as the coordinator was told. A no ends the offer, the last yes hands over; where
    something else stands in the way then, the yes stays written and the coordinator hands over later."""
    offer = HandoverOffer.objects.select_for_update().get(pk=question.offer_id)
    if how != Voice.TAP and can_answer_handover(by, question):
        raise OwnAnswerOnPaper
    if offer.closed_at is not None:
        raise NoLongerAsked
    written = HandoverAnswer.objects.filter(pk=question.pk, answer="").update(
        answer=Answer(answer), how=Voice(how), at=clock.now(), by=by, version=F("version") + 1
    )
    if not written:
        raise AlreadyAnswered
    audit.record("handoveranswer.answer", question, by=by, fields=["answer", "how"])
    if answer == Answer.NO:
        return _close(offer, by)
    if not offer.answers.exclude(answer=Answer.YES).exists():
        try:
            hand_over(offer, on=clock.today(offer.organisation.time_zone), by=by)
        except DomainError:
            return offer
    return offer


@transaction.atomic
def withdraw_handover(offer: HandoverOffer, *, by: User) -> HandoverOffer:
    """Not this mentor after all; what was answered stays written."""
    if offer.closed_at is not None:
        raise NoLongerAsked
    return _close(offer, by)


@transaction.atomic
def hand_over(offer: HandoverOffer, *, on: date, by: User) -> Handover:
    """With everybody's yes the new mentor goes on from that day; the one before keeps the days until then."""
    mentorship, left, to = offer.mentorship, offer.left, offer.to
    if offer.closed_at is not None:
        raise NoLongerAsked
    require_work(mentorship)
    require_consents(mentorship)
    if on <= left.starts_on:
        raise BeforeStart(day=spoken(on), start=spoken(left.starts_on))
    _require_mentor(mentorship, left, to)
    mentees = _mentees(mentorship)
    closest = closest_people([to.person, *mentees], on)
    require_gates([to.person], mentees, closest)
    _require_answers(offer, to.person, mentees, closest)
    release(left, on=max(on - timedelta(days=1), left.starts_on), by=by)
    handover = Handover.objects.create(
        organisation_id=mentorship.organisation_id, mentorship=mentorship, left=left,
        came=_enter(offer, on, closest), on=on, reason=offer.reason, note=offer.note, by=offer.by,
    )  # fmt: skip
    HandoverOffer.objects.filter(pk=offer.pk).update(handover=handover, version=F("version") + 1)
    _close(offer, by)
    audit.record("mentorship.hand_over", mentorship, by=by, fields=["members"])
    for person in (to.person, left.person, *mentees):
        notify("mentor_changed", to=person, context={"mentorship": mentorship.pk}, key=f"mentor_changed:{handover.pk}")
    return handover


def _ask(offer: HandoverOffer, mentor: Person, mentees: Iterable[Person], closest: ClosestPeople) -> None:
    HandoverAnswer.objects.bulk_create(
        HandoverAnswer(organisation_id=offer.organisation_id, offer=offer, person=person, party=party)
        for person, party in _asked(mentor, mentees, closest)
    )
    for person in (mentor, *mentees):
        for reader in (person, *(closest.guardians.get(person.pk, []) if person.pk in closest.minors else [])):
            key = f"handover_asked:{offer.pk}:{person.pk}"
            notify("handover_asked", to=reader, context={"offer": offer.pk}, key=key)


def _asked(mentor: Person, mentees: Iterable[Person], closest: ClosestPeople) -> Iterator[tuple[Person, Party]]:
    for person, party in ((mentor, Party.MENTOR), *((one, Party.MENTEE) for one in mentees)):
        yield person, party
        if person.pk in closest.minors:
            yield person, Party.GUARDIAN


def _require_answers(offer: HandoverOffer, mentor: Person, mentees: Iterable[Person], closest: ClosestPeople) -> None:
    """Everybody who is concerned on that day, also a child who came in after the question."""
    said = set(offer.answers.filter(answer=Answer.YES).values_list("person_id", "party"))
    if any((person.pk, party) not in said for person, party in _asked(mentor, mentees, closest)):
        raise AnswersMissing


def _close(offer: HandoverOffer, by: User | None) -> HandoverOffer:
    HandoverOffer.objects.filter(pk=offer.pk).update(closed_at=clock.now(), version=F("version") + 1)
    audit.record("handoveroffer.close", offer, by=by, fields=["closed_at"])
    offer.refresh_from_db()
    return offer


def _mentees(mentorship: Mentorship) -> list[Person]:
    rows = mentorship.members.filter(role=ParticipationRole.MENTEE, ends_on__isnull=True).select_related("person")
    return [member.person for member in rows]


def _require_mentor(mentorship: Mentorship, left: MentorshipMember, to: Participation) -> None:
    if left.role != ParticipationRole.MENTOR or left.ends_on is not None:
        raise NotAMember
    at_home = to.module_id == mentorship.module_id and to.role == ParticipationRole.MENTOR
    inside = mentorship.members.filter(person=to.person_id).exists()
    if not at_home or inside or to.state != ParticipationState.READY:
        raise NotThisMentor(name=to.person.list_name)


def _enter(offer: HandoverOffer, on: date, closest: ClosestPeople) -> MentorshipMember:
    """The new mentor with the own yes."""
    left, to = offer.left, offer.to
    came = MentorshipMember.objects.create(
        organisation_id=offer.organisation_id, mentorship=offer.mentorship, module_id=left.module_id,
        participation=to, person=to.person, role=to.role, is_exclusive=left.is_exclusive, part=left.part,
        is_minor=to.person_id in closest.minors, consent=closest.consents.get(to.person_id), starts_on=on,
    )  # fmt: skip
    for said in offer.answers.filter(person=to.person):
        MentorshipApproval.objects.create(
            organisation_id=offer.organisation_id, mentorship=offer.mentorship, member=came, party=said.party,
            answer=said.answer, at=said.at, by=said.by, on_paper=said.how != Voice.TAP,
        )  # fmt: skip
    return came
