"""Дорожная карта: план мероприятий по этапам, таблицей на листе, положенном вбок."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import Book, Subject
from nastavnik.domain.documents.kinds.approving import approval, of_programme
from nastavnik.domain.documents.kinds.frame import Frame, sentence, unnumbered
from nastavnik.domain.documents.kinds.programme_text import ProgrammeText
from nastavnik.domain.documents.kinds.shape import DocumentKind
from nastavnik.domain.documents.rendering.blocks import Block, Cell, Column, Heading, Paper, Paragraph, Section, Table
from nastavnik.domain.documents.rendering.words import long_date

NOTHING_YET = "Мероприятия пока не внесены."


@dataclass(frozen=True)
class PlannedRow:
    """One event, in words; `resources` are «кадровые: психолог»."""

    title: str
    term: str
    task: str = ""
    responsible: str = ""
    result: str = ""
    document: str = ""
    resources: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlannedStage:
    title: str
    rows: tuple[PlannedRow, ...]


@dataclass(frozen=True)
class RoadmapContext:
    """`stages` in their order; those without rows are not printed."""

    frame: Frame
    programme: ProgrammeText
    stages: tuple[PlannedStage, ...] = ()


def build(context: RoadmapContext) -> Paper:
    """Stages with their tables; numbers of rows run through the whole paper."""
    programme = context.programme
    filled = [stage for stage in context.stages if stage.rows]
    has_resources = any(row.resources for stage in filled for row in stage.rows)
    sections = [Section("period", "Срок", (Paragraph(_period(programme)),))]
    number = 1
    for position, stage in enumerate(filled, 1):
        table = _table(stage, number, has_resources=has_resources)
        blocks: tuple[Block, ...] = (Heading(f"{position}. {stage.title}", 2), table)
        sections.append(Section(f"stage_{position}", stage.title, blocks, is_editable=False))
        number += len(stage.rows)
    if not filled:
        sections.append(Section("rows", "Мероприятия", (Paragraph(NOTHING_YET),), is_editable=False))
    return unnumbered(
        context.frame,
        "ДОРОЖНАЯ КАРТА",
        f"(план мероприятий) {of_programme(programme)}",
        sections,
        **approval(context.frame),
        landscape=True,
        named={"programme": programme.title},
    )


def _period(programme: ProgrammeText) -> str:
    until = f" по {long_date(programme.ends_on)}" if programme.ends_on else ""
    return sentence(f"Дорожная карта рассчитана на срок с {long_date(programme.starts_on)}{until}")


def _table(stage: PlannedStage, number: int, *, has_resources: bool) -> Table:
    columns = [
        Column("№", 4, "centre"),
        Column("Мероприятие, задача", 26),
        Column("Срок", 15),
        Column("Ответственные", 16),
        Column("Ожидаемый результат, вид документа", 24),
    ]
    columns += [Column("Ресурсы", 17)] if has_resources else []
    rows = tuple(
        (
            f"{place}",
            Cell(row.title, row.task),
            row.term,
            row.responsible or "—",
            _result(row),
            *(["; ".join(row.resources) or "—"] if has_resources else []),
        )
        for place, row in enumerate(stage.rows, number)
    )
    return Table(tuple(columns), rows)


def _result(row: PlannedRow) -> str | Cell:
    if not row.result:
        return row.document or "—"
    return Cell(row.result, row.document)


KIND = DocumentKind(
    code="roadmap",
    title=_("Дорожная карта"),
    about=_("План мероприятий по этапам: сроки, ответственные, результаты. Обычно приложение к приказу."),
    subject=Subject.PROGRAMME,
    book=Book.PAPERS,
    is_numbered=False,
    stages=("preparation",),
    context=RoadmapContext,
    build=build,
    needs_approval=True,
    head_signs=False,
)
