"""Согласие на публикацию (распространение) персональных данных."""

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import ActSubject, Book, Subject
from nastavnik.domain.documents.kinds.chapters import capital, quoted
from nastavnik.domain.documents.kinds.consenting import (
    GIVES,
    ConsentContext,
    consent_paper,
    lasting,
    operator,
    signatures,
    who,
)
from nastavnik.domain.documents.kinds.frame import sentence
from nastavnik.domain.documents.kinds.shape import Ask, DocumentKind
from nastavnik.domain.documents.rendering.blocks import Blank, Column, Columns, Paper, Paragraph, Section, Table

BOX = "☐"
PLACES = ("сайт организации", "страница организации в социальной сети", "стенд в организации", "сборник, газета")


def build(context: ConsentContext) -> Paper:
    """The form: who, what may be shown and where, ticked by hand, conditions, term, withdrawal, signatures by age."""
    programme = quoted(context.programme)
    opening = (
        f"{capital(GIVES[context.signing])} согласие на публикацию (распространение) персональных данных участника, "
        f"чтобы рассказать о программе наставничества {programme} и её результатах."
    )
    sections = [
        who(context, contact=True),
        Section(
            "text",
            "Текст согласия",
            (Paragraph(opening), Paragraph(f"Оператор: {operator(context.frame.institution)}.")),
        ),
        Section("choice", "Что и где", _choice(context), is_editable=False),
        Section("conditions", "Условия и запреты", (Paragraph("Условия и запреты:", indent=False), Blank(2))),
        Section("term", "Срок и отзыв", _term(context)),
        signatures(context),
    ]
    return consent_paper(context, "на публикацию персональных данных", sections)


def _choice(context: ConsentContext) -> tuple[Paragraph, Columns]:
    group = "класс, группа" if context.is_child else "место работы или учёбы, должность"
    data = ("фамилия, имя, отчество", group, "фотографии и видео", "отзыв, рассказ о работе", "достижения, работы")
    return (
        Paragraph("Отметьте то, что разрешено. Чего не отметили, публиковать нельзя.", indent=False),
        Columns((_ticks("Что", data),), (_ticks("Где", _places(context), "другое: "),)),
    )


def _places(context: ConsentContext) -> tuple[str, ...]:
    """The places that the institution wrote down, named as they are (152-ФЗ ст. 10.1); else the usual ones."""
    return context.frame.institution.publishes_at or PLACES


def _ticks(title: str, items: tuple[str, ...], *more: str) -> Table:
    """Lines with a square to tick; `more` have room for one's own words."""
    rows = tuple((BOX, item) for item in (*items, *more))
    return Table((Column("Да", 12, "centre"), Column(title, 88)), rows)


def _term(context: ConsentContext) -> tuple[Paragraph, ...]:
    grounds = context.frame.grounds
    return (
        Paragraph(sentence(f"Согласие действует {lasting(context)}"), small=True),
        Paragraph(
            "Прекратить публикацию можно потребовать в любое время, написав на имя руководителя. Это согласие "
            "отдельное: отказ от него не мешает участию в программе.",
            small=True,
        ),
        *((Paragraph(sentence(f"Правовая основа: {'; '.join(grounds)}"), small=True),) if grounds else ()),
    )


KIND = DocumentKind(
    code="publication_consent",
    title=_("Согласие на публикацию"),
    about=_("Нужно, чтобы показать имя, снимок или рассказ на сайте и на стенде. Даётся отдельно, по желанию."),
    subject=Subject.PARTICIPATION,
    book=Book.PAPERS,
    is_numbered=False,
    before_consent=True,
    batch=True,
    cites=(ActSubject.PERSONAL_DATA,),
    asks=(Ask("valid_until", _("До какого дня"), "day", _("Без ответа – до конца программы.")),),
    stages=("mentee_pool", "closing"),
    named=(("name", _("участник")),),
    context=ConsentContext,
    build=build,
    needs_approval=False,
    head_signs=False,
)
