"""An order that introduces a programme, out of its rows."""

from collections.abc import Sequence
from dataclasses import replace

from django.db.models import QuerySet

from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.programme import programme_of, programme_text
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.kinds.approving import Appendix, regulation_by
from nastavnik.domain.documents.kinds.frame import Frame, Order
from nastavnik.domain.documents.kinds.introduction_order import IntroductionContext
from nastavnik.domain.documents.kinds.letterhead import Official
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.queries import appendices_of
from nastavnik.domain.documents.rendering.papers import from_plain, text_of
from nastavnik.domain.people.names import Case, inflect
from nastavnik.domain.programmes.enums import ProgrammeType


def context_of(document: Document) -> IntroductionContext:
    """From the rows as they are now. Raises HeadMissing."""
    frame = with_regulation(document)
    return IntroductionContext(
        frame=frame,
        programme=programme_text(programme_of(document)),
        appendices=appendices(document),
        coordinator_order=appointing_order(document, frame.coordinator, "coordinator_order"),
        working_group=lines(document.answers.get("working_group", "")),
        supplier=document.answers.get("supplier", ""),
    )


def appendices(document: Document) -> tuple[Appendix, ...]:
    """What is approved with the order, numbered where there are several."""
    rows = list(appendices_of(document))
    return tuple(Appendix(row.kind, (row.appendix_number or 0) if len(rows) > 1 else 0) for row in rows)


def issued_order(document: Document, *kinds: str) -> Order | None:
    """The newest issued order of these kinds on the programme, not later than the paper."""
    found = _issued(document, kinds).first()
    return Order(found.number, found.dated_on) if found else None


def appointing_order(document: Document, coordinator: Official | None, *kinds: str) -> Order | None:
    """The newest issued order of these kinds by which this very person was appointed."""
    if coordinator is None:
        return None
    name = inflect(coordinator.name, Case.ACCUSATIVE).text
    found = next((row for row in _issued(document, kinds) if _appoints(row, name)), None)
    return Order(found.number, found.dated_on) if found else None


def _issued(document: Document, kinds: Sequence[str]) -> QuerySet[Document]:
    rows = Document.objects.filter(programme=document.programme, kind__in=kinds, state=DocumentState.ISSUED)
    return rows.filter(dated_on__lte=document.dated_on).exclude(pk=document.pk).order_by("-dated_on", "-id")


def _appoints(order: Document, name: str) -> bool:
    """Its words say so; an order whose words are not kept is believed by its kind."""
    kept = order.context.get("paper")
    if kept is None:
        return order.kind == "coordinator_order"
    return any("Назначить куратором" in line and name in line for line in text_of(from_plain(kept)))


def with_regulation(document: Document) -> Frame:
    """The frame with the regulation among its grounds, where one was approved."""
    frame, order = frame_of(document), issued_order(document, "regulation_order")
    if order is None:
        return frame
    teachers = programme_of(document).type == ProgrammeType.TEACHERS
    return replace(frame, grounds=(*frame.grounds, regulation_by(order, for_teachers=teachers)))


def lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
