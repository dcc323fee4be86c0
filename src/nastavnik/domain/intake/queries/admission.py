"""Who waits to be admitted, what each of them still needs, and what ends soon."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from nastavnik.core import clock
from nastavnik.domain.consents.enums import ConsentKind
from nastavnik.domain.consents.queries import agreed_to, given_on
from nastavnik.domain.events.models import Course
from nastavnik.domain.events.queries import training_of
from nastavnik.domain.events.training import Standing
from nastavnik.domain.intake.admission_enums import AdmissionCode as C
from nastavnik.domain.intake.admission_enums import Decision, InterviewOutcome
from nastavnik.domain.intake.checklist import OWN, SOON, About, Done, Known, Point, checklist, missing
from nastavnik.domain.intake.models import (
    AdmissionDecision,
    AdmissionItem,
    AdmissionMark,
    EmployeeAgreement,
    Interview,
)
from nastavnik.domain.people.models import Clearance, Person
from nastavnik.domain.people.queries import clearance_in_force, found_by
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState, ProgrammeType
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.programmes.queries import groups_of, with_gates
from nastavnik.domain.programmes.queries.visible import PRESENT
from nastavnik.domain.programmes.shipped.formats import TEACHER_GUARDIAN

ADMITTED = (ParticipationState.READY, ParticipationState.SUSPENDED)


@dataclass(frozen=True)
class Candidate:
    """A mentor with the checklist of the day."""

    participation: Participation
    group: str
    points: tuple[Point, ...]
    training: Standing | None = None
    interview: Interview | None = None
    decision: AdmissionDecision | None = None

    @property
    def name(self) -> str:
        return self.participation.person.list_name

    @property
    def missing(self) -> tuple[C, ...]:
        return missing(self.points)

    @property
    def is_whole(self) -> bool:
        return not self.missing

    @property
    def is_recorded(self) -> bool:
        """That somebody decided to admit them."""
        return self.decision is not None and self.decision.decision == Decision.ADMITTED

    @property
    def missing_by_law(self) -> tuple[C, ...]:
        """Without what the institution asks of newcomers."""
        return tuple(code for code in self.missing if code not in OWN)


@dataclass(frozen=True)
class Ending:
    """Something of a mentor that ends within a month or ended: `code` is CLEARANCE or AGREEMENT."""

    participation: Participation
    code: C
    until: date
    is_over: bool


@dataclass
class _Facts:
    """What was loaded for many at once, by participation id."""

    items: dict[int, list[AdmissionItem]] = field(default_factory=dict)
    interviews: dict[int, Interview] = field(default_factory=dict)
    decisions: dict[int, AdmissionDecision] = field(default_factory=dict)
    agreements: dict[int, EmployeeAgreement] = field(default_factory=dict)
    training: Mapping[int, Standing] = field(default_factory=dict)
    gated: Mapping[int, bool] = field(default_factory=dict)  # module id → admission waits for a course


def admissions_visible_to(user: Any) -> QuerySet[Participation]:
    """Mentors of the organisations in which the user talks to them or decides."""
    organisations = standing(user).organisations_where(Permission.INTERVIEW_RECORD)
    rows = Participation.objects.filter(
        organisation__in=organisations, role=ParticipationRole.MENTOR, state__in=PRESENT
    )
    return rows.select_related("person", "organisation", "module__programme", "module__mentoring_format")


def named(rows: QuerySet[Participation], text: str) -> QuerySet[Participation]:
    """Those in whose name every word of the text stands."""
    return rows.filter(person__in=Person.objects.filter(found_by(text)))


def waiting_for_admission(user: Any) -> QuerySet[Participation]:
    """Of those the ones who were not admitted yet, the longest waiting first."""
    return admissions_visible_to(user).filter(state=ParticipationState.ENROLLED).order_by("joined_on", "pk")


def unrecorded(user: Any) -> QuerySet[Participation]:
    """Admitted by a list or a button past the checklist, and nobody has written down a decision since."""
    decided = AdmissionDecision.objects.filter(participation=OuterRef("pk"), decision=Decision.ADMITTED)
    rows = admissions_visible_to(user).filter(~Exists(decided), state__in=ADMITTED)
    return rows.order_by("joined_on", "pk")


def candidates(rows: Iterable[Participation], on: date) -> list[Candidate]:
    """The checklists of many; the same number of queries whatever the number. Order is kept."""
    people = list(with_facts(Participation.objects.filter(pk__in=[row.pk for row in rows]), on))
    by_id = {row.pk: row for row in people}
    ordered = [by_id[row.pk] for row in rows if row.pk in by_id]
    facts = _load(ordered, on)
    groups = groups_of([row.person_id for row in ordered], on)
    return [
        Candidate(
            row,
            groups.get(row.person_id, ("", None))[0] or row.person.post,
            _points(row, facts, on),
            facts.training.get(row.pk),
            facts.interviews.get(row.pk),
            facts.decisions.get(row.pk),
        )
        for row in ordered
    ]


def candidate(participation: Participation) -> Candidate:
    """One mentor today."""
    return candidates([participation], clock.today(participation.organisation.time_zone))[0]


def with_facts(rows: QuerySet[Participation], on: date) -> QuerySet[Participation]:
    """What consents and clearance say of each, in the query of the list."""
    person = Person.objects.filter(pk=OuterRef("person_id"))
    held = Clearance.objects.filter(clearance_in_force(on), person=OuterRef("person_id")).order_by("-checked_on")
    employee = given_on(on, ConsentKind.EMPLOYEE, "person__").order_by("-starts_on")
    rows = with_gates(rows, on).annotate(
        has_agreed=Exists(person.filter(agreed_to(ConsentKind.PROCESSING, on))),
        takes_part=Exists(person.filter(agreed_to(ConsentKind.PARTICIPATION, on))),
        cleared_on=Subquery(held.values("checked_on")[:1]),
        cleared_until=Subquery(held.values("valid_until")[:1]),
        employee_on=Subquery(employee.values("starts_on")[:1]),
        employee_until=Subquery(employee.values("ends_on")[:1]),
    )
    return rows.select_related("person", "organisation", "module__programme", "module__mentoring_format")


def marks_of(participation: Participation) -> dict[str, AdmissionMark]:
    """Sign → the last mark."""
    return {row.sign: row for row in AdmissionMark.objects.filter(participation=participation)}


def interviews_of(participation: Participation) -> QuerySet[Interview]:
    """All talks, the newest first."""
    return participation.interviews.order_by("-held_on", "-pk")


def agreements_of(participation: Participation) -> QuerySet[EmployeeAgreement]:
    return participation.agreements.order_by("-starts_on", "-pk")


def agreements_visible_to(user: Any) -> QuerySet[EmployeeAgreement]:
    """Agreements are kept by who decides on admission."""
    organisations = standing(user).organisations_where(Permission.ADMISSION_DECIDE)
    rows = EmployeeAgreement.objects.filter(organisation__in=organisations)
    return rows.select_related("organisation", "participation__person", "participation__module__programme")


def decisions_of(participation: Participation) -> QuerySet[AdmissionDecision]:
    return participation.admission_decisions.order_by("-at", "-pk")


def own_mentoring(user: Any) -> QuerySet[Participation]:
    """Where the user is a mentor, with `checked_themself`."""
    done = AdmissionItem.objects.filter(participation=OuterRef("pk"), code=C.SELF_CHECK, done_on__isnull=False)
    rows = Participation.objects.filter(person__user=user, role=ParticipationRole.MENTOR, state__in=PRESENT)
    return rows.select_related("organisation", "module").annotate(checked_themself=Exists(done)).order_by("pk")


def endings(user: Any, on: date) -> list[Ending]:
    """Clearances and agreements of the user's mentors that end within a month or are over, the first to end first."""
    organisations = standing(user).organisations_where(Permission.ADMISSION_DECIDE)
    rows = Participation.objects.filter(
        organisation__in=organisations, role=ParticipationRole.MENTOR, state__in=PRESENT
    ).select_related("person", "module__programme")
    last = Clearance.objects.filter(person=OuterRef("person_id"), withdrawn_on__isnull=True).order_by("-checked_on")
    cleared = rows.annotate(until=Subquery(last.values("valid_until")[:1])).filter(until__lte=on + SOON)
    open_ones = EmployeeAgreement.objects.filter(participation=OuterRef("pk"), ended_on__isnull=True)
    agreed = rows.annotate(until=Subquery(open_ones.order_by("-starts_on").values("ends_on")[:1]))
    found = [Ending(row, C.CLEARANCE, row.until, row.until < on) for row in cleared]
    found += [Ending(row, C.AGREEMENT, row.until, row.until < on) for row in agreed.filter(until__lte=on + SOON)]
    return sorted(found, key=lambda one: (one.until, one.participation.person.normal_name))


