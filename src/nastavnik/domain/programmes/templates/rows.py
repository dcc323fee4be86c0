"""Rows of a roadmap that every programme shares. Days are said for a school year."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.enums import ProgrammeType, ResourceKind
from nastavnik.domain.programmes.templates.shape import RowTemplate

COORDINATOR = _("куратор")
HEAD = _("руководитель")
PAIRS = _("наставники и наставляемые")
TEAM = _("куратор, педагоги")

TELLING = RowTemplate(
    "preparation", 10, 20, _("Рассказать о программе детям, родителям и педагогам"), TEAM,
    result=_("о программе знают, есть первые запросы"), task=_("показать возможности и перспективы"),
    document=_("страница программы, памятки"),
    resources={ResourceKind.INFORMATION: _("страница программы, собрания, стенд")},
)  # fmt: skip
TELLING_TEACHERS = replace(
    TELLING,
    title=_("Рассказать о программе педагогам"),
    resources={ResourceKind.INFORMATION: _("страница программы, педагогический совет")},
)

PREPARATION = (
    RowTemplate(
        "preparation", 0, 7, _("Собрать рабочую группу, назначить куратора"), HEAD,
        result=_("известно, кто за что отвечает"), task=_("распределить работу"),
        document=_("приказ о назначении куратора"), resources={ResourceKind.PEOPLE: _("куратор, рабочая группа")},
    ),
    RowTemplate(
        "preparation", 0, 14, _("Договориться о целях, форме и сроках программы"), COORDINATOR,
        result=_("модель выбрана, цели понятны"), task=_("выбрать модель наставничества"),
        document=_("программа наставничества"), resources={ResourceKind.METHODS: _("образцы программы и положения")},
    ),
    RowTemplate(
        "preparation", 7, 14, _("Утвердить положение и дорожную карту"), HEAD,
        result=_("порядок закреплён"), task=_("закрепить порядок работы"),
        document=_("приказ, положение, дорожная карта"),
    ),
    TELLING,
)  # fmt: skip

POOLS = (
    RowTemplate(
        "mentee_pool", 21, 45, _("Собрать согласия и базу наставляемых"), COORDINATOR,
        result=_("известно, кто просит помощи и в чём"), task=_("узнать запросы"), document=_("база, согласия"),
        resources={ResourceKind.INFORMATION: _("анкета, списки возможных участников")},
    ),
    RowTemplate(
        "mentor_pool", 14, 35, _("Пригласить наставников"), COORDINATOR,
        result=_("есть желающие"), task=_("найти тех, кто готов делиться"), document=_("заявки наставников"),
    ),
    RowTemplate(
        "mentor_pool", 21, 45, _("Собрать базу наставников"), COORDINATOR,
        result=_("известно, кто чем может помочь"), task=_("узнать, что умеют наставники"),
        document=_("база, согласия"),
    ),
)  # fmt: skip

TRAINING = (
    RowTemplate(
        "selection_training", 35, 48, _("Поговорить с будущими наставниками"), COORDINATOR,
        result=_("каждый понимает, на что идёт"), task=_("убедиться, что роль подходит"),
        document=_("отметки о собеседовании"),
    ),
    RowTemplate(
        "selection_training", 40, 55, _("Обучить наставников: роли, трудные случаи, первая встреча"), COORDINATOR,
        result=_("наставники готовы к встречам"), task=_("научить начинать и поддерживать"),
        document=_("отметки об обучении"), resources={ResourceKind.METHODS: _("сценарий занятий, памятка наставника")},
    ),
)  # fmt: skip

PAIRING = (
    RowTemplate(
        "matching", 45, 52, _("Подобрать пары и спросить обе стороны"), COORDINATOR,
        result=_("обе стороны согласны"), task=_("соединить запрос и умение"), document=_("список пар"),
        resources={ResourceKind.TECHNICAL: _("компьютер куратора")},
    ),
    RowTemplate(
        "matching", 50, 60, _("Закрепить пары"), HEAD,
        result=_("пары работают с известного дня"), task=_("оформить решение о парах"),
        document=_("приказ о закреплении"), if_order=True,
    ),
    RowTemplate(
        "running", 55, 70, _("Провести первые встречи, составить планы"), PAIRS,
        result=_("у каждой пары есть цель и сроки"), task=_("договориться о цели и правилах"), document=_("планы пар"),
    ),
)  # fmt: skip

MIDDLE = (
    RowTemplate(
        "running", 140, 155, _("Спросить пары, что помогает и что мешает"), COORDINATOR,
        result=_("трудности видны вовремя"), task=_("оценить отношения в парах"), document=_("заметки куратора"),
        months_from=4,
    ),
)  # fmt: skip

CLOSING = (
    RowTemplate(
        "closing", 240, 250, _("Спросить участников, что получилось"), COORDINATOR,
        result=_("есть с чем сравнить начало"), task=_("оценить результаты"), document=_("ответы участников"),
    ),
    RowTemplate(
        "closing", 245, 262, _("Подвести итоги и наградить"), COORDINATOR,
        result=_("вклад каждого замечен"), task=_("поблагодарить и показать опыт"),
        document=_("сертификаты, благодарности"),
    ),
    RowTemplate(
        "closing", 255, 270, _("Написать отчёт и план на следующий год"), COORDINATOR,
        result=_("понятно, что изменить"), task=_("сделать выводы"), document=_("отчёт, план"),
    ),
)  # fmt: skip

SHARED = (*PREPARATION, *POOLS, *TRAINING, *PAIRING, *MIDDLE, *CLOSING)


def fitting(rows: Iterable[RowTemplate], programme_type: str) -> tuple[RowTemplate, ...]:
    """The rows in words for these people: a programme for teachers is not told to children and parents."""
    if programme_type != ProgrammeType.TEACHERS:
        return tuple(rows)
    return tuple(TELLING_TEACHERS if row is TELLING else row for row in rows)
