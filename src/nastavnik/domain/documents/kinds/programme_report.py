"""Краткий отчёт о программе наставничества: охват, встречи, завершения."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from nastavnik.domain.documents.kinds.letterhead import Institution, Official, letterhead, properties, signature
from nastavnik.domain.documents.rendering.words import NO_BREAK_SPACE, grouped, long_date, short_date

NO_DATA = "нет данных"
WITHHELD = "меньше 5, не показываем"
FEW = "< 5"


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


def build(context: ReportContext) -> dict[str, Any]:
    """The report as plain data for its template."""
    title = f"Отчёт о программе наставничества «{context.programme}»"
    return {
        "properties": properties(title, context.institution, context.as_of),
        "letterhead": letterhead(context.institution),
        "programme": context.programme,
        "period": f"с {long_date(context.starts_on)} по {long_date(context.ends_on)}",
        "as_of": long_date(context.as_of),
        "sections": [
            _section("1. Охват", context.coverage, context.as_of),
            _section("2. Встречи", context.meetings, context.as_of),
            _section("3. Завершение", context.endings, context.as_of),
        ],
        "modules": [row for line in context.modules for row in _module(line, context.as_of)],
        "remarks": [remark for remark in context.remarks if remark.strip()],
        "signatures": [signature(context.coordinator), signature(context.head)],
    }


def _percent(numerator: int, denominator: int) -> int:
    """Rounded half up; 100 means all and 0 means nobody, whatever rounding would say."""
    percent = (numerator * 200 + denominator) // (2 * denominator)
    if 0 < numerator < denominator:
        return min(max(percent, 1), 99)
    return percent


def _section(title: str, figures: Sequence[Figure], as_of: date) -> dict[str, Any]:
    return {"title": title, "figures": [_figure(figure, as_of) for figure in figures]}


def _figure(figure: Figure, as_of: date) -> dict[str, str]:
    return {
        "title": figure.title,
        "definition": figure.definition,
        "value": figure.text,
        "n": figure.n,
        "as_of": short_date(figure.as_of or as_of),
    }


def _module(line: ModuleLine, as_of: date) -> list[dict[str, str]]:
    return [
        {"module": "" if position else line.title} | _figure(figure, as_of)
        for position, figure in enumerate(line.figures)
    ]
