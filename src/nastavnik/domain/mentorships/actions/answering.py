"""Both sides answer, the guardians of children with them. The last yes agrees the pair, a no ends the proposal."""

from collections.abc import Iterable

from django.db import transaction

from nastavnik.core import audit, clock, lifecycle
from nastavnik.domain.mentorships.enums import Answer, EndReason, MentorshipState, Party
from nastavnik.domain.mentorships.errors import (
    AcquaintanceMissing,
    AlreadyAnswered,
    AnswersMissing,
    NoLongerAsked,
    OwnAnswerOnPaper,
)
from nastavnik.domain.mentorships.models import Mentorship, MentorshipApproval
from nastavnik.domain.mentorships.queries.acquaintance import needs_acquaintance
from nastavnik.domain.mentorships.queries.members import persons_of
from nastavnik.domain.mentorships.rules import can_answer
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.models import User

REASON_OF_NO = {
    Party.MENTOR: EndReason.MENTOR_ASKED,
    Party.MENTEE: EndReason.MENTEE_ASKED,
    Party.GUARDIAN: EndReason.GUARDIAN_ASKED,
}


@transaction.atomic
def answer(approval: MentorshipApproval, *, answer: str, by: User, on_paper: bool = False) -> Mentorship:
    """Write down yes or no; `on_paper` when somebody else gave it to the coordinator."""
    mentorship = approval.mentorship
    if on_paper and can_answer(by, approval):
        raise OwnAnswerOnPaper
    if mentorship.state != MentorshipState.PROPOSED:
        raise NoLongerAsked
    if answer == Answer.YES:
        _require_acquaintance(mentorship)
    written = MentorshipApproval.objects.filter(pk=approval.pk, answer="").update(
        answer=Answer(answer), at=clock.now(), by=by, on_paper=on_paper, version=approval.version + 1
    )
    if not written:
        raise AlreadyAnswered
    approval.refresh_from_db(fields=["answer", "at", "by", "on_paper", "version"])
    audit.record("mentorshipapproval.answer", approval, by=by, fields=["answer", "on_paper"])
    if answer == Answer.NO:
        decline(mentorship, by=by, reason=REASON_OF_NO[Party(approval.party)])
    elif not mentorship.approvals.exclude(answer=Answer.YES).exists():
        confirm(mentorship, by=by)
    return mentorship


@transaction.atomic
def answer_papers(mentorships: Iterable[Mentorship], *, by: User) -> int:
    """Write down that everybody who has not answered signed a yes; what `by` answers herself stays open. How many
    mentorships are agreed now."""
    agreed = 0
    for mentorship in mentorships:
        for approval in mentorship.approvals.filter(answer="").select_related("member__person"):
            approval.mentorship = mentorship
            if not can_answer(by, approval):
                answer(approval, answer=Answer.YES, by=by, on_paper=True)
        agreed += mentorship.state == MentorshipState.CONFIRMED
    return agreed


@transaction.atomic
def confirm(mentorship: Mentorship, *, by: User | None) -> Mentorship:
    """Everybody agreed."""
    if mentorship.approvals.exclude(answer=Answer.YES).exists():
        raise AnswersMissing
    _require_acquaintance(mentorship)
    lifecycle.advance(mentorship, "confirm", by=by)
    _tell(mentorship, "pair_confirmed")
    return mentorship


@transaction.atomic
def decline(
    mentorship: Mentorship, *, by: User | None, reason: str = EndReason.COORDINATOR, note: str = ""
) -> Mentorship:
    """The pair does not come about. It never worked, so it has no end day; its people can be matched again."""
    lifecycle.advance(mentorship, "decline", by=by, reason=EndReason(reason), note=note)
    _tell(mentorship, "pair_declined")
    today = clock.today(mentorship.organisation.time_zone)
    for member in mentorship.members.filter(ends_on__isnull=True):
        mentorship.members.filter(pk=member.pk).update(ends_on=max(today, member.starts_on))
    return mentorship


def _require_acquaintance(mentorship: Mentorship) -> None:
    if needs_acquaintance(mentorship):
        raise AcquaintanceMissing


def _tell(mentorship: Mentorship, kind: str) -> None:
    for person in persons_of(mentorship):
        notify(kind, to=person, context={"mentorship": mentorship.pk}, key=f"{kind}:{mentorship.pk}")
