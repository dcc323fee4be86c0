"""An agreed plan goes on living: what is changed in it writes its own line of the sheet, and the others read it."""

from datetime import date

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.models import Goal, Mentorship, PlanStep
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.plans import words
from nastavnik.domain.plans.enums import PlanState, SheetKind
from nastavnik.domain.plans.models import PairPlan, PlanSheet, SheetReading
from nastavnik.domain.plans.queries.corrections import unread_corrections

LONGEST = 2000


@transaction.atomic
def add_goal(mentorship: Mentorship, *, title: str, by: User | None) -> Goal:
    """What the two want to reach; in an agreed plan with a line of its sheet."""
    goal = mentorships.add_goal(mentorship, title=title, by=by)
    note_change(mentorship.pk, words.goal_added(goal.title), by=by)
    return goal


@transaction.atomic
def add_step(goal: Goal, *, title: str, who: str = "", due_on: date | None = None, by: User | None) -> PlanStep:
    """One more step; in an agreed plan with a line of its sheet."""
    step = mentorships.add_step(goal, title=title, who=who, due_on=due_on, by=by)
    note_change(goal.mentorship_id, words.step_added(step), by=by)
    return step


def note_change(mentorship_id: int, text: str, *, by: User | None) -> PlanSheet | None:
    """The line, where the plan was agreed; nothing while it is being made, nor for what nobody did."""
    plan = PairPlan.objects.filter(mentorship=mentorship_id, state=PlanState.AGREED).first()
    if plan is None or by is None:
        return None
    sheet = PlanSheet.objects.create(
        organisation_id=plan.organisation_id, plan=plan, kind=SheetKind.CORRECTION, text=text[:LONGEST], by=by,
        at=clock.now(), is_from_edit=True,
    )  # fmt: skip
    audit.record("plan.correction", sheet, by=by, fields=["text"])
    return sheet


@transaction.atomic
def read_corrections(plan: PairPlan, *, person: Person, by: User) -> int:
    """«Прочитано»: all lines that others have written and this person has not read yet; how many there were."""
    sheets = list(unread_corrections(plan.mentorship_id, by))
    for sheet in sheets:
        made, new = SheetReading.objects.get_or_create(
            sheet=sheet, person=person, defaults={"organisation_id": plan.organisation_id, "read_at": clock.now()}
        )
        if new:
            audit.record("plan.read_correction", made, by=by, fields=["read_at"])
    return len(sheets)
