"""The rows of a list of pairs as the check page shows them, and why a pair waits or is left out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.exchange import messages
from nastavnik.domain.exchange.comparing import Question
from nastavnik.domain.exchange.queries import Line, PairsPreview

# Why a pair is not written down: in the list itself, or on the day it was taken.
WHY = {
    "held": _("Решите вопрос о человеке, он ниже: один или два."),
    "too_many": _("В этом виде наставничества столько вместе не бывает. Разделите строку или выберите другой модуль."),
    "many_mentors": _(
        "В этом модуле у пары один наставник. Несколько сразу бывают в команде и в виртуальном наставничестве: "
        "загрузите строку в такой модуль или запишите наставников отдельными строками, по одному на период."
    ),
    "with_themself": _("Один и тот же человек с обеих сторон. Исправьте строку."),
    "begins_later": _("Пара начнётся позже сегодняшнего дня. Создайте её ближе к этому дню на странице подбора."),
    "other_format": _("В списке указана другая форма наставничества. Загрузите эти пары в модуль с той же формой."),
    "there": _("Такая пара уже записана."),
    "not_ready": _("Кто-то из них к подбору не допущен. Допустите в программе и проверьте ещё раз."),
    "consent": _("Ждём согласия: без него пара с ребёнком не начинается. Запишите согласие и проверьте ещё раз."),
    "clearance": _("У наставника нет действующего допуска к работе с детьми. Запишите допуск и проверьте ещё раз."),
    "occupied": _("Наставляемый уже в другой паре этого модуля. Завершите её и загрузите строку снова."),
}
WAITS = ("consent", "clearance", "not_ready")
BAD, OUT, RUNNING, OVER, HELD, WAITING = "bad", "out", "running", "over", "held", "waiting"


@dataclass(frozen=True)
class Row:
    """`kind` is how the row is marked; `texts` say what happened and what to do."""

    number: int
    kind: str
    mentors: str
    mentees: str
    term: str
    texts: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Asked:
    """One person or two: the names, Excel's rows and the question itself."""

    question: Question
    names: tuple[str, ...]
    rows: str


def rows_of(found: PairsPreview, on: date) -> list[Row]:
    """Errors first, then what is left out, then the pairs by row."""
    said: dict[int, list[str]] = defaultdict(list)
    for issue in found.reading.issues:
        if issue.row is not None:
            what, _where, mend = messages.parts(issue)
            said[issue.row].append(f"{what} {mend}")
    names = {record.row: record.name for record in found.listed.reading.records}
    rows = [_row(line, names, said, on, _waits(line, found)) for line in found.lines]
    refused = [
        Row(pair.row, BAD, _names(pair.mentors), _names(pair.mentees), "", tuple(said[pair.row]))
        for pair in found.reading.pairs
        if pair.row in found.reading.refused_rows
    ]
    order = {BAD: 0, OUT: 1, HELD: 2, WAITING: 3, RUNNING: 4, OVER: 4}
    return sorted([*refused, *rows], key=lambda row: (order[row.kind], row.number))


def _waits(line: Line, found: PairsPreview) -> bool:
    return not line.why and any(number in found.without_consent for number in (*line.mentors, *line.mentees))


def _row(line: Line, names: Mapping[int, str], said: Mapping[int, list[str]], on: date, waits: bool) -> Row:
    over = line.is_over(on)
    kind = HELD if line.why == "held" else OUT if line.why else WAITING if waits else OVER if over else RUNNING
    texts = [WHY[line.why]] if line.why else [WHY["consent"]] if waits else []
    mentors, mentees = (", ".join(names[number] for number in side) for side in (line.mentors, line.mentees))
    return Row(line.pair.row, kind, mentors, mentees, _term(line), (*texts, *said.get(line.pair.row, ())))


def _term(line: Line) -> str:
    last = f"{line.term.ends_on:%d.%m.%Y}" if line.term.ends_on else ""
    return f"{line.term.starts_on:%d.%m.%Y} – {last}" if last else f"{line.term.starts_on:%d.%m.%Y}"


def _names(people: Iterable[Any]) -> str:
    return ", ".join(person.name for person in people) or "—"


def questions_of(found: PairsPreview) -> list[Asked]:
    """Everybody who may be somebody else of the list or of the organisation."""
    records = {record.row: record for record in found.listed.reading.records}
    asked = []
    for question in found.comparison.questions:
        names = [_named(records[number]) for number in question.rows]
        if question.person_id is not None:
            person = found.persons[question.person_id]
            names.append(_now("%(name)s, уже записан") % {"name": _with_birth(person.full_name, person.birth_date)})
        rows = sorted({row for number in question.rows for row in found.listed.rows[number]})
        asked.append(Asked(question, tuple(names), ", ".join(str(row) for row in rows[:8])))
    return asked


def _named(record: Any) -> str:
    named = _with_birth(record.name, record.birth_date)
    return f"{named}, {record.study_group}" if record.study_group else named


def _with_birth(name: str, born: date | None) -> str:
    return f"{name}, {born:%d.%m.%Y}" if born else name


@dataclass(frozen=True)
class Waiting:
    row: int
    mentors: tuple[Any, ...]
    mentees: tuple[Any, ...]
    text: object


def waiting_of(outcome: Mapping[str, Any], named: Mapping[int, Any]) -> list[Waiting]:
    """The pairs of an accepted list that are not written down, with their people and the reason."""
    return [
        Waiting(
            one["row"],
            tuple(named[pk] for pk in one["mentors"] if pk in named),
            tuple(named[pk] for pk in one["mentees"] if pk in named),
            WHY[one["why"]],
        )
        for one in outcome.get("waiting_pairs", [])
    ]
