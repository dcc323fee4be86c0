"""Согласие на обработку персональных данных."""

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import ActSubject, Book, Subject
from nastavnik.domain.documents.kinds.chapters import capital, quoted
from nastavnik.domain.documents.kinds.consenting import (
    GIVES,
    ConsentContext,
    consent_paper,
    lasting,
    operator,
    signatures,
    who,
)
from nastavnik.domain.documents.kinds.frame import sentence
from nastavnik.domain.documents.kinds.shape import Ask, DocumentKind
from nastavnik.domain.documents.rendering.blocks import Paper, Paragraph, Section
from nastavnik.domain.documents.rendering.words import joined
from nastavnik.domain.programmes.enums import ProgrammeType


def build(context: ConsentContext) -> Paper:
    """The form: who, operator, purpose, data, actions, entrusting, term, withdrawal, signatures by age."""
    opening = f"{capital(GIVES[context.signing])} согласие на обработку персональных данных на следующих условиях."
    said = [sentence(f"{number}. {title}: {words}") for number, (title, words) in enumerate(_conditions(context), 1)]
    conditions = [Paragraph(one, indent=False, small=True) for one in said]  # small, to keep to one page
    text = Section("text", "Условия", (Paragraph(opening, indent=False), *conditions))
    return consent_paper(
        context, "на обработку персональных данных", [who(context, identity=True), text, signatures(context)]
    )


def _conditions(context: ConsentContext) -> list[tuple[str, str]]:
    institution = context.frame.institution
    entrusted = (
        f"обработку по поручению оператора ведёт {context.processor}"
        if context.processor
        else "обработка другим лицам не поручается"
    )
    return [
        ("Оператор", operator(institution)),
        (
            "Цель",
            f"организация и проведение программы наставничества {quoted(context.programme)} (подбор пары или "
            "группы, встречи, планы, оценка результатов, документы программы)",
        ),
        ("Данные", _data(context)),
        (
            "Действия",
            "сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, блокирование, "
            "удаление и уничтожение, с применением средств автоматизации и без них; предоставление – только участникам "
            "той же пары или группы; публикация в это согласие не входит",
        ),
        ("Поручение", entrusted),
        ("Срок", lasting(context)),
        (
            "Отзыв",
            "в любое время по письменному заявлению на имя руководителя; после отзыва обработку прекращают, а данные "
            "уничтожают в срок, установленный законом",
        ),
        *([("Правовая основа", "; ".join(context.frame.grounds))] if context.frame.grounds else []),
    ]


def _data(context: ConsentContext) -> str:
    group = "класс или группа" if context.is_child else "должность, место работы, педагогический стаж"
    if not context.is_child and context.programme_type == ProgrammeType.PUPILS:
        group = "место учёбы или работы, группа или должность"
    cleared = not context.is_child and context.role == "mentor" and context.programme_type == ProgrammeType.PUPILS
    own = joined(
        "фамилия, имя, отчество, дата рождения",
        group,
        "телефон и электронная почта, интересы, запросы, умения, удобное время, планы, записи о встречах, ответы на "
        "анкеты, достижения и результаты в программе",
        "отметка о допуске к работе с детьми без содержания справки" if cleared else "",
    )
    if not context.is_child:
        return own
    return f"участника – {own}; законного представителя – фамилия, имя, отчество, телефон и электронная почта"


KIND = DocumentKind(
    code="personal_data_consent",
    title=_("Согласие на обработку персональных данных"),
    about=_("Без него с данными ребёнка не работают. Даётся отдельно от других согласий."),
    subject=Subject.PARTICIPATION,
    book=Book.PAPERS,
    is_numbered=False,
    before_consent=True,
    batch=True,
    cites=(ActSubject.PERSONAL_DATA,),
    asks=(
        Ask(
            "processor",
            _("Кому поручена обработка данных"),
            "text",
            _("Название и адрес, если программу ведёт на своих серверах кто-то другой. Иначе не заполняйте."),
        ),
        Ask("valid_until", _("До какого дня"), "day", _("Без ответа – до конца программы.")),
    ),
    stages=("mentee_pool", "mentor_pool"),
    named=(("name", _("участник")),),
    context=ConsentContext,
    build=build,
    needs_approval=False,
    head_signs=False,
)
