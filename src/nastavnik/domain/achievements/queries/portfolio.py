"""The portfolio of a mentee: pairs, achievements, projects with the jury's marks, goals that were reached."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from nastavnik.domain.achievements.enums import AchievementState
from nastavnik.domain.achievements.marks import Outcome, outcome
from nastavnik.domain.achievements.models import Achievement, CaseStory, Defence, JuryMark, Project
from nastavnik.domain.achievements.queries.stories import stories_visible_to
from nastavnik.domain.achievements.queries.visible import (
    of_mentorship,
    projects_visible_to,
    visible_to,
)
from nastavnik.domain.mentorships.models import Goal, Mentorship, MentorshipMember
from nastavnik.domain.mentorships.queries import visible_to as mentorships_visible_to
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import ParticipationRole


@dataclass(frozen=True)
class Portfolio:
    """`waiting` are achievements that nobody has confirmed yet: they are not printed."""

    pairs: list[Any]
    confirmed: list[Achievement]
    waiting: list[Achievement]
    projects: list[Any]
    goals: list[Goal]


@dataclass(frozen=True)
class Sheet:
    """One sheet of a jury as it is now; `points` in the order of the criteria."""

    number: int
    version: int
    points: tuple[int, ...]


@dataclass(frozen=True)
class PairShare:
    """`people` are those whose portfolios may be opened."""

    rows: list[Achievement]
    projects: list[Project]
    people: list[Person]
    stories: list[CaseStory]


def portfolio_of(person: Person, user: Any) -> Portfolio:
    """What this user may read of it; few queries whatever the number."""
    members = MentorshipMember.objects.filter(person=person, role=ParticipationRole.MENTEE).values("mentorship")
    begun = mentorships_visible_to(user).filter(pk__in=members, started_on__isnull=False)
    mentors = MentorshipMember.objects.filter(role=ParticipationRole.MENTOR).select_related("person")
    pairs: list[Any] = list(begun.prefetch_related(Prefetch("members", queryset=mentors, to_attr="mentors")))
    rows = list(visible_to(user).filter(person=person).prefetch_related("state_changes"))
    projects: list[Any] = list(
        projects_visible_to(user).filter(mentorship__in=[pair.pk for pair in pairs]).prefetch_related("defence__marks")
    )
    for project in projects:
        project.outcome = outcome_of(project)
    return Portfolio(
        pairs,
        [row for row in rows if row.state == AchievementState.CONFIRMED],
        [row for row in rows if row.state != AchievementState.CONFIRMED],
        projects,
        list(Goal.objects.filter(mentorship__in=[one.pk for one in pairs], reached_on__isnull=False)),
    )


def outcome_of(project: Project) -> Outcome | None:
    """What the jury gave; None before the defence is named."""
    defence: Defence | None = getattr(project, "defence", None)
    if defence is None:
        return None
    cells = [(mark.sheet, mark.criterion, mark.points) for mark in defence.marks.all()]
    return outcome(defence.criteria, defence.most, cells)


def sheets_of(defence: Defence) -> dict[int, Sheet]:
    """Number → sheet, in order; one query."""
    marks: dict[int, list[JuryMark]] = {}
    for mark in defence.marks.order_by("sheet", "criterion"):
        marks.setdefault(mark.sheet, []).append(mark)
    return {
        number: Sheet(number, found[0].version, tuple(mark.points for mark in found)) for number, found in marks.items()
    }


def of_pair(mentorship: Mentorship, user: Any, most: int) -> PairShare:
    """What of it this user, who sees the mentorship, may read on its page; four queries."""
    achieved, projects, mentees = of_mentorship(user, mentorship)
    stories = stories_visible_to(user, among=[mentorship.pk]).filter(mentorship=mentorship)
    return PairShare(list(achieved[:most]), list(projects[:most]), list(mentees), list(stories[:most]))
