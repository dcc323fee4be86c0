"""Приказ о введении программы наставничества."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import ActSubject, Book, Subject
from nastavnik.domain.documents.kinds.approving import (
    Appendix,
    OrderPoint,
    approved,
    charged,
    coordinator_point,
    council,
    of_programme,
    readers,
    working_group,
)
from nastavnik.domain.documents.kinds.chapters import items_of, quoted
from nastavnik.domain.documents.kinds.frame import (
    ORDER_SECTIONS,
    Frame,
    Order,
    control,
    listed,
    order_paper,
    sentence,
)
from nastavnik.domain.documents.kinds.programme_text import ProgrammeText
from nastavnik.domain.documents.kinds.shape import Ask, DocumentKind
from nastavnik.domain.documents.rendering.blocks import Paper
from nastavnik.domain.documents.rendering.words import long_date
from nastavnik.domain.programmes.enums import Catalogue

MOST_RESULTS = 6  # an order is read at once


@dataclass(frozen=True)
class IntroductionContext:
    """`appendices` are approved by the order. `coordinator_order` is set where the coordinator was appointed by an
    order of its own. `working_group` and `supplier` are names in the nominative, with posts, as somebody wrote them."""

    frame: Frame
    programme: ProgrammeText
    appendices: Sequence[Appendix] = ()
    coordinator_order: Order | None = None
    working_group: Sequence[str] = ()
    supplier: str = ""


def build(context: IntroductionContext) -> Paper:
    """The order: what is introduced and until when, what is approved, who does it, when it is evaluated."""
    frame, programme = context.frame, context.programme
    points = [
        (_introduced(programme), ()),
        *approved(context.appendices, programme),
        *coordinator_point(frame, context.coordinator_order),
        *working_group(context.working_group),
        *charged(frame.coordinator, _duties(programme)),
        *_supplies(context.supplier),
        *_results(context),
        *_monitoring(programme),
        (control(None), ()),
    ]
    return order_paper(
        frame,
        f"О введении {of_programme(programme)}",
        f"Для организации наставничества {programme.participants}",
        points,
        basis=council(programme),
        acknowledged=readers([frame.coordinator] if frame.coordinator else [], context.working_group),
        named={"programme": context.programme.title},
    )


def _introduced(programme: ProgrammeText) -> str:
    until = f" на срок до {long_date(programme.ends_on)}" if programme.ends_on else ""
    said = f"программу наставничества {programme.participants} {quoted(programme.title)} (далее – программа)"
    return sentence(f"Ввести с {long_date(programme.starts_on)} {said}{until}")


def _duties(programme: ProgrammeText) -> list[str]:
    audience = "обучающихся, их родителей (законных представителей) и педагогических работников"
    consents = "получить согласия участников, а за несовершеннолетних – их родителей (законных представителей)"
    if programme.is_for_teachers:
        audience = "педагогических работников"
        consents = "получить письменные согласия наставников и наставляемых"
    pairs = "закрепления приказом" if programme.needs_order else "утверждения"
    return [
        f"ознакомить с программой {audience}{_by(programme, 'preparation')}",
        "организовать выполнение дорожной карты",
        f"{consents}{_by(programme, 'selection_training')}",
        f"представить списки пар и групп для {pairs}{_by(programme, 'matching')}",
    ]


def _by(programme: ProgrammeText, code: str) -> str:
    stage = programme.stage(code)
    return f" до {long_date(stage.ends_on)}" if stage else ""


def _results(context: IntroductionContext) -> list[OrderPoint]:
    """What is expected, unless the programme itself goes with the order and says it."""
    in_full = any(one.kind == "institution_programme" for one in context.appendices)
    said = [] if in_full else items_of(context.programme.words(Catalogue.EXPECTED_RESULT)[:MOST_RESULTS])
    return [("Считать планируемыми результатами программы:", said)] if said else []


def _supplies(supplier: str) -> list[OrderPoint]:
    if not supplier:
        return []
    return [(sentence(f"За материально-техническое обеспечение программы отвечает {supplier}"), ())]


def _monitoring(programme: ProgrammeText) -> list[OrderPoint]:
    entry = programme.stage("mentee_pool")
    parts = [f"входная оценка участников – до {long_date(entry.ends_on)}"] if entry else []
    if programme.ends_on:
        parts += [
            f"оценка хода программы и итоговая оценка участников – до {long_date(programme.ends_on)}",
            f"отчёт о программе – до {long_date(programme.ends_on)}",
        ]
    return [("Провести мониторинг программы в следующие сроки:", listed(parts))] if parts else []


KIND = DocumentKind(
    code="introduction_order",
    title=_("Приказ о введении программы"),
    about=_("Вводит программу и утверждает её дорожную карту. С ним программа считается согласованной."),
    subject=Subject.PROGRAMME,
    book=Book.ORDERS,
    cites=(ActSubject.MENTORING, ActSubject.EDUCATION),
    appendices=("roadmap", "institution_programme"),
    asks=(
        Ask(
            "working_group",
            _("Рабочая группа"),
            "long_text",
            _("По человеку в строке: фамилия, имя, отчество, должность. Можно не заполнять."),
        ),
        Ask(
            "supplier",
            _("Кто отвечает за материально-техническое обеспечение"),
            "text",
            _("Должность, фамилия и инициалы, например: заместитель директора Морозова Е. А. Можно не заполнять."),
        ),
    ),
    sections=ORDER_SECTIONS,
    stages=("preparation",),
    context=IntroductionContext,
    build=build,
    needs_approval=True,
)
