"""План беседы о программе: классный час, родительское собрание, педагогический совет."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import Book, Subject
from nastavnik.domain.documents.kinds.chapters import capital, items_of, quoted
from nastavnik.domain.documents.kinds.frame import Frame, listed, sentence, unnumbered
from nastavnik.domain.documents.kinds.information_leaflet import AUDIENCES
from nastavnik.domain.documents.kinds.launch import about, dates, for_mentors, opportunities, receiving
from nastavnik.domain.documents.kinds.programme_text import ProgrammeText
from nastavnik.domain.documents.kinds.shape import Ask, DocumentKind
from nastavnik.domain.documents.rendering.blocks import Bullets, Column, Heading, Paper, Paragraph, Section, Table
from nastavnik.domain.documents.rendering.words import counted
from nastavnik.domain.people.names import Case
from nastavnik.domain.programmes.enums import Audience


@dataclass(frozen=True)
class TalkContext:
    """`audience` is a value of `Audience`; `occasion` is what such a meeting is called in the institution."""

    frame: Frame
    programme: ProgrammeText
    audience: str
    occasion: str
    page: str = ""  # of the information page, while it is open


@dataclass(frozen=True)
class Minutes:
    """What is spoken of, for how long, and the words to lean on."""

    minutes: int
    topic: str
    words: str


def build(context: TalkContext) -> Paper:
    """One page: what to bring, and what to say minute by minute."""
    talk = _talk(context)
    whole = counted(sum(part.minutes for part in talk), "минута", "минуты", "минут")
    columns = (Column("№", 1, "centre"), Column("Минуты", 2.6, "centre"), Column("О чём", 5), Column("Что сказать", 13))
    rows = tuple((str(number), str(part.minutes), part.topic, part.words) for number, part in enumerate(talk, 1))
    sections = (
        Section("occasion", "Когда и сколько", (Paragraph(f"{context.occasion}, {whole}.", indent=False),)),
        Section("talk", "Ход беседы", (Table(columns, rows),), is_editable=False),
        Section("bring", "Что подготовить", (Heading("Что подготовить", level=2), Bullets(tuple(_bring(context))))),
    )
    title = f"о программе наставничества {quoted(context.programme.title)}"
    named = {"programme": context.programme.title}
    return unnumbered(context.frame, "ПЛАН БЕСЕДЫ", title, sections, date="", city="", named=named)


def _talk(context: TalkContext) -> tuple[Minutes, ...]:
    programme, audience = context.programme, Audience(context.audience)
    longer = audience == Audience.PUPIL
    return (
        Minutes(3 if longer else 2, "Вопрос для начала", QUESTIONS[audience]),
        Minutes(4 if longer else 3, "Что такое наставничество", sentence(about(programme))),
        Minutes(5 if longer else 4, "Возможности и перспективы", _gives(context)),
        Minutes(
            3 if longer else 2,
            "Как всё пройдёт",
            _course(context),
        ),
        Minutes(5 if longer else 4, "Вопросы и первые желания", _closing(context)),
    )


QUESTIONS = {
    Audience.PUPIL: "Кто из старших или из друзей однажды помог вам научиться важному? Что именно он сделал?",
    Audience.GUARDIAN: "Кто, кроме родителей, помог вам в детстве поверить в себя?",
    Audience.TEACHER: "Кто помог вам в первый год работы? Чего тогда больше всего не хватало?",
}


def _gives(context: TalkContext) -> str:
    """Both sides in one breath each."""
    given = _in_one(opportunities(context.programme, context.audience))
    mentors = _in_one(for_mentors(context.programme))
    return (
        f"{receiving(context.programme, context.audience)} {given} Тому, кто помогает: {mentors}"
        if mentors
        else capital(given)
    )


def _in_one(items: tuple[str, ...]) -> str:
    return " ".join(items_of(items))


def _course(context: TalkContext) -> str:
    when = dates(context.programme, context.frame.day)
    return f"{sentence(when)} {sentence(_steps(context.programme))}"


def _steps(programme: ProgrammeText) -> str:
    if programme.is_for_teachers:
        return "Заявка, знакомство, согласие обоих, персонализированная программа, встречи, итоги"
    return "Заявка и согласие, знакомство, пробная встреча, план пары, встречи, общий итог"


def _closing(context: TalkContext) -> str:
    coordinator = context.frame.coordinator
    named = f" Потом можно подойти к куратору: {coordinator.full(Case.NOMINATIVE)}." if coordinator else ""
    return f"Участие добровольное. Спросить, кто хотел бы стать наставником, а кому нужен наставник.{named}"


def _bring(context: TalkContext) -> list[str]:
    answers = "экран с кодом информационной страницы" if context.page else "листки для первых желаний"
    return listed(["памятки о программе на каждого", answers, "историю одной пары, если она согласна на рассказ"])


KIND = DocumentKind(
    code="talk_outline",
    title=_("План беседы о программе"),
    about=_("Что сказать на классном часе, родительском собрании или педсовете, по минутам."),
    subject=Subject.PROGRAMME,
    book=Book.PAPERS,
    is_numbered=False,
    asks=(Ask("audience", _("Перед кем"), "choice", is_required=True, choices=AUDIENCES),),
    stages=("preparation",),
    context=TalkContext,
    build=build,
    needs_approval=False,
    head_signs=False,
)
