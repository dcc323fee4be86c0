"""A plan is shown, read with one tap, corrected, extended, closed."""

from datetime import date

from django.db import transaction
from django.db.models import F

from nastavnik.core import audit, clock
from nastavnik.core.lifecycle import advance
from nastavnik.domain.mentorships.gates import require_consents
from nastavnik.domain.mentorships.models import PlanStep
from nastavnik.domain.mentorships.words import spoken
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.plans.actions.correcting import read_corrections
from nastavnik.domain.plans.enums import PlanState, SheetKind
from nastavnik.domain.plans.errors import (
    ExtensionBack,
    NotCorrectable,
    NothingPlanned,
    NotYoursToRead,
    PlanIsClosed,
    StepsLeft,
    WordsMissing,
)
from nastavnik.domain.plans.models import PairPlan, PlanReading, PlanSheet
from nastavnik.domain.plans.queries.completion import completion_of
from nastavnik.domain.plans.queries.reading import readers_of


@transaction.atomic
def show(plan: PairPlan, *, by: User) -> PairPlan:
    """The plan is ready to be read by the other side; who shows it agrees with it."""
    require_consents(plan.mentorship)
    if not PlanStep.objects.filter(goal__mentorship=plan.mentorship_id).exists():
        raise NothingPlanned
    advance(plan, "show", by=by)
    PairPlan.objects.filter(pk=plan.pk).update(shown_by=by)
    plan.shown_by = by
    return plan


@transaction.atomic
def read(plan: PairPlan, *, person: Person, by: User) -> PairPlan:
    """«Прочитал(а)», «согласен(на)»: when the last one has tapped, the plan is agreed."""
    plan = PairPlan.objects.select_for_update().get(pk=plan.pk)
    if plan.state == PlanState.AGREED:
        read_corrections(plan, person=person, by=by)
        return plan  # a second tap, or what was changed since
    waited = readers_of(plan)
    if plan.state != PlanState.SHOWN or person.pk not in waited:
        raise NotYoursToRead
    made, new = PlanReading.objects.get_or_create(
        plan=plan,
        person=person,
        edition=plan.edition,
        defaults={"organisation_id": plan.organisation_id, "read_at": clock.now()},
    )
    if new:
        audit.record("plan.read", made, by=by, fields=["edition"])
    done = set(plan.readings.filter(edition=plan.edition).values_list("person_id", flat=True))
    if waited <= done:
        agree(plan, by=by)
    return plan


def agree(plan: PairPlan, *, by: User) -> PairPlan:
    """All who were asked have read it."""
    advance(plan, "agree", by=by)
    return plan


@transaction.atomic
def rework(plan: PairPlan, *, text: str, by: User) -> PairPlan:
    """Back to be changed. What was agreed gets a line in the sheet of corrections; the next edition is read anew."""
    if plan.state not in (PlanState.SHOWN, PlanState.AGREED):
        raise NotCorrectable
    require_consents(plan.mentorship)
    if plan.state == PlanState.AGREED:
        if not text.strip():
            raise WordsMissing
        _sheet(plan, SheetKind.CORRECTION, text, by)
    advance(plan, "rework", by=by)
    PairPlan.objects.filter(pk=plan.pk).update(edition=F("edition") + 1)
    plan.edition += 1
    return plan


@transaction.atomic
def extend_plan(plan: PairPlan, *, until: date, text: str, by: User) -> PlanSheet:
    """The last day moves on; both last days stay in the sheet of extensions. The state stays as it is."""
    plan = PairPlan.objects.select_for_update().get(pk=plan.pk)
    if plan.state == PlanState.CLOSED:
        raise PlanIsClosed
    require_consents(plan.mentorship)
    if until <= plan.ends_on:
        raise ExtensionBack(day=spoken(plan.ends_on))
    if not text.strip():
        raise WordsMissing
    sheet = _sheet(plan, SheetKind.EXTENSION, text, by, until_before=plan.ends_on, until_after=until)
    PairPlan.objects.filter(pk=plan.pk).update(ends_on=until, version=F("version") + 1)
    plan.refresh_from_db()
    return sheet


@transaction.atomic
def close(plan: PairPlan, *, text: str = "", by: User) -> PairPlan:
    """The plan is done and its term is over; where only one holds, with words why it is closed now. The pair itself is
    ended on its own page."""
    found = completion_of(plan, clock.today(plan.mentorship.organisation.time_zone))
    if not found.is_ripe and not text.strip():
        raise StepsLeft
    advance(plan, "close", by=by, note=text.strip())
    return plan


def _sheet(plan: PairPlan, kind: str, text: str, by: User, **days: date) -> PlanSheet:
    made = PlanSheet.objects.create(
        organisation_id=plan.organisation_id, plan=plan, kind=kind, text=text.strip(), by=by, at=clock.now(), **days
    )
    audit.record(f"plan.{kind}", made, by=by, fields=["text", *days])
    return made
