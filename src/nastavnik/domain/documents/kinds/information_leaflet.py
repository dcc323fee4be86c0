"""Памятка о программе: одна страница для обучающихся, родителей или педагогов."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import Book, Subject
from nastavnik.domain.documents.kinds.chapters import bullets, capital, quoted
from nastavnik.domain.documents.kinds.frame import Frame, sentence, unnumbered
from nastavnik.domain.documents.kinds.launch import about, dates, for_mentors, opportunities, receiving
from nastavnik.domain.documents.kinds.programme_text import ProgrammeText
from nastavnik.domain.documents.kinds.shape import Ask, DocumentKind
from nastavnik.domain.documents.rendering.blocks import Block, Heading, Paper, Paragraph, Section
from nastavnik.domain.people.names import Case
from nastavnik.domain.programmes.enums import Audience

OF_THE_TAX_OFFICE = re.compile(r"\b(?:ИНН|КПП|ОГРН|ОКПО)\b")  # of a letterhead; nobody calls these numbers
FOR = {
    Audience.PUPIL: "для обучающихся",
    Audience.GUARDIAN: "для родителей (законных представителей)",
    Audience.TEACHER: "для педагогов",
}
WHO = {
    Audience.PUPIL: "каждый, кому",
    Audience.GUARDIAN: "ваш ребёнок, если ему",
    Audience.TEACHER: "обучающийся, которому",
}
AUDIENCES = (
    (Audience.PUPIL, _("обучающимся")),
    (Audience.GUARDIAN, _("родителям")),
    (Audience.TEACHER, _("педагогам")),
)


@dataclass(frozen=True)
class LeafletContext:
    """`audience` is a value of `Audience`. `page` is the link of the information page while it is open, `address` how
    people read it; `contact` is whom to ask as the page names them, `text` what the page says in own words."""

    frame: Frame
    programme: ProgrammeText
    audience: str
    page: str = ""
    address: str = ""
    contact: str = ""
    text: str = ""


def build(context: LeafletContext) -> Paper:
    """One page: what it is, what it gives, who may join and when, that it is voluntary, whom to ask."""
    programme = context.programme
    parts: tuple[tuple[str, str, Sequence[Block]], ...] = (
        ("about", "Что это такое", _words(context.text or about(programme))),
        ("gives", "Что это даёт", _gives(context)),
        ("who", "Кто может участвовать", _words(*_who(context))),
        ("when", "Когда", _words(dates(programme, context.frame.day))),
        ("free_will", "Только по желанию", _words(_free_will(context))),
        ("ask", "К кому обратиться", _contact(context)),
    )
    sections = [Section(code, title, (Heading(title, level=2), *blocks)) for code, title, blocks in parts if blocks]
    return unnumbered(
        context.frame,
        "ПАМЯТКА",
        f"о программе наставничества {quoted(programme.title)} {FOR[Audience(context.audience)]}",
        sections,
        square=context.page,
        footnote=f"Узнать больше и сказать о своём желании: {context.address}" if context.page else "",
        date="",
        named={"programme": programme.title},
        city="",
    )


def _words(*lines: str) -> tuple[Block, ...]:
    return tuple(Paragraph(sentence(line), indent=False) for line in lines if line)


def _gives(context: LeafletContext) -> tuple[Block, ...]:
    """What both sides gain; where only one is spoken of, nobody is told apart."""
    both = (
        (receiving(context.programme, context.audience), bullets(opportunities(context.programme, context.audience))),
        ("Тому, кто помогает:", bullets(for_mentors(context.programme))),
    )
    said = [(words, items) for words, items in both if items]
    if len(said) == 1:
        return said[0][1]
    return tuple(block for words, items in said for block in (Paragraph(words, indent=False), *items))


def _who(context: LeafletContext) -> tuple[str, str]:
    if context.programme.is_for_teachers:
        return (
            "Наставляемый – педагог, который недавно пришёл в профессию или в наш коллектив либо осваивает новое",
            "Наставник – опытный педагог, который согласен делиться опытом",
        )
    return (
        f"Наставляемым может стать {WHO[Audience(context.audience)]} нужна помощь в учёбе, общении или общем деле либо "
        "хочется большего, чем даёт обычное занятие",
        "Наставником становится тот, у кого получается и кто готов делиться опытом",
    )


def _free_will(context: LeafletContext) -> str:
    """Nobody is made to take part, each told in their own words."""
    if context.programme.is_for_teachers:
        return "Наставник и наставляемый дают согласие. Отказаться можно на любом этапе"
    return {
        Audience.PUPIL: (
            "Никто не заставляет. До 18 лет нужно согласие родителей. Отказаться можно в любой день, на оценках это не "
            "скажется"
        ),
        Audience.GUARDIAN: (
            "Ребёнок участвует, если хочет сам и если вы дали согласие. Согласие можно отозвать в любой день, на "
            "оценках это не скажется"
        ),
        Audience.TEACHER: (
            "Участвуют только те, кто хочет сам; за детей согласие дают родители (законные представители). Отказаться "
            "можно в любой день"
        ),
    }[Audience(context.audience)]


def _contact(context: LeafletContext) -> tuple[Block, ...]:
    coordinator = context.frame.coordinator
    named = sentence(f"Куратор программы – {coordinator.full(Case.NOMINATIVE)}") if coordinator else ""
    calls = [part for part in context.frame.institution.contacts.split(", ") if not OF_THE_TAX_OFFICE.search(part)]
    lines = (named, capital(context.contact.strip()), capital(", ".join(calls)))
    return tuple(Paragraph(line, indent=False) for line in lines if line)


KIND = DocumentKind(
    code="information_leaflet",
    title=_("Памятка о программе"),
    about=_("Страница для детей, родителей или педагогов: что даёт программа, кто может участвовать, кого спросить."),
    subject=Subject.PROGRAMME,
    book=Book.PAPERS,
    is_numbered=False,
    asks=(Ask("audience", _("Кому"), "choice", is_required=True, choices=AUDIENCES),),
    stages=("preparation",),
    context=LeafletContext,
    build=build,
    needs_approval=False,
    head_signs=False,
)
