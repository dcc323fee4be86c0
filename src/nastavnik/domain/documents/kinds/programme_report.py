"""Краткий отчёт о программе наставничества: охват, встречи, завершения."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import Book, Subject
from nastavnik.domain.documents.kinds.chapters import quoted
from nastavnik.domain.documents.kinds.letterhead import Institution, Official, letterhead, properties, signature
from nastavnik.domain.documents.kinds.shape import DocumentKind
from nastavnik.domain.documents.rendering.blocks import Column, Heading, Paper, Paragraph, Section, Signatures, Table
from nastavnik.domain.documents.rendering.words import NO_BREAK_SPACE, grouped, long_date, short_date
from nastavnik.domain.people.names import Case

NO_DATA = "нет данных"
WITHHELD = "меньше 5, не показываем"
FEW = "< 5"
EXPLAINED = "Доля считается от числа n. «Нет данных» означает, что сведений не внесено; это не ноль."
FIGURE_COLUMNS = (
    Column("Показатель", 40),
    Column("Значение", 36),
    Column("n", 18),
    Column("На дату", 23),
    Column("Как считается", 48),
)
MODULE_COLUMNS = (
    Column("Модуль", 40),
    Column("Показатель", 46),
    Column("Значение", 36),
    Column("n", 20),
    Column("На дату", 23),
)


@dataclass(frozen=True)
class Figure:
    """One number with what it was counted of. None is "no data" and never zero; a `denominator` makes it a share,
    or an average where `is_average`."""

    title: str
    definition: str
    numerator: int | None
    denominator: int | None = None
    as_of: date | None = None
    is_share: bool = True
    is_withheld: bool = False
    is_average: bool = False

    @property
    def text(self) -> str:
        """«31 из 38 (82 %)», «412», «4,2 (38 на 9)», «нет данных»."""
        if self.is_withheld:
            return WITHHELD
        if self.numerator is None or ((self.is_share or self.is_average) and not self.denominator):
            return NO_DATA
        if self.is_average:
            average = f"{self.numerator / self.denominator:.1f}".replace(".", ",")
            return f"{average} ({grouped(self.numerator)} на {grouped(self.denominator)})"
        if not self.is_share:
            return grouped(self.numerator)
        percent = _percent(self.numerator, self.denominator)
        return f"{grouped(self.numerator)} из {grouped(self.denominator)} ({percent}{NO_BREAK_SPACE}%)"

    @property
    def n(self) -> str:
        if self.is_withheld:
            return FEW
        known = self.denominator if self.is_share or self.is_average else self.numerator
        return NO_DATA if known is None else grouped(known)


@dataclass(frozen=True)
class ModuleLine:
    """One module and its figures, for the table by module."""

    title: str
    figures: Sequence[Figure]


@dataclass(frozen=True)
class ReportContext:
    institution: Institution
    programme: str
    starts_on: date
    ends_on: date
    as_of: date
    head: Official
    coordinator: Official
    coverage: Sequence[Figure]
    meetings: Sequence[Figure]
    endings: Sequence[Figure]
    modules: Sequence[ModuleLine] = ()
    remarks: Sequence[str] = ()


def build(context: ReportContext) -> Paper:
    """The report: figures by subject, then by module, with what each was counted of."""
    title = f"о программе наставничества {quoted(context.programme)}"
    period = f"с {long_date(context.starts_on)} по {long_date(context.ends_on)}"
    told = [("coverage", "Охват", context.coverage), ("meetings", "Встречи", context.meetings)]
    told.append(("endings", "Завершение", context.endings))
    days = (Paragraph(period, "centre"), Paragraph(f"Данные на {long_date(context.as_of)}", "centre"))
    sections = [Section("period", "Срок", days, is_editable=False)]
    sections += [
        _section(f"{number}. {subject}", code, figures, context.as_of)
        for number, (code, subject, figures) in enumerate(told, 1)
    ]
    sections += _modules(context)
    remarks = tuple(Paragraph(remark) for remark in context.remarks if remark.strip())
    sections.append(Section("remarks", "Пояснения", (Paragraph(EXPLAINED, small=True), *remarks), is_editable=False))
    head = signature(context.head)
    signed = tuple((one["post"], one["name"]) for one in (signature(context.coordinator), head))
    sections.append(Section("signatures", "Подписи", (Signatures(signed),), is_editable=False))
    return Paper(
        heading="ОТЧЁТ",
        title=title,
        sections=tuple(sections),
        letterhead=letterhead(context.institution),
        properties=properties(f"Отчёт {title}", context.institution, context.as_of),
        named={
            "head_post": head["post"],
            "head_name": head["name"],
            "coordinator": context.coordinator.full(Case.NOMINATIVE),
            "programme": context.programme,
            "period": period,
            "as_of": long_date(context.as_of),
        },
    )


def _percent(numerator: int, denominator: int) -> int:
    """Rounded half up; 100 means all and 0 means nobody, whatever rounding would say."""
    percent = (numerator * 200 + denominator) // (2 * denominator)
    if 0 < numerator < denominator:
        return min(max(percent, 1), 99)
    return percent


def _section(title: str, code: str, figures: Sequence[Figure], as_of: date) -> Section:
    table = Table(
        FIGURE_COLUMNS,
        tuple((one.title, one.text, one.n, short_date(one.as_of or as_of), one.definition) for one in figures),
    )
    said = table if figures else Paragraph("Нет данных.")
    return Section(code, title, (Heading(title), said), is_editable=False)


def _modules(context: ReportContext) -> list[Section]:
    rows = tuple(
        ("" if position else line.title, one.title, one.text, one.n, short_date(one.as_of or context.as_of))
        for line in context.modules
        for position, one in enumerate(line.figures)
    )
    title = "4. По модулям"
    return [Section("modules", title, (Heading(title), Table(MODULE_COLUMNS, rows)), is_editable=False)] if rows else []


KIND = DocumentKind(
    code="programme_report",
    title=_("Отчёт о программе"),
    about=_("Сколько людей, пар и встреч было на день отчёта."),
    subject=Subject.PROGRAMME,
    book=Book.PAPERS,
    is_numbered=False,
    stages=("closing",),
    context=ReportContext,
    build=build,
    needs_approval=False,
    named=(("period", _("с какого по какое число")), ("as_of", _("на какой день сведения"))),
    sections=(
        ("period", _("Срок")),
        ("coverage", _("Охват")),
        ("meetings", _("Встречи")),
        ("endings", _("Завершение")),
        ("modules", _("По модулям")),
        ("remarks", _("Пояснения")),
        ("signatures", _("Подписи")),
    ),
)
