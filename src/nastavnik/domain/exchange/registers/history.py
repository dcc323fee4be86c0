"""What was with somebody, as periods: class, guardians, roles, programmes, pairs, consents, clearance, training."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Literal

from django.db.models import QuerySet
from django.utils import timezone

from nastavnik.domain.consents import queries as consents
from nastavnik.domain.events.enums import AttendanceState
from nastavnik.domain.events.models import Attendance
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.mentorships.queries import visible_to as mentorships_visible_to
from nastavnik.domain.people.models import Clearance, Enrolment, Guardianship, Person, RoleAssignment
from nastavnik.domain.programmes.queries import participations_visible_to

Kind = Literal["group", "guardian", "role", "programme", "pair", "consent", "clearance", "training"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One period, both ends included; `ends_on` None lasts. `note` is said beside it."""

    kind: Kind
    title: str
    starts_on: date
    ends_on: date | None = None
    note: str = ""

    def holds(self, on: date) -> bool:
        return self.starts_on <= on and (self.ends_on is None or self.ends_on >= on)


def history_of(person: Person, user: Any) -> list[Span]:
    """Everything the user may see of the person, kind after kind, the newest first."""
    spans = [
        *_groups(person),
        *_guardians(person),
        *_roles(person),
        *_programmes(person, user),
        *_pairs(person, user),
        *_consents(person, user),
        *_clearances(person),
        *_trainings(person),
    ]
    return sorted(spans, key=lambda span: (KINDS.index(span.kind), -span.starts_on.toordinal()))


KINDS: tuple[Kind, ...] = ("group", "programme", "pair", "training", "clearance", "consent", "guardian", "role")


def _groups(person: Person) -> Iterator[Span]:
    rows = Enrolment.objects.filter(person=person).select_related("study_group__academic_year")
    for row in rows.order_by("starts_on", "id"):
        year = row.study_group.academic_year.title
        yield Span(kind="group", title=row.study_group.title, starts_on=row.starts_on, ends_on=row.ends_on, note=year)


def _guardians(person: Person) -> Iterator[Span]:
    rows = Guardianship.objects.filter(child=person, guardian__erased_on__isnull=True).select_related("guardian")
    for row in rows.order_by("starts_on", "id"):
        yield Span(
            kind="guardian", title=row.guardian.full_name, starts_on=row.starts_on, ends_on=row.ends_on,
            note=row.relation,
        )  # fmt: skip


def _roles(person: Person) -> Iterator[Span]:
    if person.user_id is None:
        return
    rows = RoleAssignment.objects.filter(user=person.user_id, organisation=person.organisation_id)
    for row in rows.order_by("starts_on", "id"):
        yield Span(kind="role", title=str(row.get_role_display()), starts_on=row.starts_on, ends_on=row.ends_on)


def _programmes(person: Person, user: Any) -> Iterator[Span]:
    """A participation is as many periods as it had states; those of one day are passed over."""
    rows = participations_visible_to(user).filter(person=person).prefetch_related("state_changes")
    for row in rows.order_by("joined_on", "id"):
        title = f"{row.module.programme.title}, {row.module.title}, {row.get_role_display()}"
        steps = [(timezone.localdate(change.at), change.to_state) for change in row.state_changes.all()]
        first = next((change.from_state for change in row.state_changes.all()), row.state)
        labels: dict[Any, Any] = dict(row._meta.get_field("state").flatchoices)
        for (begun, state), ended in _spells([(row.joined_on, first), *steps]):
            note = str(labels.get(state, state))
            yield Span(kind="programme", title=title, starts_on=begun, ends_on=ended, note=note)


def _spells(steps: list[tuple[date, str]]) -> Iterator[tuple[tuple[date, str], date | None]]:
    """Each step with its last day; a step that another follows on the same day lasts no day."""
    for step, following in pairwise([*steps, None]):
        if step is None:
            continue
        if following is None:
            yield step, None
        elif following[0] > step[0]:
            yield step, following[0] - timedelta(days=1)


def _pairs(person: Person, user: Any) -> Iterator[Span]:
    visible = mentorships_visible_to(user).filter(members__person=person).values("pk")
    rows = MentorshipMember.objects.filter(mentorship__in=visible).exclude(mentorship__state=MentorshipState.DECLINED)
    members = list(rows.select_related("mentorship__module", "person").order_by("starts_on", "id"))
    for own in (member for member in members if member.person_id == person.pk):
        pair = own.mentorship
        others = [one.person.list_name for one in members if one.mentorship_id == pair.pk and one.role != own.role]
        told = (own.get_role_display(), pair.get_state_display(), pair.get_end_reason_display())
        yield Span(
            kind="pair", title=", ".join(others) or pair.title, starts_on=own.starts_on, ends_on=own.ends_on,
            note=_note(told),
        )  # fmt: skip


def _consents(person: Person, user: Any) -> Iterator[Span]:
    """A withdrawn consent held until the day before; one that never held is not told."""
    for row in consents.visible_to(user).filter(person=person).order_by("starts_on", "id"):
        last = row.withdrawn_on - timedelta(days=1) if row.withdrawn_on else row.ends_on
        if last and last < row.starts_on:
            continue
        signed = ", ".join(str(one.get_party_display()) for one in row.signatures.all())
        yield Span(
            kind="consent", title=str(row.get_kind_display()), starts_on=row.starts_on, ends_on=last, note=signed
        )


def _clearances(person: Person) -> Iterator[Span]:
    for row in Clearance.objects.filter(person=person).order_by("checked_on"):
        ends = [day for day in (row.valid_until, row.withdrawn_on and row.withdrawn_on - timedelta(days=1)) if day]
        last = min(ends, default=None)
        if last is None or last >= row.checked_on:
            yield Span(kind="clearance", title="", starts_on=row.checked_on, ends_on=last)


def _trainings(person: Person) -> Iterator[Span]:
    """Meetings and sessions somebody came to; each is one day."""
    rows: QuerySet[Attendance] = Attendance.objects.filter(person=person, state=AttendanceState.CAME)
    for row in rows.select_related("event").order_by("event__starts_at", "id"):
        day = timezone.localdate(row.event.starts_at)
        yield Span(kind="training", title=row.event.title, starts_on=day, ends_on=day)


def _note(parts: Iterable[Any]) -> str:
    return ", ".join(str(part) for part in parts if part)
