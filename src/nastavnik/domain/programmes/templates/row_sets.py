"""Ready rows that can be added to any roadmap: usual ones, nine events of a module, seven steps, papers of a start.

Days are counted from the start of the programme. What is here in «ежегодно» comes back every year.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.enums import ResourceKind, TermKind
from nastavnik.domain.programmes.templates.events import NINE_EVENTS
from nastavnik.domain.programmes.templates.rows import COORDINATOR, HEAD, PAIRS, SHARED, TEAM
from nastavnik.domain.programmes.templates.shape import RowTemplate, Text

PAPERS = (
    RowTemplate(
        "preparation", 0, 5, _("Собрать рабочую группу"), HEAD,
        result=_("известно, кто готовит программу"), document=_("приказ"),
        resources={ResourceKind.PEOPLE: _("заместитель, методист, психолог, педагоги")},
    ),
    RowTemplate(
        "preparation", 0, 5, _("Назначить куратора программы"), HEAD,
        result=_("есть кому задать вопрос"), document=_("приказ о кураторе"),
    ),
    RowTemplate(
        "preparation", 0, 7, _("Прочитать акты о наставничестве и сверить с ними свои бумаги"), TEAM,
        result=_("ссылки в документах верны"), task=_("понять, что обязательно, а что по выбору"),
        resources={ResourceKind.INFORMATION: _("список правовых оснований")},
    ),
    RowTemplate(
        "preparation", 3, 10, _("Завести папки и посмотреть образцы документов"), COORDINATOR,
        result=_("известно, где что лежит"), resources={ResourceKind.METHODS: _("образцы документов")},
    ),
    RowTemplate(
        "preparation", 5, 14, _("Написать дорожную карту"), COORDINATOR,
        result=_("сроки и ответственные названы"), document=_("дорожная карта"),
    ),
    RowTemplate(
        "preparation", 5, 14, _("Написать положение о наставничестве"), COORDINATOR,
        result=_("права и обязанности ясны всем"), document=_("положение"),
    ),
    RowTemplate(
        "preparation", 10, 18, _("Издать приказ о введении: сроки, ответственные, мониторинг"), HEAD,
        result=_("программа начата по приказу"), document=_("приказ о введении"),
        resources={ResourceKind.TECHNICAL: _("кабинет, компьютер, печать")},
    ),
    RowTemplate(
        "preparation", 12, 20, _("Утвердить положение и дорожную карту приказом"), HEAD,
        result=_("порядок действует"), document=_("приказ с двумя приложениями"),
    ),
    RowTemplate(
        "mentee_pool", 14, 45, _("Спросить педагогов, какая помощь им нужна"), COORDINATOR,
        result=_("запросы собраны"), task=_("узнать трудности до начала работы пар"), document=_("ответы на анкету"),
        term_kind=TermKind.YEARLY,
    ),
    RowTemplate(
        "matching", 50, 60, _("Закрепить пары приказом, получив письменные согласия"), HEAD,
        result=_("пары работают с известного дня"), document=_("приказ о закреплении, согласия"), if_order=True,
    ),
    RowTemplate(
        "running", 55, 75, _("Составить персонализированные программы пар"), PAIRS,
        result=_("у каждой пары есть план на год"), document=_("персонализированные программы"),
    ),
)  # fmt: skip

SEVEN_STEPS = (
    RowTemplate(
        "preparation", 0, 10, _("Договориться о модели и о сроках"), COORDINATOR,
        result=_("ясно, друг нужен или эксперт и надолго ли"), task=_("ответить на пять вопросов о наставнике"),
    ),
    RowTemplate(
        "preparation", 7, 20, _("Рассказать, что открывает участие"), COORDINATOR,
        result=_("дети и родители хотят попробовать"), task=_("показать возможности, никого не заставляя"),
    ),
    RowTemplate(
        "mentee_pool", 14, 45, _("Собрать заявки и распределить роли"), COORDINATOR,
        result=_("известно, кто наставник и кто наставляемый"), document=_("заявки, анкеты"),
    ),
    RowTemplate(
        "selection_training", 35, 55, _("Научить будущих наставников"), COORDINATOR,
        result=_("наставники знают методы и трудные случаи"), task=_("разыграть встречи по ролям"),
    ),
    RowTemplate(
        "running", 55, 240, _("Встречаться"), PAIRS,
        result=_("умения растут, пара не распалась"), document=_("дневник встреч"),
    ),
    RowTemplate(
        "running", 140, 155, _("Посмотреть, как складываются отношения"), COORDINATOR,
        result=_("трудности замечены вовремя"), task=_("поговорить с каждым отдельно"), document=_("заметки куратора"),
    ),
    RowTemplate(
        "closing", 240, 270, _("Оценить, чего достигли"), TEAM,
        result=_("видно, что выполнено и как вырос каждый"), task=_("защита проекта, сравнение с началом"),
        document=_("проекты, итоги"),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class RowSet:
    """A set that a coordinator adds with one press."""

    code: str
    title: Text
    about: Text
    rows: tuple[RowTemplate, ...]


ROW_SETS = (
    RowSet("usual", _("Обычные строки"), _("От рабочей группы до отчёта, на учебный год."), SHARED),
    RowSet("papers", _("Бумаги для начала"), _("Куратор, положение, дорожная карта, приказы, согласия."), PAPERS),
    RowSet(
        "nine_events", _("Девять событий модуля"), _("Четырнадцать месяцев: от запуска до показа опыта."), NINE_EVENTS
    ),
    RowSet("seven_steps", _("Семь шагов педагога"), _("Для кружка и коллектива, где решает педагог."), SEVEN_STEPS),
)


def row_set(code: str) -> RowSet:
    """The set of this code; KeyError where there is none."""
    return {one.code: one for one in ROW_SETS}[code]
