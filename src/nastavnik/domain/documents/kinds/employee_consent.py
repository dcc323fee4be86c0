"""Письменное согласие работника на наставничество."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import ActSubject, Book, Subject
from nastavnik.domain.documents.kinds.chapters import capital, quoted, titles
from nastavnik.domain.documents.kinds.frame import Frame, numbered_points, sentence, unnumbered
from nastavnik.domain.documents.kinds.letterhead import Official
from nastavnik.domain.documents.kinds.shape import DocumentKind
from nastavnik.domain.documents.rendering.blocks import Block, Paper, Paragraph, Points, Section, Signatures, Stamp
from nastavnik.domain.documents.rendering.words import long_date
from nastavnik.domain.people.names import Case, signed
from nastavnik.domain.programmes.enums import ProgrammeType


@dataclass(frozen=True)
class EmployeeConsentContext:
    """`form` and `kind` are those of the module."""

    frame: Frame
    employee: Official
    programme: str
    programme_type: str
    starts_on: date
    ends_on: date | None = None
    form: str = ""
    kind: str = ""

    @property
    def is_for_teachers(self) -> bool:
        return self.programme_type == ProgrammeType.TEACHERS


def build(context: EmployeeConsentContext) -> Paper:
    """A statement to the head: consent, what the work is, for how long, how it ends, the employee's signature."""
    points = [(sentence(one), ()) for one in _points(context) if one]
    opening = f"Даю письменное согласие работать наставником в программе наставничества {quoted(context.programme)}."
    text: list[Block] = [Paragraph(opening), Paragraph("Условия работы мне известны:"), Points(numbered_points(points))]
    grounds = titles(context.frame.grounds) if context.is_for_teachers else ()
    if grounds:
        text += [Paragraph("Правовая основа согласия:"), *grounds]
    employee = context.employee
    signature = Signatures(((capital(employee.post), signed(employee.name)),), dated=True)
    sections = [
        Section("text", "Текст согласия", tuple(text)),
        Section("signatures", "Подпись", (signature,), is_editable=False),
    ]
    more = {"date": "", "city": "", "stamp": _addressed(context), "named": {"programme": context.programme}}
    return unnumbered(context.frame, "СОГЛАСИЕ", "работника на наставничество", sections, **more)


def _addressed(context: EmployeeConsentContext) -> Stamp:
    return Stamp(
        (
            capital(context.frame.signer.short(Case.DATIVE)),
            f"от {context.employee.short(Case.GENITIVE)}",
        )
    )


def _points(context: EmployeeConsentContext) -> list[str]:
    until = f" по {long_date(context.ends_on)}" if context.ends_on else ""
    form = f"Форма наставничества: {quoted(context.form)}" if context.form else ""
    kind = f", вид: {context.kind[:1].lower()}{context.kind[1:]}" if context.kind and form else ""
    if context.is_for_teachers:
        whom = "помогаю коллеге освоить работу, составляю с ним программу, встречаюсь с ним и обсуждаю сделанное"
        paid = (
            "Содержание, сроки, форму, размер и условия оплаты закрепляет дополнительное соглашение к трудовому "
            "договору"
        )
        ends = (
            "Я могу досрочно отказаться от наставничества. Работодатель может досрочно отменить поручение, предупредив "
            "меня не менее чем за три рабочих дня"
        )
    else:
        whom = "помогаю наставляемым достигать их целей, составляю с ними план, встречаюсь с ними и обсуждаю сделанное"
        paid = "Как эта работа учитывается и оплачивается, мы с работодателем определяем отдельно"
        ends = "Я могу отказаться от наставничества, заранее предупредив куратора"
    return [
        f"Содержание: {whom}",
        f"Срок: с {long_date(context.starts_on)}{until}",
        f"{form}{kind}",
        paid,
        ends,
    ]


KIND = DocumentKind(
    code="employee_consent",
    title=_("Согласие работника на наставничество"),
    about=_("Письменное согласие сотрудника организации стать наставником. Берётся до приказа."),
    subject=Subject.PARTICIPATION,
    book=Book.PAPERS,
    is_numbered=False,
    before_consent=True,
    batch=True,
    cites=(ActSubject.LABOUR,),
    stages=("mentor_pool", "selection_training"),
    context=EmployeeConsentContext,
    build=build,
    needs_approval=False,
)
