"""Приказ о назначении куратора программы."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import ActSubject, Book, Subject
from nastavnik.domain.documents.kinds.approving import charged, of_programme, readers, working_group
from nastavnik.domain.documents.kinds.frame import ORDER_SECTIONS, Frame, control, order_paper, sentence
from nastavnik.domain.documents.kinds.letterhead import Official
from nastavnik.domain.documents.kinds.programme_text import ProgrammeText
from nastavnik.domain.documents.kinds.shape import Ask, DocumentKind
from nastavnik.domain.documents.rendering.blocks import Paper
from nastavnik.domain.people.names import Case


@dataclass(frozen=True)
class CoordinatorOrderContext:
    """`deputy` and `working_group` are names in the nominative, with posts, as somebody wrote them."""

    frame: Frame
    programme: ProgrammeText
    coordinator: Official
    deputy: str = ""
    working_group: Sequence[str] = ()


def build(context: CoordinatorOrderContext) -> Paper:
    """The order: who coordinates, who stands in, what is to be done, which data may be seen."""
    programme = context.programme
    named = context.coordinator.full(Case.ACCUSATIVE)
    points = [
        (sentence(f"Назначить куратором {of_programme(programme)} {named}"), ()),
        *_deputy(context.deputy),
        *working_group(context.working_group),
        *charged(context.coordinator, duties(programme)),
        (_data(context.coordinator), ()),
        (control(None), ()),
    ]
    return order_paper(
        context.frame,
        f"О назначении куратора {of_programme(programme)}",
        f"Для организации наставничества {programme.participants}",
        points,
        acknowledged=readers([context.coordinator], context.working_group),
        named={"programme": context.programme.title},
    )


def duties(programme: ProgrammeText) -> list[str]:
    """What a coordinator does, in the infinitive."""
    if programme.is_for_teachers:
        people = "вести базы наставников и наставляемых, собирать письменные согласия работников"
        preparing = "готовить предложения о парах и помогать составлять персонализированные программы"
    else:
        people = (
            "вести базы наставников и наставляемых, собирать согласия участников и родителей (законных представителей)"
        )
        preparing = "готовить предложения о парах и группах с учётом запросов и взаимного согласия сторон"
    return [
        "организовать выполнение дорожной карты",
        people,
        "организовать отбор и обучение наставников",
        preparing,
        "следить за тем, как проходят встречи, и помогать парам, у которых возникли трудности",
        "собирать отзывы участников, проводить мониторинг и готовить отчёт о программе",
    ]


def _deputy(deputy: str) -> list[tuple[str, Sequence[str]]]:
    return [(sentence(f"В отсутствие куратора его обязанности исполняет {deputy}"), ())] if deputy else []


def _data(coordinator: Official) -> str:
    name = coordinator.brief(Case.DATIVE)
    return (
        f"Предоставить {name} доступ к персональным данным участников программы в объёме, нужном для её проведения, "
        "с обязательством не разглашать эти данные."
    )


KIND = DocumentKind(
    code="coordinator_order",
    title=_("Приказ о назначении куратора"),
    about=_("Назначает куратора программы, называет его обязанности и открывает доступ к данным участников."),
    subject=Subject.PROGRAMME,
    book=Book.ORDERS,
    cites=(ActSubject.MENTORING, ActSubject.PERSONAL_DATA),
    asks=(
        Ask(
            "deputy",
            _("Кто замещает куратора"),
            "text",
            _("Фамилия, имя, отчество и должность. Можно не заполнять."),
        ),
        Ask(
            "working_group",
            _("Рабочая группа"),
            "long_text",
            _("По человеку в строке: фамилия, имя, отчество, должность. Можно не заполнять."),
        ),
    ),
    sections=ORDER_SECTIONS,
    stages=("preparation",),
    context=CoordinatorOrderContext,
    build=build,
    needs_approval=True,
)
