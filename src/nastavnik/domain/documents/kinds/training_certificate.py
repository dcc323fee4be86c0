"""Свидетельство об обучении наставника: hours, what was practised, and nothing that was not shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import Book, Subject
from nastavnik.domain.documents.kinds.chapters import quoted
from nastavnik.domain.documents.kinds.frame import Frame
from nastavnik.domain.documents.kinds.letterhead import Participant, letterhead, properties, signature
from nastavnik.domain.documents.kinds.shape import DocumentKind
from nastavnik.domain.documents.rendering.blocks import Block, Heading, Paper, Paragraph, Section, Signatures
from nastavnik.domain.documents.rendering.words import NO_BREAK_SPACE, counted, held, joined, long_date
from nastavnik.domain.people.names import Case


@dataclass(frozen=True)
class TrainingCertificateContext:
    """`sessions` are titles of those attended, in order; `hours` are academic hours that count, halves included."""

    frame: Frame
    to: Participant
    course: str
    programme: str
    hours: Decimal
    starts_on: date
    ends_on: date
    sessions: Sequence[str] = ()
    has_role_play: bool = False
    note: str = ""  # study group or post under the name
    check_code: str = ""
    check_address: str = ""  # the page that verifies it, as people read it
    check_link: str = ""  # what the square code leads to


def build(context: TrainingCertificateContext) -> Paper:
    """To whom, which training, when, how many hours, what was practised; the head's signature."""
    frame = context.frame
    lead, name = _addressed(context.to)
    text: list[Block] = [Paragraph(lead, "centre"), Heading(name)]
    text += [Paragraph(held(context.note), "centre", small=True)] if context.note else []
    text += [Paragraph(_deed(context), "centre"), Paragraph(_period(context), "centre")]
    text.append(Paragraph(_practice(context), "centre", small=True))
    signed = signature(frame.signer)
    return Paper(
        heading="СВИДЕТЕЛЬСТВО",
        title="",
        sections=(
            Section("text", "Текст", tuple(text)),
            Section("signatures", "Подпись", (Signatures(((signed["post"], signed["name"]),)),), is_editable=False),
        ),
        letterhead=letterhead(frame.institution),
        number=f"№{NO_BREAK_SPACE}{frame.number or '________'}",
        date=long_date(frame.day),
        city=held(frame.institution.city),
        properties=properties(f"Свидетельство {frame.number}".strip(), frame.institution, frame.day),
        named={
            "name": name,
            "note": context.note,
            "deed": _deed(context),
            "period": _period(context),
            "practice": _practice(context),
            "programme": context.programme,
            "head_post": signed["post"],
            "head_name": signed["name"],
            "check_code": context.check_code,
            "check_address": context.check_address,
        },
        decorated=True,
        square=context.check_link,
        footnote=_checking(context),
    )


def _checking(context: TrainingCertificateContext) -> str:
    """How anybody can make sure that it was given; nothing on those of the time before codes."""
    if not context.check_code:
        return ""
    return joined("Проверить свидетельство:", context.check_address, context.check_code, by="\n")


def _addressed(to: Participant) -> tuple[str, str]:
    """The dative where it is certain; else a wording that leaves the name as it is."""
    if to.doubts(Case.DATIVE):
        return "выдано на имя:", str(to.name)
    return "выдано", to.full(Case.DATIVE)


def _deed(context: TrainingCertificateContext) -> str:
    return (
        f"в том, что обучение {quoted(context.course)} для наставников программы {quoted(context.programme)} пройдено "
        "полностью"
    )


def _period(context: TrainingCertificateContext) -> str:
    days = long_date(context.starts_on)
    if context.ends_on != context.starts_on:
        days = f"с {days} по {long_date(context.ends_on)}"
    return joined(days, _hours(context.hours), by=", ")


def _hours(hours: Decimal) -> str:
    """«6 часов», «7,5 часа»; nothing where hours were not counted."""
    if not hours:
        return ""
    if hours == hours.to_integral_value():
        return counted(int(hours), "час", "часа", "часов")
    return f"{hours.normalize():f}".replace(".", ",") + f"{NO_BREAK_SPACE}часа"


def _practice(context: TrainingCertificateContext) -> str:
    """That the tasks were shown is what this paper is about."""
    done = "Практические задания выполнены, участие в ролевой игре." if context.has_role_play else (
        "Практические задания выполнены."
    )  # fmt: skip
    return joined(done, f"Темы: {'; '.join(context.sessions)}." if context.sessions else "", by=" ")


KIND = DocumentKind(
    code="training_certificate",
    title=_("Свидетельство об обучении наставника"),
    about=_("Тому, кто прошёл обучение и показал результаты заданий. Посещения одного мало."),
    subject=Subject.PARTICIPATION,
    book=Book.CERTIFICATES,
    suffix="-О",
    batch=True,
    named=(
        ("name", _("кому: «Воронову Якову Романовичу»")),
        ("note", _("класс, группа или должность")),
        ("deed", _("какое обучение пройдено")),
        ("period", _("когда и сколько часов")),
        ("practice", _("что сделано на практике")),
        ("check_code", _("код проверки")),
        ("check_address", _("адрес страницы проверки")),
    ),
    stages=("selection_training",),
    context=TrainingCertificateContext,
    build=build,
    needs_approval=False,
    has_check_code=True,
)
