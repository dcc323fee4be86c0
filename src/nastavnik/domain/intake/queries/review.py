"""The queue of the coordinator. Who only enters applications sees their own."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.consents.queries import processable
from nastavnik.domain.intake.enums import ApplicationState, Remedy
from nastavnik.domain.intake.models import Application
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.normal import comparable_name
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import ParticipationRole

S = ApplicationState


def visible_to(user: Any) -> QuerySet[Application]:
    """Reviewers see what was sent to their organisation, and what staff entered; who enters sees what they entered.

    A draft that somebody fills in on a telephone is seen by nobody until it is sent.
    """
    reviews = standing(user).organisations_where(Permission.APPLICATION_REVIEW)
    enters = standing(user).organisations_where(Permission.APPLICATION_ENTER)
    known = ~Q(state=S.DRAFT) & (Q(person__isnull=False) | Q(twin__isnull=False))
    rows = Q(organisation__in=reviews) & (known | Q(entered_by__isnull=False))
    rows |= Q(organisation__in=enters, entered_by=user) if user.is_authenticated else Q(pk__in=[])
    return Application.objects.filter(rows).select_related(
        "organisation", "intake__organisation", "intake__module__programme", "module__programme", "person", "twin",
        "study_group", "participation", "event",
    )  # fmt: skip


def with_gate(applications: QuerySet[Application], at: datetime) -> QuerySet[Application]:
    """`is_agreed`: may it be accepted today, as far as consents go; `is_late`: it waits longer than promised."""
    on = at.date()
    open_to = Person.objects.filter(processable(on), pk=OuterRef("person"))
    return applications.annotate(is_agreed=Exists(open_to), is_late=Exists(overdue_on(at).filter(pk=OuterRef("pk"))))


def awaiting_review(user: Any) -> QuerySet[Application]:
    """Sent and not answered, the longest waiting first."""
    reviews = standing(user).organisations_where(Permission.APPLICATION_REVIEW)
    rows = visible_to(user).filter(state=S.SUBMITTED, organisation__in=reviews)
    return with_gate(rows, clock.now()).order_by("submitted_at", "id")


def overdue_on(at: datetime) -> QuerySet[Application]:
    """Sent, and the day by which an answer was promised is over."""
    return Application.objects.filter(state=S.SUBMITTED, promised_at__lt=at)


def talks_waiting(user: Any) -> QuerySet[Application]:
    """Mentees who were known and would rather not: a talk, no pressure, its outcome in one tap."""
    reviews = standing(user).organisations_where(Permission.APPLICATION_REVIEW)
    rows = visible_to(user).filter(state=S.WITHDRAWN, role=ParticipationRole.MENTEE, talk_outcome="")
    return rows.filter(person__isnull=False, organisation__in=reviews)


VIEWS: Mapping[str, Q] = {
    "": Q(state=S.SUBMITTED),
    "returned": Q(state=S.RETURNED),
    "accepted": Q(state=S.ACCEPTED),
    "declined": Q(state=S.DECLINED),
    "remedies": Q(state=S.DECLINED, remedy_done_on__isnull=True) & ~Q(remedy__in=["", Remedy.NONE]),
    "withdrawn": Q(state=S.WITHDRAWN),
    "drafts": Q(state=S.DRAFT),
}


def in_view(user: Any, view: str) -> QuerySet[Application]:
    """One chip of the list; the queue begins with who waits longest, the others with the newest."""
    rows = with_gate(visible_to(user).filter(VIEWS[view]), clock.now())
    return rows.order_by("submitted_at", "id") if view == "" else rows.order_by("-touched_at", "-id")


def found_by(text: str) -> Q:
    """Every word of the text is in the name of the person, or of the one they may be."""
    found = Q()
    for word in comparable_name(text).split():
        found &= Q(person__normal_name__contains=word) | Q(twin__normal_name__contains=word)
    return found


def counts(user: Any, organisation: Any) -> dict[str, int]:
    """How many in each chip, and `late`: one query."""
    rows = visible_to(user).filter(organisation=organisation).order_by()
    late = Q(state=S.SUBMITTED, promised_at__lt=clock.now())
    named = {view: Count("pk", filter=condition) for view, condition in VIEWS.items() if view}
    found = rows.aggregate(**named, waiting=Count("pk", filter=VIEWS[""]), late=Count("pk", filter=late))
    return {**found, "": found["waiting"]}


def remedies_due(user: Any, by: date) -> QuerySet[Application]:
    """Help that was promised by the day and is not given yet."""
    return visible_to(user).filter(VIEWS["remedies"], remedy_due_on__lte=by)


def next_to_review(user: Any, after: Application) -> Application | None:
    """The one that opens by itself: the next in the queue, or the first one left."""
    queue = awaiting_review(user).filter(organisation=after.organisation_id).exclude(pk=after.pk)
    later = Q(submitted_at__gt=after.submitted_at) | Q(submitted_at=after.submitted_at, pk__gt=after.pk)
    return (queue.filter(later).first() if after.submitted_at else None) or queue.first()


def others_of(application: Application, user: Any) -> QuerySet[Application]:
    """Other applications of the same human being, the newest first."""
    if application.person_id is None:
        return Application.objects.none()
    return visible_to(user).filter(person=application.person_id).exclude(pk=application.pk).order_by("-id")
