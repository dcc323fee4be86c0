"""A pair or a group as its papers say it, out of its rows."""

from datetime import date
from zoneinfo import ZoneInfo

from nastavnik.domain.documents.adapter.people import participant, present
from nastavnik.domain.documents.adapter.programme import module_text
from nastavnik.domain.documents.kinds.letterhead import Participant
from nastavnik.domain.documents.kinds.pair_text import PairText, Step
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.rendering.words import short_date
from nastavnik.domain.mentorships.enums import Party
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember, PlanStep
from nastavnik.domain.people.models import Person
from nastavnik.domain.plans.enums import SheetKind
from nastavnik.domain.plans.models import PairPlan, PlanSheet, StepFacts
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
    plan = plan_for(mentorship)
    starts_on, ends_on = _term(mentorship, plan)
    return PairText(
        programme=mentorship.module.programme.title,
        mentors=_participants(mentors, groups),
        mentees=_participants(mentees, groups),
        title=mentorship.title,
        form=module.form,
        role_model=module.role_model,
        kind=module.kind,
        starts_on=starts_on,
        ends_on=ends_on,
        needs=_needs(members, mentees),
        goals=tuple(mentorship.goals.values_list("title", flat=True)),
        steps=_steps(mentorship),
        measures=_measures(plan) if plan else (),
        changes=tuple(_change(sheet, ZoneInfo(mentorship.module.organisation.time_zone)) for sheet in plan.sheets.all())
        if plan
        else (),
    )


def plan_for(mentorship: Mentorship) -> PairPlan | None:
    """The plan of a pair, where one was made."""
    return PairPlan.objects.filter(mentorship=mentorship).first()


def _term(mentorship: Mentorship, plan: PairPlan | None) -> tuple[date, date | None]:
    if plan:
        return plan.starts_on, mentorship.ended_on or plan.ends_on
    ends_on = mentorship.ended_on or mentorship.planned_until or mentorship.module.programme.ends_on
    return mentorship.started_on or mentorship.proposed_on, ends_on


def _measures(plan: PairPlan) -> tuple[str, ...]:
    """«Дроби: решить десять задач; разобрать ошибки»."""
    against: dict[int, list[str]] = {}
    for facts in StepFacts.objects.filter(difficulty__plan=plan).select_related("step").order_by("step_id"):
        against.setdefault(facts.difficulty_id or 0, []).append(facts.step.title)
    return tuple(
        f"{one.title}: {'; '.join(against[one.pk])}" if one.pk in against else one.title
        for one in plan.difficulties.all()
    )


def _change(sheet: PlanSheet, zone: ZoneInfo) -> tuple[str, str]:
    until = f"Продлено до {short_date(sheet.until_after)}. " if sheet.kind == SheetKind.EXTENSION else ""
    return short_date(sheet.at.astimezone(zone).date()), f"{until}{sheet.text}"


def _participants(people: list[Person], groups: dict[int, tuple[str, int | None]]) -> tuple[Participant, ...]:
    return tuple(participant(person, groups.get(person.pk, ("", None))[0]) for person in people)


def _needs(members: list[MentorshipMember], mentees: list[Person]) -> tuple[str, ...]:
    """What the mentees ask for, each need once, the main ones first."""
    there = {person.pk for person in mentees}
    values = values_of([member.participation_id for member in members if member.person_id in there])
    main = [said.main_need for said in values.values() if said.main_need]
    return tuple(dict.fromkeys([*main, *(need for said in values.values() for need in said.needs)]))


def _steps(mentorship: Mentorship) -> tuple[Step, ...]:
    steps = PlanStep.objects.filter(goal__mentorship=mentorship).select_related("goal", "facts")
    return tuple(
        Step(
            title=step.title,
            goal=step.goal.title,
            term=f"до {short_date(step.due_on)}" if step.due_on else "",
            who=str(Party(step.who).label) if step.who else "",
            result=_result(step),
            expected=_facts(step, "expected"),
            mark=_mark(step),
        )
        for step in steps.order_by("goal_id", "due_on", "id")
    )


def _result(step: PlanStep) -> str:
    if step.done_on is None:
        return step.result
    return f"{step.result or 'сделано'} ({short_date(step.done_on)})"


def _facts(step: PlanStep, name: str) -> str:
    facts = getattr(step, "facts", None)
    return str(getattr(facts, name)) if facts else ""


def _mark(step: PlanStep) -> str:
    """«получилось частично: ещё раз дроби»."""
    facts = getattr(step, "facts", None)
    if facts is None or not facts.mark:
        return ""
    return ": ".join(filter(None, (str(facts.get_mark_display()), facts.mark_note)))
