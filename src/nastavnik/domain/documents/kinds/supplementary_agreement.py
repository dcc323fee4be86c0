"""Дополнительное соглашение к трудовому договору о наставничестве."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import ActSubject, Book, Subject
from nastavnik.domain.documents.kinds.chapters import Chapter, Said, capital, numbered_chapters, quoted, small
from nastavnik.domain.documents.kinds.frame import Frame, paper
from nastavnik.domain.documents.kinds.letterhead import Official
from nastavnik.domain.documents.kinds.parties import closing, represented, side, signs
from nastavnik.domain.documents.kinds.shape import Ask, DocumentKind
from nastavnik.domain.documents.rendering.blocks import Blank, Paper, Paragraph, Section, Signatures
from nastavnik.domain.documents.rendering.words import held, long_date
from nastavnik.domain.people.names import Case, signed
from nastavnik.domain.programmes.enums import ProgrammeType

CONTENT = (
    "составить вместе с наставляемым персонализированную программу и помогать её выполнять",
    "показывать приёмы работы, посещать занятия наставляемого и разбирать их вместе с ним",
    "отмечать встречи и подводить итоги вместе с куратором программы",
)


@dataclass(frozen=True)
class SupplementaryAgreementContext:
    """`contract` are day and number of the employment contract, as written; `content` what the work is, a line each;
    `mentees` stand in the nominative."""

    frame: Frame
    employee: Official
    programme: str
    pay: str
    starts_on: date
    ends_on: date | None = None
    contract: str = ""
    form: str = ""
    kind: str = ""
    content: Sequence[str] = ()
    mentees: Sequence[str] = ()
    signs_by: str = "устава"


def build(context: SupplementaryAgreementContext) -> Paper:
    """Parties, subject, content, form and term, pay, early end, the rest, signatures in two columns."""
    chapters = numbered_chapters(_chapters(context))
    sections = [Section("preamble", "Стороны", (Paragraph(_parties(context)),)), *chapters]
    sections.append(_closing(context, len(chapters) + 1))
    contract = context.contract or "от «___» ____________ 20___ г. № ________"
    title = f"к трудовому договору {held(contract)}"
    return paper(context.frame, "ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ", title, sections, named={"programme": context.programme})


def _parties(context: SupplementaryAgreementContext) -> str:
    employer = f"{held(context.frame.institution.full_name)} {represented(context.frame.signer, context.signs_by)}"
    employee = context.employee.full(Case.NOMINATIVE)
    return (
        f"{employer}, далее – Работодатель, с одной стороны, и {employee}, далее – Работник, с другой стороны, "
        "заключили соглашение о следующем."
    )


def _chapters(context: SupplementaryAgreementContext) -> list[Chapter]:
    until = f" по {long_date(context.ends_on)}" if context.ends_on else ""
    kind = f", вид: {small(context.kind)}" if context.kind else ""
    form = f"Форма: {quoted(context.form)}{kind}" if context.form else f"Форма: {small(context.kind)}"
    return [
        Chapter(
            "subject",
            "Предмет соглашения",
            (
                Said(
                    "Работодатель поручает, а Работник с письменного согласия берёт на себя наставничество: помощь "
                    "другому работнику в освоении его работы по программе наставничества "
                    f"{quoted(context.programme)}"
                ),
                Said(_whom(context)),
                Said("Правовая основа соглашения:", context.frame.grounds, titles=True),
            ),
        ),
        Chapter(
            "work",
            "Содержание, форма и сроки",
            (
                Said("Содержание работы:", tuple(context.content) or CONTENT),
                Said(form if context.form or context.kind else ""),
                Said(f"Срок: с {long_date(context.starts_on)}{until}"),
            ),
        ),
        Chapter(
            "pay", "Размер и условия оплаты", tuple(Said(capital(line.strip())) for line in context.pay.splitlines())
        ),
        Chapter(
            "ending",
            "Досрочное прекращение",
            (
                Said("Работник может досрочно отказаться от наставничества, письменно сообщив об этом Работодателю"),
                Said(
                    "Работодатель может досрочно отменить поручение, предупредив Работника не менее чем за три рабочих "
                    "дня"
                ),
            ),
        ),
        Chapter(
            "rest",
            "Прочие условия",
            (
                Said("Остальные условия трудового договора не меняются"),
                Said("Соглашение действует со дня подписания и является частью трудового договора"),
            ),
        ),
    ]


def _whom(context: SupplementaryAgreementContext) -> str:
    several = len(context.mentees) > 1
    return f"Наставляем{'ые' if several else 'ый'}: {'; '.join(context.mentees)}" if context.mentees else ""


def _closing(context: SupplementaryAgreementContext, number: int) -> Section:
    institution, employee = context.frame.institution, context.employee
    left = side(
        "Работодатель", (institution.full_name, institution.address, institution.contacts), signs(context.frame.signer)
    )
    called, *rest = side(
        "Работник", (str(employee.name),), (capital(employee.post), signed(employee.name)), sealed=False
    )
    by_hand = (
        rest[0],
        Paragraph("Паспорт (серия, номер, кем и когда выдан), адрес:", align="left", indent=False),
        Blank(3),
        *rest[1:],
    )
    got = Signatures((("Экземпляр получен", signed(employee.name)),), dated=True)
    return closing(number, left, (called, *by_hand), (got,))


KIND = DocumentKind(
    code="supplementary_agreement",
    title=_("Дополнительное соглашение к трудовому договору"),
    about=_("Содержание, сроки, форма и оплата наставничества сотрудника. Подписывают организация и сотрудник."),
    subject=Subject.PARTICIPATION,
    book=Book.AGREEMENTS,
    programme_types=(ProgrammeType.TEACHERS,),
    before_consent=True,
    cites=(ActSubject.LABOUR,),
    asks=(
        Ask(
            "pay",
            _("Размер и условия оплаты"),
            "long_text",
            _("Например: доплата 2000 рублей в месяц, вместе с зарплатой."),
            is_required=True,
        ),
        Ask("contract", _("Трудовой договор"), "text", _("Например: от 01.09.2019 № 12. Можно вписать от руки.")),
        Ask("content", _("Что делает наставник"), "long_text", _("По делу в строке. Без ответа – обычный перечень.")),
        Ask("valid_from", _("С какого дня"), "day", _("Без ответа – с начала программы.")),
        Ask("valid_until", _("До какого дня"), "day", _("Без ответа – до конца программы.")),
    ),
    stages=("matching",),
    context=SupplementaryAgreementContext,
    build=build,
    needs_approval=False,
)
