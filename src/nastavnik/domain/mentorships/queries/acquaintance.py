"""The personal meeting that follows a teacher's proposal."""

from nastavnik.domain.mentorships.enums import MentorshipState, Outcome, Way
from nastavnik.domain.mentorships.models import Acquaintance, Mentorship


def last_acquaintance(mentorship: Mentorship) -> Acquaintance | None:
    """The meeting that counts, with who wrote it down."""
    return mentorship.acquaintances.select_related("by").order_by("held_on", "id").last()


def needs_acquaintance(mentorship: Mentorship) -> bool:
    """Proposed by a teacher, and no personal meeting went well yet: nobody can agree before."""
    if mentorship.way != Way.TEACHER_PROPOSAL or mentorship.state != MentorshipState.PROPOSED:
        return False
    last = last_acquaintance(mentorship)
    return last is None or last.outcome != Outcome.GOOD
