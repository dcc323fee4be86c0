"""Приказ о закреплении наставнических пар."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import ActSubject, Book, Subject
from nastavnik.domain.documents.kinds.approving import coordinator_point
from nastavnik.domain.documents.kinds.chapters import quoted
from nastavnik.domain.documents.kinds.frame import ORDER_SECTIONS, Frame, Order, control, listed, order_paper, sentence
from nastavnik.domain.documents.kinds.letterhead import Institution, Official, Participant
from nastavnik.domain.documents.kinds.shape import DocumentKind
from nastavnik.domain.documents.rendering.blocks import Cell, Column, Paper, Table
from nastavnik.domain.documents.rendering.words import term
from nastavnik.domain.people.names import Case, initials

# Up to so many mentors are named one by one in the first point; a longer list is given by the table alone.
NAMED_IN_TEXT = 10
COLUMNS = (
    Column("№", 8, "centre"),
    Column("Наставник", 34.5),
    Column("Наставляемый", 34.5),
    Column("Форма", 31),
    Column("Вид", 31),
    Column("Срок", 26),
)


@dataclass(frozen=True)
class PairLine:
    """One row of the table; a group is several rows of one mentor."""

    mentor: Participant
    mentee: Participant
    form: str = ""
    kind: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True)
class OrderContext:
    """What an order is made of. `grounds` are acts in the nominative, as the organisation keeps them; nothing about
    law stands in the code. `coordinator_order` is set where the coordinator was appointed by an earlier order.
    Without a `controller` the head keeps the control."""

    institution: Institution
    programme: str
    pairs: Sequence[PairLine]
    head: Official
    number: str = ""
    day: date | None = None
    title: str = "О закреплении наставнических пар"
    grounds: Sequence[str] = ()
    coordinator: Official | None = None
    coordinator_order: Order | None = None
    coordinator_duties: Sequence[str] = ()
    further_points: Sequence[str] = ()
    controller: Official | None = None
    basis: Sequence[str] = ()

    @property
    def frame(self) -> Frame:
        return Frame(self.institution, self.head, self.number, self.day, self.grounds, self.coordinator)


def build(context: OrderContext) -> Paper:
    """The order: who is assigned to whom, the table, what else is ordered.

    Raises ValueError without a pair: such an order orders nothing.
    """
    if not context.pairs:
        raise ValueError("an appointment order needs at least one pair")
    return order_paper(
        context.frame,
        context.title,
        f"Для организации работы по программе наставничества {quoted(context.programme)}",
        _points(context),
        after_first=(_table(context.pairs),),
        basis=context.basis,
        acknowledged=_acknowledging(context),
        named={"programme": context.programme},
    )


def _points(context: OrderContext) -> list[tuple[str, Sequence[str]]]:
    points = [_assignment(context)]
    points += coordinator_point(context.frame, context.coordinator_order)
    if context.coordinator and context.coordinator_duties:
        duties = listed(context.coordinator_duties)
        points.append((f"Куратору {context.coordinator.brief(Case.DATIVE)}:", duties))
    points += [(sentence(text), ()) for text in context.further_points]
    return [*points, (control(context.controller), ())]


def _assignment(context: OrderContext) -> tuple[str, Sequence[str]]:
    mentors = _by_mentor(context.pairs)
    programme = f"по программе наставничества {quoted(context.programme)}"
    if len(mentors) > NAMED_IN_TEXT:
        return f"Закрепить {programme} за наставниками наставляемых согласно таблице:", ()
    assigned = [(_led_by(mentor), _people(mentees)) for mentor, mentees in mentors.items()]
    if len(assigned) == 1:
        mentor, mentees = assigned[0]
        led = f" наставляемых: {mentees}" if len(context.pairs) > 1 else f" – {mentees}"
        return f"Закрепить {programme} за наставником {mentor}{led}.", ()
    return f"Закрепить {programme}:", listed([f"за наставником {mentor} – {mentees}" for mentor, mentees in assigned])


def _led_by(mentor: Participant) -> str:
    """A post is closed by a comma: «Ким Анной Олеговной, учителем физики,»."""
    return mentor.full(Case.INSTRUMENTAL) + ("," if mentor.post else "")


def _people(mentees: Sequence[Participant]) -> str:
    return ", ".join(mentee.full(Case.ACCUSATIVE) for mentee in mentees)


def _by_mentor(pairs: Sequence[PairLine]) -> dict[Participant, list[Participant]]:
    mentors: dict[Participant, list[Participant]] = {}
    for line in pairs:
        mentors.setdefault(line.mentor, []).append(line.mentee)
    return mentors


def _table(pairs: Sequence[PairLine]) -> Table:
    return Table(COLUMNS, tuple(_row(position, line) for position, line in enumerate(pairs, 1)))


def _row(position: int, line: PairLine) -> tuple[str | Cell, ...]:
    return (
        str(position),
        Cell(str(line.mentor.name), line.mentor.note),
        Cell(str(line.mentee.name), line.mentee.note),
        line.form,
        line.kind,
        term(line.starts_on, line.ends_on),
    )


def _acknowledging(context: OrderContext) -> list[str]:
    mentors = [mentor.name for mentor in _by_mentor(context.pairs)]
    if context.coordinator and context.coordinator.name not in mentors:
        mentors.insert(0, context.coordinator.name)
    return [initials(name) for name in mentors]


KIND = DocumentKind(
    code="appointment_order",
    title=_("Приказ о закреплении пар"),
    about=_("Закрепляет наставников за наставляемыми, когда все согласны."),
    subject=Subject.MODULE,
    book=Book.ORDERS,
    cites=(ActSubject.MENTORING, ActSubject.LOCAL),
    stages=("matching",),
    context=OrderContext,
    build=build,
    needs_approval=True,
    sections=ORDER_SECTIONS,
)
