"""Программа наставничества организации: общая часть, модули, мониторинг."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import ActSubject, Book, Subject
from nastavnik.domain.documents.kinds.approving import approval, inside, requisites
from nastavnik.domain.documents.kinds.chapters import bullets, capital, paragraphs, quoted, small, titles
from nastavnik.domain.documents.kinds.frame import Frame, Order, sentence, unnumbered
from nastavnik.domain.documents.kinds.letterhead import letterhead
from nastavnik.domain.documents.kinds.programme_module import module_sections
from nastavnik.domain.documents.kinds.programme_tables import events_table, stages_table
from nastavnik.domain.documents.kinds.programme_text import ProgrammeText, defined
from nastavnik.domain.documents.kinds.shape import DocumentKind
from nastavnik.domain.documents.rendering.blocks import Block, Heading, PageBreak, Paper, Paragraph, Section
from nastavnik.domain.documents.rendering.words import held, long_date
from nastavnik.domain.people.names import Case
from nastavnik.domain.programmes.enums import Catalogue


@dataclass(frozen=True)
class InstitutionProgrammeContext:
    """`approved_by` is the order that introduced the programme, where there is one."""

    frame: Frame
    programme: ProgrammeText
    approved_by: Order | None = None


@dataclass(frozen=True)
class Part:
    """A numbered part before it has its number."""

    code: str
    title: str
    blocks: tuple[Block, ...]
    is_editable: bool = True


def build(context: InstitutionProgrammeContext) -> Paper:
    """Title page, common part, a part for each module, plan and monitoring; a part without words is left out."""
    programme = context.programme
    several = len(programme.modules) > 1
    before = _numbered(_common(context), 1)
    number = len(before) + 1
    sections = [_title_page(programme, context.frame.institution.city), *before]
    for module in programme.modules:
        events = () if several else programme.events
        sections += module_sections(module, number, events, approved=_approved(context))
        number += 1
    after = [*(_plan(programme) if several else ()), *_monitoring(programme)]
    sections += _numbered(after, number)
    title = f"{programme.participants} {quoted(programme.title)}"
    return unnumbered(context.frame, "ПРОГРАММА НАСТАВНИЧЕСТВА", title, sections, **_fields(context))


def _fields(context: InstitutionProgrammeContext) -> dict[str, Any]:
    """The title page names the institution also where the programme is an appendix."""
    head = letterhead(context.frame.institution)
    return {**approval(context.frame), "letterhead": head, "named": {"programme": context.programme.title}}


def _title_page(programme: ProgrammeText, city: str) -> Section:
    until = f" – {long_date(programme.ends_on)}" if programme.ends_on else ""
    lines = [
        f"Учебный год: {programme.year}" if programme.year else "",
        f"Участники: {programme.education_stage}" if programme.education_stage else "",
        f"Чем занимаются пары: {programme.activity}" if programme.activity else "",
        f"Срок реализации: {long_date(programme.starts_on)}{until}",
        f"{'Формы' if len(programme.forms) > 1 else 'Форма'} наставничества: "
        f"{', '.join(map(quoted, programme.forms))}" if programme.forms else "",
    ]  # fmt: skip
    foot = f"{held(city)}, {programme.starts_on.year}" if city else ""
    blocks = [Paragraph(line, align="centre", indent=False) for line in (*lines, foot) if line]
    return Section("title_page", "Титульный лист", (*blocks, PageBreak()))


def _common(context: InstitutionProgrammeContext) -> list[Part]:
    programme = context.programme
    parts = [
        Part("note", "Пояснительная записка", _note(context)),
        Part("terms", "Понятия", bullets([defined(one) for one in programme.of(Catalogue.TERM)])),
        Part("aims", *_aims(programme)),
        Part("principles", "Принципы", bullets([defined(one) for one in programme.of(Catalogue.PRINCIPLE)])),
        Part("results", "Ожидаемые результаты", bullets(_shared(programme, Catalogue.EXPECTED_RESULT))),
        Part("management", "Управление программой", _management(context)),
        Part("stages", "Этапы реализации", stages_table(programme.stages), is_editable=False),
    ]
    return [part for part in parts if part.blocks]


def _numbered(parts: list[Part], first: int) -> list[Section]:
    return [
        Section(part.code, part.title, (Heading(f"{number}. {part.title}"), *part.blocks), part.is_editable)
        for number, part in enumerate(parts, first)
    ]


def _approved(context: InstitutionProgrammeContext) -> str:
    """By which order the programme of a module was approved; nothing before it was."""
    order = context.frame.approved_by or context.approved_by
    title = quoted(context.programme.title)
    return (
        f"Модуль входит в программу наставничества {title}, утверждённую приказом {requisites(order)}." if order else ""
    )


def _note(context: InstitutionProgrammeContext) -> tuple[Block, ...]:
    programme, frame = context.programme, context.frame
    named = ", ".join(map(quoted, programme.forms))
    forms = f" ({'формы' if len(programme.forms) > 1 else 'форма'}: {named})" if named else ""
    about = (
        f"Программа определяет, как организовано наставничество {programme.participants} {inside(frame.institution)}"
    )
    said = [
        *paragraphs(programme.note),
        Paragraph(sentence(f"{about}{forms}")),
    ]
    if programme.first_needs and programme.first_needs.rstrip(". ").lower() not in programme.note.lower():
        said.append(Paragraph(sentence(f"Первые запросы участников: {small(programme.first_needs)}")))
    order = frame.approved_by or context.approved_by
    if order:
        said.append(Paragraph(f"Программа утверждена приказом {requisites(order)}."))
    acts = titles(frame.grounds)
    if acts:
        said.append(Paragraph("Правовая основа программы:"))
    return (*said, *acts)


def _aims(programme: ProgrammeText) -> tuple[str, tuple[Block, ...]]:
    aims = (programme.goal,) if programme.goal else programme.words(Catalogue.AIM)
    tasks = bullets(_shared(programme, Catalogue.TASK))
    if len(aims) != 1:
        said = (Paragraph("Цели:"), *bullets(aims)) if aims else ()
        return ("Цели и задачи", (*said, Paragraph("Задачи:"), *tasks)) if tasks else ("Цели", said)
    if not tasks:
        return "Цель", (Paragraph(sentence(capital(aims[0]))),)
    return "Цель и задачи", (Paragraph(sentence(f"Цель: {small(aims[0])}")), Paragraph("Задачи:"), *tasks)


def _shared(programme: ProgrammeText, catalogue: str) -> tuple[str, ...]:
    """What is said of the whole programme; nothing where its only module says it."""
    said_by_module = len(programme.modules) == 1 and programme.modules[0].of(catalogue)
    return () if said_by_module else programme.words(catalogue)


def _management(context: InstitutionProgrammeContext) -> tuple[Block, ...]:
    programme, frame = context.programme, context.frame
    coordinator = frame.coordinator
    named = f" ({coordinator.full(Case.NOMINATIVE)})" if coordinator else ""
    confirms = "издаёт приказы и закрепляет пары и группы" if programme.needs_order else "издаёт приказы"
    parents = (
        ""
        if programme.is_for_teachers
        else "; родители (законные представители) несовершеннолетних дают согласие и знают о ходе работы"
    )
    return (
        Paragraph(f"Руководитель организации утверждает программу, назначает куратора, {confirms}."),
        Paragraph(
            f"Куратор{named} ведёт базы наставников и наставляемых, готовит пары, следит за встречами и сроками, "
            "проводит мониторинг и готовит отчёт."
        ),
        Paragraph(f"Наставники и наставляемые работают по своим планам и дают обратную связь{parents}."),
    )


def _plan(programme: ProgrammeText) -> list[Part]:
    table = events_table(programme.events)
    return [Part("plan", "План мероприятий", table, is_editable=False)] if table else []


def _monitoring(programme: ProgrammeText) -> list[Part]:
    measured = "; инструменты названы в модулях" if programme.of(Catalogue.OUTCOME) else ""
    return [
        Part(
            "monitoring",
            "Мониторинг",
            (
                Paragraph("Мониторинг состоит из двух частей."),
                Paragraph(
                    "Первая часть – качество программы: проходят ли встречи, выполняются ли планы и дорожная карта, "
                    "довольны ли участники. Источники: дневники встреч, отзывы и анкеты участников, отчёт куратора."
                ),
                Paragraph(
                    "Вторая часть – влияние на участников: что изменилось между началом и концом программы. Одни и те "
                    f"же показатели измеряют на входе и на выходе и сравнивают{measured}."
                ),
                Paragraph("Итоги приводятся в отчёте о программе в обобщённом виде, без имён."),
            ),
        )
    ]


KIND = DocumentKind(
    code="institution_programme",
    title=_("Программа наставничества организации"),
    about=_("Полный текст программы с модулями, портретами, результатами и планом."),
    subject=Subject.PROGRAMME,
    book=Book.PAPERS,
    is_numbered=False,
    cites=(ActSubject.EDUCATION, ActSubject.MENTORING),
    stages=("preparation",),
    context=InstitutionProgrammeContext,
    build=build,
    needs_approval=True,
)
