"""Kinds of papers: one file each and one line in KINDS."""

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import ActSubject, Book, Subject
from nastavnik.domain.documents.kinds import appointment_order, certificate, programme_report
from nastavnik.domain.documents.kinds.shape import Ask, DocumentKind

KINDS = (
    DocumentKind(
        code="appointment_order",
        title=_("Приказ о закреплении пар"),
        about=_("Закрепляет наставников за наставляемыми, когда все согласны."),
        subject=Subject.MODULE,
        book=Book.ORDERS,
        cites=(ActSubject.MENTORING, ActSubject.LOCAL),
        stages=("matching",),
        context=appointment_order.OrderContext,
        build=appointment_order.build,
        needs_approval=True,
        docx="appointment_order.docx",
        typst="appointment_order.typ",
    ),
    DocumentKind(
        code="programme_report",
        title=_("Отчёт о программе"),
        about=_("Сколько людей, пар и встреч было на день отчёта."),
        subject=Subject.PROGRAMME,
        book=Book.PAPERS,
        is_numbered=False,
        stages=("closing",),
        context=programme_report.ReportContext,
        build=programme_report.build,
        needs_approval=False,
        docx="programme_report.docx",
    ),
    DocumentKind(
        code="certificate",
        title=_("Сертификат"),
        about=_("Получает каждый, кто довёл работу до конца."),
        subject=Subject.MENTORSHIP,
        book=Book.CERTIFICATES,
        suffix="-Н",
        batch=True,
        stages=("closing",),
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


__all__ = ["KINDS", "Ask", "DocumentKind", "kind_of"]
