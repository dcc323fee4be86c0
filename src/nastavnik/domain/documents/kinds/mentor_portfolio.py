"""Портфолио наставника для категории «педагог-наставник»."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import Book, Subject
from nastavnik.domain.documents.kinds.chapters import quoted
from nastavnik.domain.documents.kinds.frame import Frame, listed, sentence, unnumbered
from nastavnik.domain.documents.kinds.letterhead import Participant, signature
from nastavnik.domain.documents.kinds.shape import Ask, DocumentKind
from nastavnik.domain.documents.rendering.blocks import (
    Block,
    Bullets,
    Column,
    Fields,
    Heading,
    Paper,
    Paragraph,
    Section,
    Signatures,
    Table,
)
from nastavnik.domain.documents.rendering.words import counted, joined, short_date, term

WORKS = (
    Column("Программа", 25),
    Column("Вид", 19),
    Column("Период", 20),
    Column("Наставляемых", 18, "centre"),
    Column("Встреч", 9, "centre"),
    Column("Целей", 9, "centre"),
)
TRAINING = (Column("Обучение", 30), Column("Занятие", 44), Column("День", 14), Column("Часов", 12, "centre"))
SHARED = (Column("Что", 40), Column("Вид", 18), Column("Уровень", 18), Column("День и место", 24))
MODEST = "За время работы записей пока нет."


@dataclass(frozen=True)
class Pair:
    """One pair or group; nobody in it is named."""

    programme: str
    kind: str
    starts_on: date
    ends_on: date | None
    mentees: int
    meetings: int
    reached: int


@dataclass(frozen=True)
class Session:
    course: str
    title: str
    day: date
    hours: Decimal


@dataclass(frozen=True)
class Shared:
    title: str
    kind: str
    level: str
    day: date
    place: str = ""


@dataclass(frozen=True)
class MentorPortfolioContext:
    """`reached` are confirmed achievements of the mentees by level; `friends` and `answers` the answers «мы стали
    друзьями», None where too few answered; `thanks` are papers of recognition, one a line."""

    frame: Frame
    mentor: Participant
    pairs: Sequence[Pair]
    sessions: Sequence[Session] = ()
    shared: Sequence[Shared] = ()
    reached: Sequence[tuple[str, int]] = ()
    thanks: Sequence[str] = ()
    answers: int = 0
    friends: int | None = None
    words: str = ""


def build(context: MentorPortfolioContext) -> Paper:
    """Facts in the order in which a commission reads them. Raises ValueError without a head."""
    mentor = context.mentor
    who = Fields((("Фамилия, имя, отчество", str(mentor.name)), ("Должность", mentor.post or "–"), _in_sum(context)))
    sections = [
        Section("who", "О наставнике", (who,), is_editable=False),
        Section("works", "Пары и группы", (Heading("Работа наставником", 2), _works(context)), is_editable=False),
        Section(
            "results", "Результаты", (Heading("Результаты наставляемых", 2), *_results(context)), is_editable=False
        ),
        Section("training", "Обучение", (Heading("Обучение наставника", 2), *_training(context)), is_editable=False),
        Section("shared", "Обмен опытом", (Heading("Обмен опытом", 2), *_shared(context)), is_editable=False),
        Section("thanks", "Признание", (Heading("Признание", 2), _listed(context.thanks)), is_editable=False),
    ]
    if context.words:
        said = (Heading("О своей работе", 2), Paragraph(sentence(context.words)))
        sections.append(Section("words", "О своей работе", said))
    signed = signature(context.frame.signer)
    signatures = Signatures(((signed["post"], signed["name"]),), "Сведения сверены с записями программы:")
    sections.append(Section("signatures", "Подпись", (signatures,), is_editable=False))
    title = "для аттестации на категорию «педагог-наставник»"
    named = {"name": str(mentor.name), "post": mentor.post}
    return unnumbered(context.frame, "ПОРТФОЛИО НАСТАВНИКА", title, sections, named=named)


def _in_sum(context: MentorPortfolioContext) -> tuple[str, str]:
    pairs = context.pairs
    said = joined(
        counted(len(pairs), "пара или группа", "пары и группы", "пар и групп"),
        counted(sum(one.mentees for one in pairs), "наставляемый", "наставляемых", "наставляемых"),
        counted(sum(one.meetings for one in pairs), "встреча", "встречи", "встреч"),
    )
    return "Всего", said


def _works(context: MentorPortfolioContext) -> Block:
    return Table(
        WORKS,
        tuple(
            (
                quoted(one.programme), one.kind,
                term(one.starts_on, one.ends_on) if one.ends_on else f"с {short_date(one.starts_on)}, идёт",
                str(one.mentees), str(one.meetings), str(one.reached),
            )
            for one in context.pairs
        ),
    )  # fmt: skip


def _results(context: MentorPortfolioContext) -> list[Block]:
    reached = [f"{level}: {number}" for level, number in context.reached]
    blocks: list[Block] = []
    if reached:
        blocks += [Paragraph("Подтверждённые достижения по уровням:"), Bullets(tuple(listed(reached)))]
    if context.friends is not None:
        blocks.append(
            Paragraph(f"На вопрос «Мы стали друзьями?» ответили «да»: {context.friends} из {context.answers}.")
        )
    return blocks or [Paragraph(MODEST)]


def _training(context: MentorPortfolioContext) -> list[Block]:
    if not context.sessions:
        return [Paragraph(MODEST)]
    rows = tuple((one.course, one.title, short_date(one.day), _number(one.hours)) for one in context.sessions)
    whole = sum((one.hours for one in context.sessions), Decimal(0))
    return [Table(TRAINING, rows), Paragraph(f"Всего часов: {_number(whole)}.", indent=False)]


def _shared(context: MentorPortfolioContext) -> list[Block]:
    if not context.shared:
        return [Paragraph(MODEST)]
    rows = ((one.title, one.kind, one.level, joined(short_date(one.day), one.place)) for one in context.shared)
    return [Table(SHARED, tuple(rows))]


def _listed(items: Sequence[str]) -> Block:
    return Bullets(tuple(items)) if items else Paragraph(MODEST)


def _number(hours: Decimal) -> str:
    return f"{hours.normalize():f}".replace(".", ",")


KIND = DocumentKind(
    code="mentor_portfolio",
    title=_("Портфолио наставника"),
    about=_("Факты для категории «педагог-наставник»: пары, обучение, обмен опытом, признание. Имён детей в нём нет."),
    subject=Subject.PARTICIPATION,
    book=Book.PAPERS,
    is_numbered=False,
    asks=(
        Ask(
            "words",
            _("О своей работе"),
            "long_text",
            _("Слова наставника для комиссии. Состав портфолио сверьте с порядком аттестации вашего региона."),
        ),
    ),
    named=(("name", _("фамилия, имя, отчество наставника")), ("post", _("должность"))),
    sections=(
        ("who", _("кто это")),
        ("works", _("пары и группы")),
        ("results", _("результаты наставляемых")),
        ("training", _("обучение")),
        ("shared", _("обмен опытом")),
        ("thanks", _("признание")),
        ("words", _("слова наставника")),
        ("signatures", _("подпись")),
    ),
    stages=("closing",),
    context=MentorPortfolioContext,
    build=build,
    needs_approval=False,
)
