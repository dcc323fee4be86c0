"""What publishing a second matching does to the pairs that were asked before."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from nastavnik.domain.matching.models import MatchRun, Proposal
from nastavnik.domain.matching.queries.history import NOT_BEGUN
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.kinds import KINDS


@dataclass(frozen=True)
class Replacing:
    """Of the pairs of a proposal how many are asked for the first time and how many were asked before; of those that
    were asked before and are not in it, the names: (mentees, mentors)."""

    new: int
    kept: int
    taken_back: list[tuple[str, str]]


def replacing(run: MatchRun) -> Replacing | None:
    """What becomes of mentorships that have not begun when the run is published; None for a first matching."""
    if not run.settings.get("rematch"):
        return None
    proposals = list(run.proposals.all())
    staying, leaving = parted(run, proposals)
    kept = sum((one.mentor_id, one.mentee_id) in staying for one in proposals)
    return Replacing(len(proposals) - kept, kept, [_names(mentorship) for mentorship in leaving])


def parted(run: MatchRun, proposals: Iterable[Proposal]) -> tuple[set[tuple[int, int]], list[Mentorship]]:
    """The pairs (mentor, mentee) that were asked before and stay, and the mentorships that are not in the plan."""
    planned = together(proposals)
    in_groups = KINDS[run.module.kind].mentees > 1
    staying: set[tuple[int, int]] = set()
    leaving: list[Mentorship] = []
    rows = Mentorship.objects.filter(module=run.module, state__in=NOT_BEGUN).select_related("organisation")
    for mentorship in rows.prefetch_related("members__person").order_by("id"):
        mentors, mentees = (
            {one.participation_id for one in _side(mentorship, role)}
            for role in (ParticipationRole.MENTOR, ParticipationRole.MENTEE)
        )
        there = planned.get(frozenset(mentors), set())
        if there == mentees if in_groups else mentees <= there:
            staying |= {(mentor, mentee) for mentor in mentors for mentee in mentees}
        else:
            leaving.append(mentorship)
    return staying, leaving


def together(proposals: Iterable[Proposal]) -> dict[frozenset[int], set[int]]:
    """Mentors → the mentees who have exactly these."""
    mentors: dict[int, set[int]] = defaultdict(set)
    for one in proposals:
        mentors[one.mentee_id].add(one.mentor_id)
    found: dict[frozenset[int], set[int]] = defaultdict(set)
    for mentee, own in mentors.items():
        found[frozenset(own)].add(mentee)
    return found


def _side(mentorship: Mentorship, role: str) -> list[MentorshipMember]:
    return [one for one in mentorship.members.all() if one.role == role and one.ends_on is None]


def _names(mentorship: Mentorship) -> tuple[str, str]:
    mentees, mentors = (
        ", ".join(sorted(one.person.list_name for one in _side(mentorship, role)))
        for role in (ParticipationRole.MENTEE, ParticipationRole.MENTOR)
    )
    return mentees, mentors
