"""What on the check page needs a look: refused rows, questions, repeats, notes, each with its sentence."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nastavnik.domain.exchange import messages
from nastavnik.domain.exchange.comparing import Question
from nastavnik.domain.exchange.records import Issue, PersonRecord

BAD, ASK, MERGED, NOTE = "bad", "ask", "merged", "note"


@dataclass(frozen=True)
class Cell:
    """A text and how it is marked: "" or bad or ask."""

    text: str
    mark: str = ""


@dataclass(frozen=True)
class Row:
    """One row of the table «Что требует внимания»."""

    kind: str
    rows: str
    names: tuple[Cell, ...]
    group: Cell
    born: Cell
    text: tuple[str, ...]
    question: Question | None = None
    first: int = 0


def attention(found: Any) -> list[Row]:
    """Errors first, then open questions, answers that can be changed, repeats, notes; by row within each."""
    records = {record.row: record for record in found.reading.records}
    return [
        *_refused(found, records),
        *(_question(question, records, found.persons) for question in found.comparison.questions),
        *(_merged(one, records) for one in found.comparison.merged),
        *_notes(found, records),
    ]


def sentences_about(reading: Any, *, other_sheets: bool = True) -> list[str]:
    """Sentences about the whole list; the other sheets are left out where they are offered as a choice."""
    left_out = () if other_sheets else ("other_sheets",)
    return [messages.sentence(issue) for issue in reading.issues if issue.row is None and issue.code not in left_out]


def skipped(found: Any) -> str:
    """«Строка «Всего» под таблицей пропущена.» or how many rows are no people."""
    rows = found.reading.skipped
    if len(rows) == 1:
        return _("Строка %(row)s «%(text)s» пропущена: это не человек.") % {"row": rows[0].row, "text": rows[0].text}
    if rows:
        numbers = ", ".join(str(one.row) for one in rows[:10])
        text = ngettext(
            "Пропущена %(n)s строка без людей: %(rows)s.", "Пропущено строк без людей: %(n)s (%(rows)s).", len(rows)
        )
        return text % {"n": len(rows), "rows": numbers}
    return ""


def _by_row(issues: Any) -> dict[int, list[Issue]]:
    found: dict[int, list[Issue]] = defaultdict(list)
    for issue in issues:
        if issue.row is not None:
            found[issue.row].append(issue)
    return found


def _refused(found: Any, records: dict[int, PersonRecord]) -> Iterator[Row]:
    for number, issues in sorted(_by_row(found.reading.issues).items()):
        if number in found.reading.refused_rows:
            yield _row(BAD, records[number], sorted(issues, key=lambda issue: issue.severity != "error"))


def _notes(found: Any, records: dict[int, PersonRecord]) -> Iterator[Row]:
    for number, issues in sorted(_by_row(found.reading.issues).items()):
        if number not in found.reading.refused_rows:
            yield _row(NOTE, records[number], issues)


def _row(kind: str, record: PersonRecord, issues: list[Issue]) -> Row:
    """What is refused as the list has it; what is only noted as it will be recorded. All faults of the row at once."""
    marks = {str(issue.field): BAD if issue.severity == "error" else ASK for issue in reversed(issues)}
    wrong = {str(issue.field): str(issue.params.get("text") or "") for issue in reversed(issues)}

    def cell(field: str, text: str) -> Cell:
        if field not in wrong:
            return Cell(text or "—")
        is_refused = marks[field] == BAD
        return Cell((wrong[field] or text if is_refused else text or wrong[field]) or "—", marks[field])

    return Row(
        kind,
        str(record.row),
        (cell("name", record.name),),
        cell("study_group", record.study_group or ""),
        cell("birth_date", f"{record.birth_date:%d.%m.%Y}" if record.birth_date else ""),
        tuple(" ".join(filter(None, (what, mend))) for what, _where, mend in map(messages.parts, issues)),
        first=record.row,
    )


def _question(question: Question, records: dict[int, PersonRecord], persons: Any) -> Row:
    rows = [records[row] for row in question.rows]
    names = [Cell(record.name, ASK) for record in rows]
    births = [_birth(record) for record in rows]
    if question.person_id is not None:
        person = persons[question.person_id]
        names.append(Cell(person.full_name, ASK))
        text = _("Похоже на человека, который уже записан. Это один человек или два?")
        births.append(f"{person.birth_date:%d.%m.%Y}" if person.birth_date else _("в карточке пусто"))
    else:
        text = _("Один человек или два?")
    groups = {record.study_group for record in rows if record.study_group}
    return Row(
        ASK,
        _(" и ").join(str(row) for row in question.rows),
        tuple(names),
        Cell(", ".join(sorted(groups)) or "—"),
        Cell("; ".join(births)),
        (text,),
        question,
        question.rows[0],
    )


def _birth(record: PersonRecord) -> str:
    if record.birth_date:
        return f"{record.birth_date:%d.%m.%Y}"
    return _("в строке %(row)s пусто") % {"row": record.row}


def _merged(one: Any, records: dict[int, PersonRecord]) -> Row:
    first = records[one.rows[0]]
    return Row(
        MERGED,
        _(" и ").join(str(row) for row in one.rows),
        (Cell(first.name),),
        Cell(first.study_group or "—"),
        Cell(_birth(first)),
        (_("Имя и дата рождения совпадают. Останется одна запись."),),
        first=one.rows[0],
    )
