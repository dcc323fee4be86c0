"""Сертификат наставника или наставляемого."""

import io
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import segno

from nastavnik.domain.documents.kinds.letterhead import Institution, Official, letterhead, properties, signature
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


def build(context: CertificateContext) -> dict[str, Any]:
    """The certificate as plain data for its template."""
    title = f"Сертификат № {context.number}"
    lead, name = _addressed(context.name)
    return {
        "properties": properties(title, context.institution, context.day),
        "letterhead": letterhead(context.institution),
        "city": held(context.institution.city),
        "lead": lead,
        "name": name,
        "note": context.note,
        "deed": _deed(context),
        "form": f"форма «{context.form}»" if context.form else "",
        "period": f"с {long_date(context.starts_on)} по {long_date(context.ends_on)}",
        "work": _work(context.meetings, context.hours),
        "number": f"№{NO_BREAK_SPACE}{context.number}",
        "date": long_date(context.day),
        "signature": signature(context.head),
        "check_code": context.check_code,
        "check_address": context.check_address,
        "check_square": _square(context.check_link),
    }


def _addressed(name: FullName) -> tuple[str, str]:
    """The dative where it is certain; else a wording that leaves the name as it is."""
    dative = inflect(name, Case.DATIVE)
    return ("выдан на имя:", str(name)) if dative.doubts else ("вручается", dative.text)


def _deed(context: CertificateContext) -> str:
    deed = "за работу наставником" if context.role == "mentor" else "за участие"
    return f"{deed} в программе наставничества «{context.programme}»"


def _work(meetings: int | None, hours: int | None) -> str:
    return joined(
        counted(meetings, "встреча", "встречи", "встреч") if meetings is not None else "",
        counted(hours, "час", "часа", "часов") if hours is not None else "",
    )


def _square(link: str) -> str:
    target = io.BytesIO()
    segno.make(link, error="m", micro=False).save(target, kind="svg", border=0, dark="#1d2430", xmldecl=False)
    return target.getvalue().decode()