def about(row: Any, gated: Mapping[int, bool]) -> About:
    """Who it is and where, for the checklist; the row comes `with_facts`."""
    programme, person = row.module.programme, row.person
    of_workers = programme.type == ProgrammeType.TEACHERS
    employed_here = bool(person.post) and person.partner_id is None
    return About(
        is_minor=row.is_minor,
        meets_children=not of_workers and row.module.mentoring_format.code != TEACHER_GUARDIAN,
        is_worker_for_workers=of_workers and employed_here and not row.is_minor,
        asks_training=gated.get(row.module_id),
    )


def _points(row: Any, facts: _Facts, on: date) -> tuple[Point, ...]:
    items = facts.items.get(row.pk, [])
    known = Known(
        done=_done(row, facts, items, on),
        waived={item.code: item.note for item in items if item.is_waived},
        due={item.code: item.due_on for item in items if item.due_on and not item.is_waived},
    )
    return checklist(about(row, facts.gated), known, on=on)


def _done(row: Any, facts: _Facts, items: list[AdmissionItem], on: date) -> dict[str, Done]:
    done: dict[str, Done] = {item.code: Done(item.done_on) for item in items if item.done_on}
    if row.has_agreed:
        done[C.PROCESSING] = Done()
        done[C.GUARDIAN] = Done()
    if row.takes_part:
        done[C.PARTICIPATION] = Done()
    if row.cleared_on:
        done[C.CLEARANCE] = Done(row.cleared_on, row.cleared_until)
    agreement = facts.agreements.get(row.pk)
    if row.employee_on:
        done[C.EMPLOYEE_CONSENT] = Done(row.employee_on, row.employee_until)
    if agreement:
        done.setdefault(C.EMPLOYEE_CONSENT, Done(agreement.consent_on))
        done[C.AGREEMENT] = Done(agreement.signed_on, agreement.ended_on or agreement.ends_on)
    talk = facts.interviews.get(row.pk)
    if talk and talk.outcome == InterviewOutcome.FITS:
        done[C.INTERVIEW] = Done(talk.held_on)
    training = facts.training.get(row.pk)
    if training and training.is_trained:
        done[C.TRAINING] = Done()
    return done


