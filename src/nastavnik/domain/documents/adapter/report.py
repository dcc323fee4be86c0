"""A report as a paper: the figures of monitoring as they may leave the house."""

from nastavnik.domain.documents.adapter.people import institution, official
from nastavnik.domain.documents.kinds import programme_report as paper
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.queries.officials import coordinator_of, head_of
from nastavnik.domain.monitoring.queries import leaving_the_house, report
from nastavnik.domain.monitoring.records import Figure
from nastavnik.domain.people.errors import HeadMissing


def report_context(document: Document) -> paper.ReportContext:
    """What the report is made of on the day of the paper. Raises HeadMissing."""
    programme, organisation, as_of = document.programme, document.organisation, document.dated_on
    head = head_of(organisation, as_of)
    if head is None:
        raise HeadMissing
    coordinator = coordinator_of(programme, as_of, document.prepared_by) or head
    found = leaving_the_house(report(programme, as_of, by_module=True))
    return paper.ReportContext(
        institution=institution(organisation),
        programme=programme.title,
        starts_on=programme.starts_on,
        ends_on=programme.ends_on or as_of,
        as_of=as_of,
        head=official(head, organisation.head_post),
        coordinator=official(coordinator, coordinator.post or "куратор программы"),
        coverage=_figures(found.coverage),
        meetings=_figures(found.meetings),
        endings=_figures(found.endings),
        modules=tuple(paper.ModuleLine(title, _figures(figures)) for title, figures in found.modules),
    )


def _figures(figures: tuple[Figure, ...]) -> tuple[paper.Figure, ...]:
    return tuple(
        paper.Figure(
            title=str(figure.title),
            definition=str(figure.definition),
            numerator=figure.numerator,
            denominator=figure.denominator,
            as_of=figure.as_of,
            is_share=figure.form == "share",
            is_average=figure.form == "average",
            is_withheld=figure.is_withheld,
        )
        for figure in figures
    )
