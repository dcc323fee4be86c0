"""What came of the personal meeting after a teacher's proposal."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.formats import date_format

from nastavnik.core import audit, clock
from nastavnik.domain.mentorships.enums import MentorshipState, Outcome, Way
from nastavnik.domain.mentorships.errors import InTheFuture, LongBeforeProposal, NoAcquaintanceAsked
from nastavnik.domain.mentorships.models import Acquaintance, Mentorship
from nastavnik.domain.people.models import User

A_YEAR = timedelta(days=365)


@transaction.atomic
def record_acquaintance(
    mentorship: Mentorship, *, held_on: date, outcome: str, note: str = "", by: User
) -> Acquaintance:
    """Write down how the two met; after a good meeting both can agree. The proposal itself stays open either
    way, and until a good meeting the two are not proposed to each other anew."""
    if mentorship.state != MentorshipState.PROPOSED or mentorship.way != Way.TEACHER_PROPOSAL:
        raise NoAcquaintanceAsked
    if held_on > clock.today(mentorship.organisation.time_zone):
        raise InTheFuture(day=date_format(held_on, "j E Y"))
    if held_on < mentorship.proposed_on - A_YEAR:
        raise LongBeforeProposal(day=date_format(held_on, "j E Y"))
    row = Acquaintance.objects.create(
        organisation_id=mentorship.organisation_id,
        mentorship=mentorship,
        held_on=held_on,
        outcome=Outcome(outcome),
        note=note.strip(),
        by=by,
        at=clock.now(),
    )
    audit.record("acquaintance.record", row, by=by, fields=["held_on", "outcome", "note"])
    return row
