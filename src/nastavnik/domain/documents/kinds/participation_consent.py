"""Согласие на участие в программе."""

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import Book, Subject
from nastavnik.domain.documents.kinds.chapters import bullets, capital, quoted
from nastavnik.domain.documents.kinds.consenting import (
    GIVES,
    KNOWN_TO,
    ConsentContext,
    Signing,
    as_role,
    consent_paper,
    signatures,
    who,
)
from nastavnik.domain.documents.kinds.frame import sentence
from nastavnik.domain.documents.kinds.shape import Ask, DocumentKind
from nastavnik.domain.documents.rendering.blocks import Paper, Paragraph, Section
from nastavnik.domain.documents.rendering.words import long_date
from nastavnik.domain.people.names import Case
from nastavnik.domain.programmes.enums import ProgrammeType


def build(context: ConsentContext) -> Paper:
    """The form: who, to what, what is known, signatures by age."""
    programme = quoted(context.programme)
    text = Section(
        "text",
        "Текст согласия",
        (
            Paragraph(_given(context)),
            Paragraph(f"{KNOWN_TO[context.signing]}:"),
            *bullets(_known(context)),
        ),
    )
    return consent_paper(
        context, f"на участие в программе наставничества {programme}", [who(context), text, signatures(context)]
    )


def _given(context: ConsentContext) -> str:
    subject = {Signing.GUARDIAN: "на участие ребёнка", Signing.ADULT: "на своё участие"}
    until = f", до {long_date(context.until)}" if context.until else ""
    whose = subject.get(context.signing, "на участие")
    programme = f"в программе наставничества {quoted(context.programme)}"
    return sentence(f"{capital(GIVES[context.signing])} согласие {whose} {programme}, роль – {as_role(context)}{until}")


def _known(context: ConsentContext) -> list[str]:
    coordinator = context.frame.coordinator
    asked = f"вопросы о программе можно задать куратору: {coordinator.full(Case.NOMINATIVE)}" if coordinator else ""
    return [
        "участие добровольное, отказаться можно в любой день без объяснения причин, сказав об этом куратору",
        "пару или группу образуют, только когда согласны все её участники, о днях и месте встреч договариваются "
        "заранее",
        _work(context),
        "то, что сказано на встрече, не разглашают, но об угрозе жизни или здоровью наставник сразу сообщает куратору",
        asked,
        "согласия на обработку персональных данных и на их публикацию даются отдельно, без согласия на публикацию "
        "участвовать можно",
    ]


def _work(context: ConsentContext) -> str:
    if context.role == "mentor":
        return "наставник проходит подготовку, приходит на встречи вовремя и ведёт наставляемого по общему плану"
    if context.programme_type == ProgrammeType.TEACHERS:
        return "наставляемый вместе с наставником составляет программу работы и рассказывает, как она выполняется"
    return "наставляемый вместе с наставником ставит цель, составляет план и приходит на встречи вовремя"


KIND = DocumentKind(
    code="participation_consent",
    title=_("Согласие на участие в программе"),
    about=_("Подписывает участник, за ребёнка – родитель или опекун. Даётся отдельно от других согласий."),
    subject=Subject.PARTICIPATION,
    book=Book.PAPERS,
    is_numbered=False,
    before_consent=True,
    batch=True,
    asks=(Ask("valid_until", _("До какого дня"), "day", _("Без ответа – до конца программы.")),),
    stages=("mentee_pool", "mentor_pool"),
    named=(("name", _("участник")),),
    context=ConsentContext,
    build=build,
    needs_approval=False,
    head_signs=False,
)
