"""Kinds of papers: one file each and one line in KINDS."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.kinds import appointment_order, certificate, programme_report


@dataclass(frozen=True)
class DocumentKind:
    """What a paper is called, what it is made of and by which templates; an empty template means no such format."""

    code: str
    title: Promise  # spoken by the pages, which have settings; importing needs none
    context: type
    build: Callable[[Any], dict[str, Any]]
    needs_approval: bool
    has_check_code: bool = False
    docx: str = ""
    typst: str = ""


KINDS = (
    DocumentKind(
        code="appointment_order",
        title=_("Приказ о закреплении пар"),
        context=appointment_order.OrderContext,
        build=appointment_order.build,
        needs_approval=True,
        docx="appointment_order.docx",
        typst="appointment_order.typ",
    ),
    DocumentKind(
        code="programme_report",
        title=_("Отчёт о программе"),
        context=programme_report.ReportContext,
        build=programme_report.build,
        needs_approval=False,
        docx="programme_report.docx",
    ),
    DocumentKind(
        code="certificate",
        title=_("Сертификат"),
        context=certificate.CertificateContext,
        build=certificate.build,
        needs_approval=False,
        has_check_code=True,
        typst="certificate.typ",
    ),
)


def kind_of(code: str) -> DocumentKind:
    """The kind by its code; KeyError where there is none."""
    return {kind.code: kind for kind in KINDS}[code]
