"""Приказ об утверждении Положения."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import ActSubject, Book, Subject
from nastavnik.domain.documents.kinds.approving import Appendix, approved, charged, council, regulation_title
from nastavnik.domain.documents.kinds.frame import ORDER_SECTIONS, Frame, control, order_paper, short_names
from nastavnik.domain.documents.kinds.programme_text import ProgrammeText
from nastavnik.domain.documents.kinds.shape import DocumentKind
from nastavnik.domain.documents.rendering.blocks import Paper


@dataclass(frozen=True)
class RegulationOrderContext:
    frame: Frame
    programme: ProgrammeText
    appendices: Sequence[Appendix] = ()


def build(context: RegulationOrderContext) -> Paper:
    """The order that approves the regulation, also one that is kept apart, and the roadmap."""
    frame, programme = context.frame, context.programme
    apart = () if any(one.kind == "regulation" for one in context.appendices) else (Appendix("regulation", None),)
    points = [
        *approved((*apart, *context.appendices), programme),
        ("Ввести Положение в действие со дня подписания приказа.", ()),
        *charged(frame.coordinator, _duties(programme)),
        (control(None), ()),
    ]
    return order_paper(
        frame,
        f"Об утверждении Положения {regulation_title(programme)}",
        f"Для организации наставничества {programme.participants}",
        points,
        basis=council(programme),
        acknowledged=short_names([frame.coordinator]) if frame.coordinator else (),
        named={"programme": context.programme.title},
    )


def _duties(programme: ProgrammeText) -> list[str]:
    if programme.is_for_teachers:
        return [
            "ознакомить с Положением педагогических работников под подпись",
            "организовать выполнение дорожной карты",
            "обеспечить подготовку персонализированной программы наставничества для каждой пары",
            "представить список пар с письменными согласиями наставников и наставляемых для закрепления приказом"
            if programme.needs_order
            else "получить письменные согласия наставников и наставляемых",
        ]
    return [
        "ознакомить с Положением педагогических работников, обучающихся и их родителей (законных представителей)",
        "организовать выполнение дорожной карты",
        "получить согласия участников, а за несовершеннолетних – их родителей (законных представителей)",
    ]


KIND = DocumentKind(
    code="regulation_order",
    title=_("Приказ об утверждении Положения"),
    about=_("Утверждает Положение о наставничестве и дорожную карту. С ним программа считается согласованной."),
    subject=Subject.PROGRAMME,
    book=Book.ORDERS,
    cites=(ActSubject.MENTORING, ActSubject.EDUCATION, ActSubject.LABOUR),
    appendices=("regulation", "roadmap"),
    sections=ORDER_SECTIONS,
    stages=("preparation",),
    context=RegulationOrderContext,
    build=build,
    needs_approval=True,
)
