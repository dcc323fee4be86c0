"""Who has a pair already, where one excludes another."""

from nastavnik.domain.matching.queries.history import NOT_BEGUN
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.models import Participation


def is_at_work(mentee: Participation) -> bool:
    """The mentee works with somebody, in a kind of mentoring where nobody has two: no run proposes them a mentor."""
    if not KINDS[mentee.module.kind].exclusive:
        return False
    rows = MentorshipMember.objects.filter(participation=mentee, ends_on__isnull=True)
    return rows.exclude(mentorship__state__in=NOT_BEGUN).exists()
