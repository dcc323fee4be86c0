"""Персонализированная программа наставничества пары педагогов."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import ActSubject, Book, Subject
from nastavnik.domain.documents.kinds.approving import approval
from nastavnik.domain.documents.kinds.chapters import bullets, capital, paragraphs, quoted, small, titles
from nastavnik.domain.documents.kinds.frame import Frame, sentence, unnumbered
from nastavnik.domain.documents.kinds.pair_text import PairText, pair_fields, pair_signatures
from nastavnik.domain.documents.kinds.shape import Ask, DocumentKind
from nastavnik.domain.documents.rendering.blocks import (
    Blank,
    Block,
    Column,
    Fields,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Section,
    Signatures,
    Table,
)
from nastavnik.domain.documents.rendering.words import long_date
from nastavnik.domain.people.names import signed
from nastavnik.domain.programmes.enums import ProgrammeType

ROWS_BY_HAND = 6
MORE_BY_HAND = 2
CHANGES_BY_HAND = 12  # a page of its own
DIRECTIONS = (Column("Направление", 30), Column("О чём", 40), Column("Чем занимаемся и когда", 30))
PLAN = (
    Column("№", 6, "centre"),
    Column("Мероприятие", 30),
    Column("Срок", 17),
    Column("Кто", 20),
    Column("Что получилось", 27),
)
CHANGES = (
    Column("Дата", 16, "centre"),
    Column("Что изменено, до какого дня продлено", 40),
    Column("Наставник", 21),
    Column("Наставляемый", 23),
)


@dataclass(frozen=True)
class PersonalProgrammeContext:
    """`directions` are title and text of each, `under` the steps of the plan by the title of their direction;
    `interim_on` the day on which half of the way is talked over."""

    frame: Frame
    pair: PairText
    aim: str = ""
    tasks: Sequence[str] = ()
    results: Sequence[str] = ()
    directions: Sequence[tuple[str, str]] = ()
    instruments: Sequence[str] = ()
    difficulties: str = ""
    interim_on: date | None = None
    under: Mapping[str, str] = field(default_factory=dict)


def build(context: PersonalProgrammeContext) -> Paper:
    """Who, note, directions and plan, terms, assessment, signatures, and a sheet for prolongation and correction."""
    pair = context.pair
    parts = [
        ("note", "Пояснительная записка", _note(context), True),
        ("directions", "Направления работы", _directions(context), False),
        ("plan", "План мероприятий", (_plan(pair),), False),
        ("terms", "Сроки", _terms(context), True),
        ("assessment", "Как оцениваем результат", _assessment(context), True),
    ]
    kept = [part for part in parts if part[2]]
    sections = [Section("who", "Участники", (Fields(tuple(_who(pair))),), is_editable=False)]
    sections += [
        Section(code, title, (Heading(f"{number}. {title}"), *blocks), editable)
        for number, (code, title, blocks, editable) in enumerate(kept, 1)
    ]
    sections += [
        Section("signatures", "Подписи", _signatures(context), is_editable=False),
        Section("changes", "Лист продления и корректировки", _changes(pair), is_editable=False),
    ]
    title = f"в рамках программы {quoted(pair.programme)}"
    more: dict[str, Any] = {**approval(context.frame), "named": {"programme": pair.programme, "pair": pair.short}}
    return unnumbered(context.frame, "ПЕРСОНАЛИЗИРОВАННАЯ ПРОГРАММА НАСТАВНИЧЕСТВА", title, sections, **more)


def _who(pair: PairText) -> list[tuple[str, str]]:
    """Length of service is not kept here: it is written by hand, after each name."""
    rows = []
    for label, value in pair_fields(pair):
        rows.append((label, value))
        if label.startswith("Настав"):
            rows.append((f"Педагогический стаж {_whose(label)}", ""))
    return rows


def _whose(label: str) -> str:
    return {
        "Наставник": "наставника",
        "Наставники": "наставников",
        "Наставляемый": "наставляемого",
        "Наставляемые": "наставляемых",
    }[label]


def _note(context: PersonalProgrammeContext) -> tuple[Block, ...]:
    hard = (*paragraphs(context.difficulties),) or bullets(context.pair.measures or context.pair.needs) or (Blank(3),)
    goals = context.pair.goals
    aim = context.aim or (goals[0] if len(goals) == 1 else "")
    said: list[Block] = [Paragraph("Профессиональные трудности и запросы:"), *hard]
    said += [Paragraph(sentence(f"Цель: {small(aim)}"))] if aim else [Paragraph("Цель:"), Blank(2)]
    tasks = goals if goals and aim != "".join(goals) else context.tasks
    for title, items in (("Задачи:", tasks), ("Ожидаемые результаты:", context.results)):
        said += [Paragraph(title), *bullets(items)] if items else []
    grounds = titles(context.frame.grounds)
    return (
        *said,
        *((Paragraph("Правовая основа программы:"), *grounds) if grounds else ()),
    )


def _directions(context: PersonalProgrammeContext) -> tuple[Block, ...]:
    rows = tuple((title, text, context.under.get(title, "")) for title, text in context.directions)
    return (Table(DIRECTIONS, rows),) if rows else ()


def _plan(pair: PairText) -> Table:
    said = [
        (capital(step.title), step.term, step.who, "; ".join(filter(None, (step.result, step.mark))))
        for step in pair.steps
    ]
    rows = [*said, *[("",) * 4] * (MORE_BY_HAND if said else ROWS_BY_HAND)]
    return Table(PLAN, tuple((str(number), *row) for number, row in enumerate(rows, 1)))


def _terms(context: PersonalProgrammeContext) -> tuple[Block, ...]:
    return (
        Paragraph(f"Промежуточный итог: {long_date(context.interim_on)}"),
        Paragraph(f"Окончание программы: {long_date(context.pair.ends_on)}"),
        Paragraph("Программу можно продлить или изменить: об этом делают запись в листе на последней странице."),
    )


def _assessment(context: PersonalProgrammeContext) -> tuple[Block, ...]:
    how = bullets(context.instruments)
    return (
        Paragraph(
            "В начале и в конце наставник и наставляемый вместе отвечают на одни и те же вопросы и сравнивают ответы. "
            "На промежуточном и последнем разговоре обсуждают, что получилось, что мешало и что делать дальше."
        ),
        *((Paragraph("На что смотрим:"), *how) if how else ()),
    )


def _signatures(context: PersonalProgrammeContext) -> tuple[Block, ...]:
    said = pair_signatures(context.pair)
    coordinator = context.frame.coordinator
    rows = (*said.rows, ("Куратор", signed(coordinator.name))) if coordinator else said.rows
    return (Signatures(rows, "Программу составили и с ней ознакомлены:", dated=True),)


def _changes(pair: PairText) -> tuple[Block, ...]:
    """What was changed already, then room for the hand."""
    said = [(day, words, "", "") for day, words in pair.changes]
    by_hand = max(CHANGES_BY_HAND - len(said), MORE_BY_HAND)
    rows = (*said, *(("",) * len(CHANGES) for _row in range(by_hand)))
    return (PageBreak(), Heading("Лист продления и корректировки"), Table(CHANGES, rows))


KIND = DocumentKind(
    code="personal_programme",
    title=_("Персонализированная программа"),
    about=_("Программа одной пары педагогов: трудности, цель, план по направлениям, сроки, лист продления."),
    subject=Subject.MENTORSHIP,
    book=Book.PAPERS,
    is_numbered=False,
    batch=True,
    programme_types=(ProgrammeType.TEACHERS,),
    cites=(ActSubject.MENTORING,),
    asks=(
        Ask(
            "difficulties",
            _("Профессиональные трудности"),
            "long_text",
            _("Что даётся трудно и с чем нужна помощь. Без ответа – запросы наставляемого."),
        ),
        Ask("interim_on", _("Когда промежуточный итог"), "day", _("Без ответа – впишут от руки.")),
    ),
    stages=("running",),
    named=(("pair", _("пара: «Воронов Я. Р. – Черных П. С.»")),),
    context=PersonalProgrammeContext,
    build=build,
    needs_approval=True,
)
