"""Журнал встреч пары или группы."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import Book, Subject
from nastavnik.domain.documents.kinds.chapters import quoted
from nastavnik.domain.documents.kinds.frame import Frame, sentence, unnumbered
from nastavnik.domain.documents.kinds.pair_text import PairText, pair_columns
from nastavnik.domain.documents.kinds.shape import Ask, DocumentKind
from nastavnik.domain.documents.rendering.blocks import Column, Paper, Paragraph, Section, Table
from nastavnik.domain.documents.rendering.words import NO_BREAK_SPACE, counted, joined, short_date, term

ROWS_BY_HAND = 10  # in a diary that nobody began
MORE_BY_HAND = 3
COLUMNS = (
    Column("№", 5, "centre"),
    Column("Дата", 11),
    Column("Сколько длилась", 11),
    Column("Какая встреча", 15),
    Column("Что сделано", 30),
    Column("Следующий шаг", 18),
    Column("Подпись", 10),
)


@dataclass(frozen=True)
class Held:
    """A meeting that took place. `words` are what was written about it for both; a private note is never among them."""

    day: date
    minutes: int | None = None
    kind: str = ""
    mode: str = ""
    words: tuple[str, ...] = ()
    next_step: str = ""


@dataclass(frozen=True)
class MeetingDiaryContext:
    """`since` and `until` are set where only a part of the time is printed."""

    frame: Frame
    pair: PairText
    meetings: Sequence[Held] = ()
    since: date | None = None
    until: date | None = None


def build(context: MeetingDiaryContext) -> Paper:
    """Who, how many meetings there were, each in a row with its signature, room for the next ones."""
    pair = context.pair
    rows = [_row(meeting) for meeting in context.meetings]
    by_hand = MORE_BY_HAND if rows else ROWS_BY_HAND
    table = Table(COLUMNS, tuple((str(number), *row) for number, row in enumerate([*rows, *[("",) * 6] * by_hand], 1)))
    total = _total(context)
    counted_up = (Paragraph(total, indent=False),) if total else ()
    sections = [
        Section("who", "Участники", (pair_columns(pair),), is_editable=False),
        Section("meetings", "Встречи", (*counted_up, table), is_editable=False),
    ]
    title = f"в программе наставничества {quoted(pair.programme)}"
    named = {"programme": pair.programme, "pair": pair.short}
    return unnumbered(context.frame, "ЖУРНАЛ ВСТРЕЧ", title, sections, date="", city="", landscape=True, named=named)


def _row(meeting: Held) -> tuple[str, ...]:
    lasted = f"{meeting.minutes}{NO_BREAK_SPACE}мин" if meeting.minutes else ""
    words = "\n".join(sentence(one) for one in meeting.words if one.strip())
    kind = joined(meeting.kind, meeting.mode)
    return (short_date(meeting.day), lasted, kind, words, meeting.next_step, "")


def _total(context: MeetingDiaryContext) -> str:
    meetings = context.meetings
    if not meetings:
        return ""
    shown = term(context.since, context.until)
    said = joined(shown, counted(len(meetings), "встреча", "встречи", "встреч"), by=": ")
    known = [meeting.minutes for meeting in meetings if meeting.minutes]
    hours, minutes = divmod(sum(known), 60)
    lasted = joined(
        counted(hours, "час", "часа", "часов") if hours else "",
        f"{minutes}{NO_BREAK_SPACE}мин" if minutes else "",
        by=" ",
    )
    return f"Всего {said}, {lasted}." if len(known) == len(meetings) else f"Всего {said}."


KIND = DocumentKind(
    code="meeting_diary",
    title=_("Журнал встреч"),
    about=_("Состоявшиеся встречи пары с тем, что записано для обоих. Личные записи в него не входят."),
    subject=Subject.MENTORSHIP,
    book=Book.PAPERS,
    is_numbered=False,
    batch=True,
    is_diary=True,
    asks=(
        Ask("since", _("Встречи с какого дня"), "day", _("Без ответа – все.")),
        Ask("until", _("Встречи по какой день"), "day", _("Без ответа – по день документа.")),
    ),
    stages=("running", "closing"),
    named=(("pair", _("пара: «Воронов Я. Р. – Черных П. С.»")),),
    context=MeetingDiaryContext,
    build=build,
    needs_approval=False,
    head_signs=False,
)
