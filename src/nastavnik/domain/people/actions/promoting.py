"""On the first day of a year the classes go on: 5А becomes 6А, the last ones leave; the years before stay."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from nastavnik.core import audit, clock
from nastavnik.domain.organisations.actions import ensure_academic_year, ensure_study_groups
from nastavnik.domain.organisations.models import Organisation, StudyGroup
from nastavnik.domain.people.errors import AlreadyPromoted, NobodyToPromote, PromotionStoodUpon
from nastavnik.domain.people.grades import KEEP, LEAVE, MOVE, Next, grade_of
from nastavnik.domain.people.models import Enrolment, Promotion
from nastavnik.domain.people.queries.promoting import PromotionPlan, changed_since, promotion_plan

STAY = "stay"  # a second year in the same class


@dataclass
class _Moves:
    """What is to be written: who ends, who goes where."""

    ended: set[int] = field(default_factory=set)
    wanted: dict[int, tuple[str, int | None]] = field(default_factory=dict)
    left: int = 0
    stayed: int = 0


@transaction.atomic
def promote(
    organisation: Organisation,
    *,
    steps: Mapping[int, Next],
    exceptions: Mapping[int, str] | None = None,
    from_year: int | None = None,
    by: Any,
) -> Promotion:
    """End the enrolments of the year and begin those of the next one.

    `steps`: group → what becomes of it, the usual where it is not named. `exceptions`: person → `stay` (a second year),
    `leave` or `keep` (not touched, to be placed by hand). `from_year` is the year the page showed.
    """
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    plan = promotion_plan(organisation, clock.today(organisation.time_zone))
    if plan is None or not plan.groups or from_year not in (None, plan.from_year.pk):
        raise AlreadyPromoted
    moves = _moves(plan, steps, exceptions or {})
    if not moves.ended:
        raise NobodyToPromote
    to_year = ensure_academic_year(organisation, on=plan.promoted_on, by=by)
    there = set(StudyGroup.objects.filter(academic_year=to_year).values_list("pk", flat=True))
    groups = ensure_study_groups(to_year, wanted=moves.wanted.values(), by=by)
    ended = _end(plan, moves)
    made = Enrolment.objects.bulk_create(
        Enrolment(
            organisation_id=organisation.pk,
            person_id=person,
            study_group=groups[title.casefold()],
            starts_on=plan.promoted_on,
        )
        for person, (title, _grade) in moves.wanted.items()
    )
    promotion = Promotion.objects.create(
        organisation=organisation,
        from_year=plan.from_year,
        to_year=to_year,
        promoted_on=plan.promoted_on,
        by=by,
        trace={
            "ended": ended,
            "made": [enrolment.pk for enrolment in made],
            "groups": sorted({group.pk for group in groups.values()} - there),
        },
        counts={"moved": len(made) - moves.stayed, "stayed": moves.stayed, "left": moves.left},
    )
    audit.record("promotion.make", promotion, by=by, fields=["enrolments"])
    return promotion


def _moves(plan: PromotionPlan, steps: Mapping[int, Next], exceptions: Mapping[int, str]) -> _Moves:
    moves = _Moves()
    for one in plan.groups:
        step = steps.get(one.group.pk, one.usual)
        for person in one.people:
            said = exceptions.get(person.pk, step.step)
            if said == KEEP:
                continue
            moves.ended.add(person.pk)
            if person.pk in plan.placed:
                continue
            if said == LEAVE:
                moves.left += 1
            elif said == STAY:
                moves.stayed += 1
                moves.wanted[person.pk] = (one.group.title, one.group.grade)
            elif said == MOVE:
                moves.wanted[person.pk] = (step.title, step.grade or grade_of(step.title))
    return moves


def _end(plan: PromotionPlan, moves: _Moves) -> dict[str, list[Any]]:
    """The old enrolments end on the day before; what they said is kept."""
    first = plan.promoted_on
    rows = Enrolment.objects.filter(person__in=moves.ended, study_group__academic_year=plan.from_year)
    rows = rows.filter(Q(ends_on=None) | Q(ends_on__gte=first), starts_on__lt=first)
    former = {
        str(pk): [version + 1, ends_on.isoformat() if ends_on else ""]
        for pk, version, ends_on in rows.values_list("pk", "version", "ends_on")
    }
    Enrolment.objects.filter(pk__in=[int(pk) for pk in former]).update(
        ends_on=first - timedelta(days=1), version=F("version") + 1
    )
    return former


@transaction.atomic
def undo_promotion(promotion: Promotion, *, by: Any) -> Promotion:
    """Everything as it was; a class of the new year that others use by now stays."""
    if not Promotion.objects.filter(pk=promotion.pk, undone_at=None).update(undone_at=clock.now()):
        raise AlreadyPromoted
    changed = changed_since(promotion)
    if changed:
        raise PromotionStoodUpon(names=", ".join(person.list_name for person in changed[:5]))
    Enrolment.objects.filter(pk__in=promotion.trace["made"]).delete()
    for last, numbers in _by_last_day(promotion.trace["ended"]).items():
        Enrolment.objects.filter(pk__in=numbers).update(ends_on=last or None, version=F("version") + 1)
    StudyGroup.objects.filter(pk__in=promotion.trace["groups"], enrolments=None).delete()
    promotion.refresh_from_db()
    audit.record("promotion.undo", promotion, by=by, fields=["enrolments"])
    return promotion


def _by_last_day(ended: Mapping[str, list[Any]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for pk, (_version, last) in ended.items():
        found.setdefault(last, []).append(int(pk))
    return found
