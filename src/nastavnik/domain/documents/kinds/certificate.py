"""Сертификат наставника или наставляемого."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import Book, Subject
from nastavnik.domain.documents.kinds.chapters import quoted
from nastavnik.domain.documents.kinds.letterhead import Institution, Official, letterhead, properties, signature
from nastavnik.domain.documents.kinds.shape import DocumentKind
from nastavnik.domain.documents.rendering.blocks import Block, Heading, Paper, Paragraph, Section, Signatures
from nastavnik.domain.documents.rendering.words import NO_BREAK_SPACE, counted, held, joined, long_date
from nastavnik.domain.people.names import Case, FullName, inflect


@dataclass(frozen=True)
class CertificateContext:
    """What a certificate is made of. `check_address` is the page that verifies it, as people read it;
    `check_link` the full link in the square code. `meetings` and `hours` may be left out."""

    institution: Institution
    name: FullName
    role: Literal["mentor", "mentee"]
    programme: str
    starts_on: date
    ends_on: date
    head: Official
    number: str
    day: date
    check_code: str
    check_address: str
    check_link: str
    form: str = ""
    note: str = ""  # study group or post under the name
    meetings: int | None = None
    hours: int | None = None


def build(context: CertificateContext) -> Paper:
    """The certificate: whom, what for, when, the head's signature and the code that proves it."""
    lead, name = _addressed(context.name)
    facts = joined(
        f"форма {quoted(context.form)}" if context.form else "", _work(context.meetings, context.hours), by="  ·  "
    )
    period = f"с {long_date(context.starts_on)} по {long_date(context.ends_on)}"
    text: list[Block] = [Paragraph(lead, "centre"), Heading(name)]
    text += [Paragraph(context.note, "centre", small=True)] if context.note else []
    text += [Paragraph(_deed(context), "centre"), Paragraph(period, "centre")]
    text += [Paragraph(facts, "centre", small=True)] if facts else []
    signed = signature(context.head)
    return Paper(
        heading="СЕРТИФИКАТ",
        title="",
        sections=(
            Section("text", "Текст", tuple(text), is_editable=False),
            Section("signatures", "Подпись", (Signatures(((signed["post"], signed["name"]),)),), is_editable=False),
        ),
        letterhead=letterhead(context.institution),
        number=f"№{NO_BREAK_SPACE}{context.number}",
        date=long_date(context.day),
        city=held(context.institution.city),
        properties=properties(f"Сертификат № {context.number}", context.institution, context.day),
        named={
            "head_post": signed["post"],
            "head_name": signed["name"],
            "name": name,
            "note": context.note,
            "deed": _deed(context),
            "period": period,
            "facts": facts,
            "programme": context.programme,
            "check_code": context.check_code,
            "check_address": context.check_address,
        },
        decorated=True,
        square=context.check_link,
        footnote=joined("Проверить сертификат:", context.check_address, context.check_code, by="\n"),
    )


def _addressed(name: FullName) -> tuple[str, str]:
    """The dative where it is certain; else a wording that leaves the name as it is."""
    dative = inflect(name, Case.DATIVE)
    return ("выдан на имя:", str(name)) if dative.doubts else ("вручается", dative.text)


def _deed(context: CertificateContext) -> str:
    deed = "за работу наставником" if context.role == "mentor" else "за участие"
    return f"{deed} в программе наставничества {quoted(context.programme)}"


def _work(meetings: int | None, hours: int | None) -> str:
    return joined(
        counted(meetings, "встреча", "встречи", "встреч") if meetings is not None else "",
        counted(hours, "час", "часа", "часов") if hours is not None else "",
    )


KIND = DocumentKind(
    code="certificate",
    title=_("Сертификат"),
    about=_("Получает каждый, кто довёл работу до конца."),
    subject=Subject.MENTORSHIP,
    book=Book.CERTIFICATES,
    suffix="-Н",
    batch=True,
    stages=("closing",),
    context=CertificateContext,
    build=build,
    needs_approval=False,
    has_check_code=True,
    named=(
        ("name", _("кому: «Воронову Якову Романовичу»")),
        ("note", _("класс, группа или должность")),
        ("deed", _("за что")),
        ("period", _("с какого по какое число")),
        ("facts", _("форма, встречи и часы")),
        ("check_code", _("код проверки")),
        ("check_address", _("адрес страницы проверки")),
    ),
)
