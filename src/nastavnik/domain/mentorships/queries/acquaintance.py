"""The personal meeting that follows a teacher's proposal."""

from django.db.models import OuterRef, QuerySet, Subquery

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


def went_badly(mentorship: OuterRef) -> QuerySet[Acquaintance]:
    """Of a mentorship, as an outer reference: its personal meeting that counts, where the two did not suit."""
    last = Acquaintance.objects.filter(mentorship=OuterRef("mentorship")).order_by("-held_on", "-id").values("pk")[:1]
    return Acquaintance.objects.filter(mentorship=mentorship, pk=Subquery(last), outcome=Outcome.NOT_GOOD)


def awaiting_acquaintance(rows: QuerySet[Mentorship]) -> QuerySet[Mentorship]:
    """Those of the rows whose two have to meet in person before anybody can agree."""
    outcome = Acquaintance.objects.filter(mentorship=OuterRef("pk")).order_by("-held_on", "-id").values("outcome")[:1]
    proposed = rows.filter(way=Way.TEACHER_PROPOSAL, state=MentorshipState.PROPOSED)
    last = proposed.annotate(last_outcome=Subquery(outcome))
    return last.exclude(last_outcome=Outcome.GOOD) | last.filter(last_outcome__isnull=True)
