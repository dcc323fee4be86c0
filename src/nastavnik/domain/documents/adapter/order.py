"""An appointment order out of its rows."""

from nastavnik.domain.documents.adapter.introduction_order import appointing_order
from nastavnik.domain.documents.adapter.people import (
    institution,
    official,
    pair_title,
    participant,
    present,
)
from nastavnik.domain.documents.kinds.appointment_order import OrderContext, PairLine
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.queries.grounds import grounds_for
from nastavnik.domain.documents.queries.officials import coordinator_of, head_of
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.people.errors import HeadMissing
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import Kind, ParticipationRole
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.queries.participants import groups_of

MEETINGS = "вести учёт встреч и сообщать руководителю о парах, которые не встречаются"
DUTIES = ("ознакомить участников с настоящим приказом", MEETINGS)
DUTIES_TO_MINORS = (
    "ознакомить участников, а также родителей (законных представителей) детей с настоящим приказом",
    MEETINGS,
)
APPOINTING = ("coordinator_order", "introduction_order")
BASIS = (
    "согласие наставников и наставляемых",
    "согласия родителей (законных представителей) несовершеннолетних участников",
)


def order_context(document: Document) -> OrderContext:
    """What the order is made of, from the rows as they are now. Raises HeadMissing."""
    programme, organisation, day = document.programme, document.organisation, document.dated_on
    head, coordinator = head_of(organisation, day), coordinator_of(programme, day, document.prepared_by)
    if head is None:
        raise HeadMissing
    appointed = official(coordinator, coordinator.post) if coordinator else None
    mentorships = _mentorships(document)
    with_minors = _has_minors(mentorships)
    duties = DUTIES_TO_MINORS if with_minors else DUTIES
    return OrderContext(
        institution=institution(organisation),
        programme=programme.title,
        pairs=_lines(document, mentorships),
        head=official(head, organisation.head_post),
        number=document.number,
        day=day,
        title=_title(mentorships),
        grounds=grounds_for(document),
        coordinator=appointed,
        coordinator_order=appointing_order(document, appointed, *APPOINTING),
        coordinator_duties=duties if coordinator else (),
        basis=BASIS if with_minors else BASIS[:1],
    )


def _mentorships(document: Document) -> list[Mentorship]:
    rows = Mentorship.objects.filter(document_mentorships__document=document)
    rows = rows.select_related("module__mentoring_format", "module__programme", "organisation")
    return sorted(rows.prefetch_related("members__person"), key=lambda row: (pair_title(row), row.pk))


def _lines(document: Document, mentorships: list[Mentorship]) -> tuple[PairLine, ...]:
    persons = [member.person_id for row in mentorships for member in row.members.all()]
    groups = groups_of(persons, document.dated_on)

    def named(person: Person):  # type: ignore[no-untyped-def]
        return participant(person, groups.get(person.pk, ("", None))[0])

    return tuple(
        PairLine(
            named(mentor),
            named(mentee),
            row.module.mentoring_format.called_in(document.organisation),
            str(Kind(row.kind).label),
            row.started_on or document.dated_on,
            row.planned_until or document.programme.ends_on,
        )
        for row in mentorships
        for mentor in present(list(row.members.all()), ParticipationRole.MENTOR)
        for mentee in present(list(row.members.all()), ParticipationRole.MENTEE)
    )


def _title(mentorships: list[Mentorship]) -> str:
    grouped = any(KINDS[row.kind].mentees > 1 for row in mentorships)
    return "О закреплении наставнических пар и групп" if grouped else "О закреплении наставнических пар"


def _has_minors(mentorships: list[Mentorship]) -> bool:
    return any(member.is_minor for row in mentorships for member in row.members.all())