def _load(rows: list[Any], on: date) -> _Facts:
    ids = [row.pk for row in rows]
    facts = _Facts()
    for item in AdmissionItem.objects.filter(participation__in=ids):
        facts.items.setdefault(item.participation_id, []).append(item)
    talks = Interview.objects.filter(participation__in=ids).order_by("held_on", "pk")
    facts.interviews = {row.participation_id: row for row in talks}
    decided = AdmissionDecision.objects.filter(participation__in=ids).order_by("at", "pk")
    facts.decisions = {row.participation_id: row for row in decided}
    facts.agreements = {row.participation_id: row for row in _agreements_on(ids, on)}
    courses = Course.objects.filter(module__in={row.module_id for row in rows})
    for module, gate in courses.values_list("module_id", "gate_before_admission"):
        facts.gated = {**facts.gated, module: gate or facts.gated.get(module, False)}
    facts.training = training_of(rows) if facts.gated else {}
    return facts


def _agreements_on(ids: list[int], on: date) -> QuerySet[EmployeeAgreement]:
    """In force on the day or still to begin; the earliest first, so that the last one counts."""
    lasting = (Q(ended_on__isnull=True) | Q(ended_on__gte=on)) & (Q(ends_on__isnull=True) | Q(ends_on__gte=on))
    return EmployeeAgreement.objects.filter(lasting, participation__in=ids).order_by("starts_on", "pk")
