"""What stands around the text of every paper, out of the rows."""

from nastavnik.domain.documents import queries
from nastavnik.domain.documents.adapter.people import institution, official
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.kinds.frame import Frame, Order
from nastavnik.domain.documents.kinds.letterhead import Official
from nastavnik.domain.documents.models import Document
from nastavnik.domain.people.errors import HeadMissing

COORDINATOR = "куратор программы"  # where no post is written down


def frame_of(document: Document) -> Frame:
    """The requisites of a paper from the rows as they are now. Raises HeadMissing where the head signs the kind."""
    organisation, day = document.organisation, document.dated_on
    head = queries.head_of(organisation, day)
    if head is None and kind_of(document.kind).head_signs:
        raise HeadMissing
    return Frame(
        institution=institution(organisation),
        head=official(head, organisation.head_post) if head else None,
        number=document.number,
        day=day,
        grounds=queries.grounds_for(document),
        coordinator=_coordinator(document),
        approved_by=_order(document),
    )


def _coordinator(document: Document) -> Official | None:
    if document.programme is None:
        return None
    person = queries.coordinator_of(document.programme, document.dated_on, document.prepared_by)
    return official(person, person.post or COORDINATOR) if person else None


def _order(document: Document) -> Order | None:
    """The order of which the paper is an appendix; the only appendix bears no number."""
    order = document.appendix_to
    if order is None:
        return None
    several = order.appendices.exclude(state=DocumentState.DISCARDED).count() > 1
    return Order(order.number, order.dated_on, document.appendix_number or 0 if several else 0)
