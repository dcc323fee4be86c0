"""A pair or a group as its papers say it, out of its rows."""

from datetime import date

from nastavnik.domain.documents.adapter.people import participant, present
from nastavnik.domain.documents.adapter.programme import module_text
from nastavnik.domain.documents.kinds.letterhead import Participant
from nastavnik.domain.documents.kinds.pair_text import PairText, Step
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.rendering.words import short_date
from nastavnik.domain.mentorships.enums import Party
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember, PlanStep
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.queries.participants import groups_of
from nastavnik.domain.programmes.queries.profiles import values_of


def mentorship_of(document: Document) -> Mentorship:
    """The one mentorship that the paper is about."""
    return document.mentorships.select_related("module__programme", "module__organisation").get()


def pair_text(mentorship: Mentorship, on: date) -> PairText:
    """What papers of a pair say of it, from the rows as they are now; people who left it are not named."""
    members = list(mentorship.members.select_related("person"))
    mentors = present(members, ParticipationRole.MENTOR)
    mentees = present(members, ParticipationRole.MENTEE)
    groups = groups_of([person.pk for person in (*mentors, *mentees)], on)
    module = module_text(mentorship.module)
    return PairText(
        programme=mentorship.module.programme.title,
        mentors=_participants(mentors, groups),
        mentees=_participants(mentees, groups),
        title=mentorship.title,
        form=module.form,
        role_model=module.role_model,
        kind=module.kind,
        starts_on=mentorship.started_on or mentorship.proposed_on,
        ends_on=mentorship.ended_on or mentorship.planned_until or mentorship.module.programme.ends_on,
        needs=_needs(members, mentees),
        goals=tuple(mentorship.goals.values_list("title", flat=True)),
        steps=_steps(mentorship),
    )


def _participants(people: list[Person], groups: dict[int, tuple[str, int | None]]) -> tuple[Participant, ...]:
    return tuple(participant(person, groups.get(person.pk, ("", None))[0]) for person in people)


def _needs(members: list[MentorshipMember], mentees: list[Person]) -> tuple[str, ...]:
    """What the mentees ask for, each need once, the main ones first."""
    there = {person.pk for person in mentees}
    values = values_of([member.participation_id for member in members if member.person_id in there])
    main = [said.main_need for said in values.values() if said.main_need]
    return tuple(dict.fromkeys([*main, *(need for said in values.values() for need in said.needs)]))


def _steps(mentorship: Mentorship) -> tuple[Step, ...]:
    steps = PlanStep.objects.filter(goal__mentorship=mentorship).select_related("goal")
    return tuple(
        Step(
            title=step.title,
            goal=step.goal.title,
            term=f"до {short_date(step.due_on)}" if step.due_on else "",
            who=str(Party(step.who).label) if step.who else "",
            result=_result(step),
        )
        for step in steps.order_by("goal_id", "due_on", "id")
    )


def _result(step: PlanStep) -> str:
    if step.done_on is None:
        return step.result
    return f"{step.result or 'сделано'} ({short_date(step.done_on)})"
