"""What one mentorship consists of: meetings, plan, and what the sides learn of each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, IntegerField, Prefetch, QuerySet, Value, When

from nastavnik.core import clock
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.models import Goal, Meeting, Mentorship, MentorshipMember, PlanStep
from nastavnik.domain.mentorships.queries.telling import with_attendance
from nastavnik.domain.mentorships.queries.visible import diary_visible_to, visible_to
from nastavnik.domain.people.queries import age_on
from nastavnik.domain.programmes.queries import values_of
from nastavnik.domain.programmes.queries.participants import groups_of
from nastavnik.domain.programmes.templates.plans import PlanTemplate, usual_plan


@dataclass(frozen=True)
class Introduction:
    """What a side may know of the other before the first meeting."""

    place: str  # study group of a child, post and workplace of an adult
    topics: tuple[str, ...]
    interests: tuple[str, ...]


def timeline(mentorship: Mentorship, user: Any) -> list[Meeting]:
    """Meetings, the newest first, each with the `words` that this user may read and `present`, who of a group came;
    cancelled ones are left out."""
    words = Prefetch("entries", queryset=diary_visible_to(user).select_related("file"), to_attr="words")
    rows = mentorship.meetings.exclude(state=MeetingState.CANCELLED).select_related("told_by")
    found: list[Meeting] = list(with_attendance(rows).prefetch_related(words))
    for meeting in found:
        meeting.all_came = all(one.came for one in meeting.present)
    return found


def plan_of(mentorship: Mentorship) -> list[Goal]:
    """Goals with `plan` (their steps), and how many of their `total` steps are `done`."""
    rows = Prefetch("steps", queryset=PlanStep.objects.order_by("due_on", "id"), to_attr="plan")
    goals = list(mentorship.goals.prefetch_related(rows))  # type: ignore[no-redef]
    for goal in goals:
        goal.total = len(goal.plan)
        goal.done = sum(1 for step in goal.plan if step.done_on)
    return goals


def ready_plan(mentorship: Mentorship) -> PlanTemplate:
    """The plan that fits what the pairs of the programme do; no query where its module and programme are loaded."""
    programme = mentorship.module.programme
    return usual_plan(programme.activity, programme.education_stage)


def meetings_of_mine(user: Any) -> QuerySet[Meeting]:
    """Meetings of the user's own mentorships and those of wards: planned ones first, then the newest."""
    planned = Case(When(state=MeetingState.PLANNED, then=Value(0)), default=Value(1), output_field=IntegerField())
    rows = Meeting.objects.filter(mentorship__in=visible_to(user)).exclude(state=MeetingState.CANCELLED)
    return (
        rows.select_related("mentorship__organisation").annotate(order=planned).order_by("order", "-happens_on", "-id")
    )


def introductions(members: Sequence[MentorshipMember]) -> dict[int, Introduction]:
    """Member id → what the other side may know; three queries. No birth date, no telephone."""
    today = clock.today()
    groups = groups_of([member.person_id for member in members], today)
    values = values_of([member.participation_id for member in members])
    found = {}
    for member in members:
        person, said = member.person, values.get(member.participation_id)
        grown = person.birth_date is None or age_on(person.birth_date, today) >= 18
        work = ", ".join(part for part in (person.post, person.workplace) if part) if grown else ""
        group = groups.get(member.person_id, ("", None))[0]
        topics = () if said is None else (*filter(None, [said.main_need]), *said.needs, *said.competences)
        found[member.pk] = Introduction(group or work, topics, said.interests if said else ())
    return found
