"""An order that introduces a programme, out of its rows."""

from dataclasses import replace

from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.programme import programme_of, programme_text
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.kinds.approving import Appendix, regulation_by
from nastavnik.domain.documents.kinds.frame import Frame, Order
from nastavnik.domain.documents.kinds.introduction_order import IntroductionContext
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.queries import appendices_of
from nastavnik.domain.programmes.enums import ProgrammeType


def context_of(document: Document) -> IntroductionContext:
    """From the rows as they are now. Raises HeadMissing."""
    return IntroductionContext(
        frame=with_regulation(document),
        programme=programme_text(programme_of(document)),
        appendices=appendices(document),
        coordinator_order=issued_order(document, "coordinator_order"),
        working_group=lines(document.answers.get("working_group", "")),
        supplier=document.answers.get("supplier", ""),
    )


def appendices(document: Document) -> tuple[Appendix, ...]:
    """What is approved with the order, numbered where there are several."""
    rows = list(appendices_of(document))
    return tuple(Appendix(row.kind, (row.appendix_number or 0) if len(rows) > 1 else 0) for row in rows)


def issued_order(document: Document, *kinds: str) -> Order | None:
    """The newest issued order of these kinds on the programme, not later than the paper."""
    rows = Document.objects.filter(programme=document.programme, kind__in=kinds, state=DocumentState.ISSUED)
    found = rows.filter(dated_on__lte=document.dated_on).order_by("-dated_on", "-id").first()
    return Order(found.number, found.dated_on) if found else None


def with_regulation(document: Document) -> Frame:
    """The frame with the regulation among its grounds, where one was approved."""
    frame, order = frame_of(document), issued_order(document, "regulation_order")
    if order is None:
        return frame
    teachers = programme_of(document).type == ProgrammeType.TEACHERS
    return replace(frame, grounds=(*frame.grounds, regulation_by(order, for_teachers=teachers)))


def lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
