"""Who gives a consent and how it is signed: words that the consents of a participant share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nastavnik.domain.documents.kinds.frame import Frame, unnumbered
from nastavnik.domain.documents.kinds.letterhead import Institution
from nastavnik.domain.documents.rendering.blocks import Fields, Paper, Section, Signatures
from nastavnik.domain.documents.rendering.words import held, joined, long_date
from nastavnik.domain.people.names import FullName, signed
from nastavnik.domain.programmes.enums import ProgrammeType

BLANK_ADDRESS = "____________________________________________"
IDENTITY = (("Документ, его номер", ""), ("Кем и когда выдан", ""))


class Signing(StrEnum):
    """Who signs, by the age on the day of the paper."""

    GUARDIAN = "guardian"
    BOTH = "both"
    ADULT = "adult"
    UNKNOWN = "unknown"  # looks like a child, the birth date is not written down


@dataclass(frozen=True)
class ConsentContext:
    """`note` is the study group or the post; `guardian` is set where exactly one is recorded; `until` is the last day
    of the consent, where somebody named it, else the last day of the programme; `processor` who works with the data
    by order of the institution."""

    frame: Frame
    name: FullName
    signing: Signing
    role: str  # ParticipationRole value
    programme: str
    programme_type: str = ProgrammeType.PUPILS
    note: str = ""
    own_from: int = 14
    guardian: FullName | None = None
    until: date | None = None
    processor: str = ""

    @property
    def is_child(self) -> bool:
        return self.signing != Signing.ADULT


GIVES = {Signing.GUARDIAN: "даю", Signing.BOTH: "даём", Signing.ADULT: "даю", Signing.UNKNOWN: "даю (даём)"}
KNOWN_TO = {
    Signing.GUARDIAN: "Мне известно, что",
    Signing.BOTH: "Нам известно, что",
    Signing.ADULT: "Мне известно, что",
    Signing.UNKNOWN: "Известно, что",
}


def consent_paper(context: ConsentContext, title: str, sections: Sequence[Section]) -> Paper:
    """A form to be signed by hand: it bears no number, its day is that of the signature."""
    named = {"name": str(context.name), "programme": context.programme}
    return unnumbered(context.frame, "СОГЛАСИЕ", title, sections, date="", city="", named=named)


def who(context: ConsentContext, *, identity: bool = False, contact: bool = False) -> Section:
    """The participant and who stands for a child. What we do not keep is written by hand: address and papers where
    `identity`, telephone or mail where `contact`."""
    own = (("Адрес", ""), *IDENTITY) if identity else ()
    rows = [("Участник", joined(str(context.name), held(context.note))), *own]
    if context.is_child:
        guardian = str(context.guardian) if context.guardian else ""
        rows += [("Законный представитель", guardian), *own]
        rows += [("Документ о полномочиях", "")] if identity else []
    rows += [("Телефон или почта", "")] if contact else []
    return Section("who", "Кто даёт согласие", (Fields(tuple(rows)),), is_editable=False)


def operator(institution: Institution) -> str:
    """Who works with the data, and where; the address is left to be written where the letterhead has none."""
    address = held(institution.legal_address) or held(institution.address) or BLANK_ADDRESS
    return joined(held(institution.full_name), institution.requisites, f"адрес: {address}")


def lasting(context: ConsentContext) -> str:
    """How long the consent holds."""
    until = f" ({long_date(context.until)})" if context.until else ""
    return f"со дня подписания до окончания участия в программе наставничества{until}"


def signatures(context: ConsentContext) -> Section:
    """Lines for those whose signature the age asks for, with the day."""
    guardian = ("Законный представитель", signed(context.guardian) if context.guardian else "")
    own = ("Участник", signed(context.name))
    rows = {Signing.ADULT: (own,), Signing.GUARDIAN: (guardian,), Signing.BOTH: (guardian, own)}
    said = "Текст прочитан и понятен."
    if context.signing == Signing.UNKNOWN:
        said += " Если участнику исполнилось 18\u00a0лет, подписывает только он сам."
        conditional = (f"Участник, если исполнилось {context.own_from}\u00a0лет", own[1])
        rows[Signing.UNKNOWN] = (guardian, conditional) if context.own_from < 18 else (guardian,)
    lines = Signatures(rows[context.signing], said, dated=True)
    return Section("signatures", "Подписи", (lines,), is_editable=False)


def as_role(context: ConsentContext) -> str:
    return "наставник" if context.role == "mentor" else "наставляемый"
