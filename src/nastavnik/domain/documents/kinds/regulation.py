"""Положение о наставничестве: понятия, цели, порядок, права и обязанности, как образуются пары."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import ActSubject, Book, Subject
from nastavnik.domain.documents.kinds.approving import approval, inside, regulation_title
from nastavnik.domain.documents.kinds.chapters import Chapter, Said, numbered_chapters, quoted, small
from nastavnik.domain.documents.kinds.coordinator_order import duties
from nastavnik.domain.documents.kinds.frame import Frame, unnumbered
from nastavnik.domain.documents.kinds.programme_text import ProgrammeText, defined, detail
from nastavnik.domain.documents.kinds.regulation_procedure import ending, evaluation, pairing, procedure, rewards
from nastavnik.domain.documents.kinds.shape import DocumentKind
from nastavnik.domain.documents.rendering.blocks import Paper
from nastavnik.domain.programmes.enums import Catalogue


@dataclass(frozen=True)
class RegulationContext:
    frame: Frame
    programme: ProgrammeText


def build(context: RegulationContext) -> Paper:
    """The regulation; a chapter for which nobody has words is left out and the others are numbered without it."""
    programme = context.programme
    chapters = (
        Chapter("general", "Общие положения", _general(context)),
        Chapter("concepts", "Понятия и принципы", _concepts(programme)),
        Chapter("aims", "Цели", _aims(programme)),
        Chapter("tasks", "Задачи", (Said("Задачи программы:", programme.words(Catalogue.TASK)),)),
        Chapter("formats", "Формы и виды наставничества", _formats(programme)),
        Chapter("results", "Ожидаемые результаты", _results(programme)),
        Chapter("procedure", "Порядок осуществления наставничества", procedure(programme)),
        Chapter("coordinator", "Куратор программы", _coordinator(programme)),
        Chapter("mentor", "Права и обязанности наставника", _mentor(programme)),
        Chapter("mentee", "Права и обязанности наставляемого", _mentee(programme)),
        Chapter("pairs", "Формирование пар и групп", pairing(programme)),
        Chapter("evaluation", "Мониторинг и оценка результатов", evaluation(programme)),
        Chapter("rewards", "Поощрение", rewards(programme)),
        Chapter("ending", "Заключительные положения", ending(programme)),
    )
    return unnumbered(
        context.frame,
        "ПОЛОЖЕНИЕ",
        regulation_title(programme),
        numbered_chapters(chapters),
        **approval(context.frame),
        named={"programme": programme.title},
    )


def _general(context: RegulationContext) -> tuple[Said, ...]:
    programme, where = context.programme, inside(context.frame.institution)
    title = quoted(programme.title)
    system = "построена система наставничества" if programme.is_for_teachers else "организовано наставничество"
    parents = "" if programme.is_for_teachers else ", родители (законные представители) несовершеннолетних"
    return (
        Said(
            f"Положение определяет, как {system} {programme.participants} {where} "
            f"по программе наставничества {title} (далее – программа)"
        ),
        Said("Правовая основа Положения:", context.frame.grounds, titles=True),
        Said(f"Участники программы: куратор, наставники, наставляемые{parents}"),
    )


def _concepts(programme: ProgrammeText) -> tuple[Said, ...]:
    return (
        Said("В Положении используются понятия:", tuple(map(defined, programme.of(Catalogue.TERM)))),
        Said("Наставничество строится на принципах:", tuple(map(defined, programme.of(Catalogue.PRINCIPLE)))),
    )


def _aims(programme: ProgrammeText) -> tuple[Said, ...]:
    said = (programme.goal, *(module.aim for module in programme.modules))
    aims = tuple(dict.fromkeys(aim for aim in said if aim)) or programme.words(Catalogue.AIM)
    if len(aims) == 1:
        return (Said(f"Цель программы: {small(aims[0])}"),)
    return (Said("Цели программы:", aims),)


def _formats(programme: ProgrammeText) -> tuple[Said, ...]:
    forms = tuple(dict.fromkeys(_form(module.form, module.role_model) for module in programme.modules))
    kinds = {module.kind: module.kind_definition for module in programme.modules if module.kind}
    kinds |= {entry.title: entry.text for entry in programme.of(Catalogue.KIND)}
    said = tuple(f"{kind} – {small(text)}" if text else kind for kind, text in kinds.items())
    conducted = (
        Said(f"Программа проводится в форме {forms[0]}")
        if len(forms) == 1
        else Said("Программа проводится в формах:", forms)
    )
    return conducted, Said("Вид наставничества:" if len(said) == 1 else "Виды наставничества:", said)


def _form(form: str, role_model: str) -> str:
    model = f" (ролевая модель {quoted(role_model)})" if role_model else ""
    return f"{quoted(form)}{model}" if form else ""


def _results(programme: ProgrammeText) -> tuple[Said, ...]:
    measured = tuple(
        f"{entry.title} ({detail(entry, 'instrument')})" if detail(entry, "instrument") else entry.title
        for entry in programme.of(Catalogue.OUTCOME)
    )
    return (
        Said("Ожидаемые результаты программы:", programme.words(Catalogue.EXPECTED_RESULT)),
        Said("Что оценивается (в скобках – чем):", measured),
    )


def _coordinator(programme: ProgrammeText) -> tuple[Said, ...]:
    return (
        Said("Куратора программы назначает приказом руководитель"),
        Said("Куратор обязан:", duties(programme)),
        Said("Куратор отчитывается о программе перед руководителем"),
    )


def _mentor(programme: ProgrammeText) -> tuple[Said, ...]:
    return (
        Said("Наставник имеет право:", programme.words(Catalogue.MENTOR_RIGHT)),
        Said("Наставник обязан:", programme.words(Catalogue.MENTOR_DUTY)),
    )


def _mentee(programme: ProgrammeText) -> tuple[Said, ...]:
    return (
        Said("Наставляемый имеет право:", programme.words(Catalogue.MENTEE_RIGHT)),
        Said("Наставляемый обязан:", programme.words(Catalogue.MENTEE_DUTY)),
    )


KIND = DocumentKind(
    code="regulation",
    title=_("Положение о наставничестве"),
    about=_("Правила программы: понятия, порядок, права и обязанности. Утверждается приказом."),
    subject=Subject.PROGRAMME,
    book=Book.PAPERS,
    is_numbered=False,
    cites=(ActSubject.EDUCATION, ActSubject.MENTORING, ActSubject.LABOUR, ActSubject.PERSONAL_DATA, ActSubject.SAFETY),
    stages=("preparation",),
    context=RegulationContext,
    build=build,
    needs_approval=True,
)
