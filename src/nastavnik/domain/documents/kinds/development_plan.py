"""Индивидуальный план наставляемого."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import Book, Subject
from nastavnik.domain.documents.kinds.chapters import bullets, quoted
from nastavnik.domain.documents.kinds.frame import Frame, unnumbered
from nastavnik.domain.documents.kinds.pair_text import PairText, pair_fields, pair_signatures
from nastavnik.domain.documents.kinds.shape import DocumentKind
from nastavnik.domain.documents.rendering.blocks import (
    Blank,
    Block,
    Column,
    Columns,
    Fields,
    Paper,
    Paragraph,
    Section,
    Table,
)
from nastavnik.domain.documents.rendering.words import held

TOGETHER = "План составили вместе и с ним согласны:"
# A sheet holds so many rows beside the rest: the signatures stay on it.
ROWS = 3  # at least; what is not written down yet is left to the hand
COLUMNS = (
    Column("№", 5, "centre"),
    Column("Проект, задание", 28),
    Column("Срок", 12),
    Column("Планируемый результат", 22),
    Column("Фактический результат", 20),
    Column("Оценка наставника", 13),
)


@dataclass(frozen=True)
class DevelopmentPlanContext:
    frame: Frame
    pair: PairText


def build(context: DevelopmentPlanContext) -> Paper:
    """Who and for how long, what is hard and wanted, the plan as a table, both signatures."""
    pair = context.pair
    several = len(pair.mentees) > 1
    sections = [
        Section("who", "Участники", (_who(pair),), is_editable=False),
        Section("difficulties", "Трудности и запросы", _worded("Трудности и запросы:", pair.measures or pair.needs)),
        Section("goals", "Цели", _worded("Цели:", pair.goals)),
        Section("plan", "План", (plan_table(pair),), is_editable=False),
        Section("result", "Итог", (Paragraph(f"Итог работы по плану: {'_' * 66}", indent=False, align="left"),)),
        Section("signatures", "Подписи", (pair_signatures(pair, TOGETHER),), is_editable=False),
    ]
    title = f"{'наставляемых' if several else 'наставляемого'} в программе {quoted(pair.programme)}"
    more = {"date": "", "city": "", "landscape": True, "named": {"programme": pair.programme, "pair": pair.short}}
    if context.frame.approved_by is None:  # one sheet: the head of it takes a line
        school = context.frame.institution
        more["letterhead"] = {"full_name": held(school.short_name.strip() or school.full_name)}
    return unnumbered(context.frame, "ИНДИВИДУАЛЬНЫЙ ПЛАН", title, sections, **more)


def _who(pair: PairText) -> Columns:
    """Two columns of equal length, for the sheet to hold the rest."""
    rows = tuple(pair_fields(pair))
    half = (len(rows) + 1) // 2
    return Columns((Fields(rows[:half]),), (Fields(rows[half:]),))


def plan_table(pair: PairText) -> Table:
    """Steps that are agreed, and rows to be written by hand."""
    said = [(step.title, step.term, step.expected or step.goal, step.result, step.mark) for step in pair.steps]
    by_hand = max(ROWS - len(said), 0)
    rows = [*said, *[("",) * 5] * by_hand]
    return Table(COLUMNS, tuple((str(number), *row) for number, row in enumerate(rows, 1)))


def _worded(lead: str, words: tuple[str, ...]) -> tuple[Block, ...]:
    """What is known, else lines to write on."""
    return (Paragraph(lead, indent=False), *(bullets(words) or (Blank(1),)))


KIND = DocumentKind(
    code="development_plan",
    title=_("Индивидуальный план"),
    about=_("Цели и шаги пары на одном листе, с местом для оценки и подписей."),
    subject=Subject.MENTORSHIP,
    book=Book.PAPERS,
    is_numbered=False,
    batch=True,
    stages=("running",),
    named=(("pair", _("пара: «Воронов Я. Р. – Черных П. С.»")),),
    context=DevelopmentPlanContext,
    build=build,
    needs_approval=False,
    head_signs=False,
)
