"""The order on the pairs: prepared by the coordinator, approved by the head, which starts the pairs."""

from collections.abc import Sequence

from nastavnik.demo.school import School
from nastavnik.domain.documents import actions as documents
from nastavnik.domain.documents.models import Document
from nastavnik.domain.mentorships.models import Mentorship


def order(
    school: School, pairs: Sequence[Mentorship], *, number: str, prepared: int, approved: int | None = None
) -> None:
    """Days are given as days before today; without `approved` the order still waits for the head."""
    timeline = school.timeline
    dated_on = timeline.day(prepared if approved is None else approved)

    def prepare() -> None:
        rows = Mentorship.objects.filter(pk__in=[pair.pk for pair in pairs])
        paper = documents.prepare_order(
            school.module, mentorships=rows, number=number, dated_on=dated_on, by=school.coordinator
        )
        documents.submit(paper, by=school.coordinator)
        if approved is not None:
            timeline.on(dated_on, lambda: _approve(school, paper), hour=16)

    timeline.on(timeline.day(prepared), prepare, hour=11)


def _approve(school: School, paper: Document) -> None:
    documents.approve(paper, by=school.head)
