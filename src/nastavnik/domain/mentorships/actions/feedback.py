"""After a meeting: what the mentor tells the mentee, what the mentee answers."""

from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.core.versions import save_changes
from nastavnik.domain.mentorships.errors import AlreadyAnsweredFeedback, NothingWritten, NotTheirs
from nastavnik.domain.mentorships.gates import require_consents, require_diary, require_work
from nastavnik.domain.mentorships.models import Meeting, MeetingFeedback, MentorshipMember
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.programmes.enums import ParticipationRole


@transaction.atomic
def give_feedback(
    meeting: Meeting,
    *,
    author: Person,
    to: MentorshipMember,
    went_well: str,
    to_change: str = "",
    next_step: str,
    version: int | None = None,
    by: User | None,
) -> MeetingFeedback:
    """First what went well, then what to change, then the next step; once for each mentee, later by its version."""
    if to.mentorship_id != meeting.mentorship_id or to.role != ParticipationRole.MENTEE:
        raise NotTheirs
    require_work(meeting.mentorship)
    require_diary(meeting.mentorship)
    require_consents(meeting.mentorship)
    words = {"went_well": went_well.strip(), "to_change": to_change.strip(), "next_step": next_step.strip()}
    if not words["went_well"] or not words["next_step"]:
        raise NothingWritten
    there = meeting.feedback.select_for_update().filter(to=to, author=author).first()
    if there is not None:
        return _edit(there, words, version or 0, by)
    made = MeetingFeedback.objects.create(
        organisation_id=meeting.organisation_id, meeting=meeting, author=author, to=to, **words
    )
    audit.record("meetingfeedback.give", made, by=by, fields=list(words))
    return made


@transaction.atomic
def answer_feedback(feedback: MeetingFeedback, *, answer: str, version: int, by: User | None) -> MeetingFeedback:
    """What the mentee says to it; may be changed later."""
    if not answer.strip():
        raise NothingWritten
    require_consents(feedback.meeting.mentorship)
    changes = {"answer": answer.strip(), "answered_at": clock.now()}
    save_changes(feedback, changes, version=version, by=by)
    return feedback


def _edit(there: MeetingFeedback, words: dict[str, Any], version: int, by: User | None) -> MeetingFeedback:
    """What was answered to has to stay what it was."""
    if all(getattr(there, name) == said for name, said in words.items()):
        return there
    if there.answer:
        raise AlreadyAnsweredFeedback
    save_changes(there, words, version=version, by=by)
    return there
