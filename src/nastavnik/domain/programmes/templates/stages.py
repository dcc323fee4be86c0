"""Seven stages with their usual days, and the rows of a roadmap that every form of mentoring shares."""

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.templates.shape import RowTemplate, StageTemplate

SEVEN_STAGES = (
    StageTemplate("preparation", _("Подготовка условий"), 0, 20),
    StageTemplate("mentee_pool", _("База наставляемых"), 14, 45),
    StageTemplate("mentor_pool", _("База наставников"), 14, 45),
    StageTemplate("selection_training", _("Отбор и обучение"), 35, 55),
    StageTemplate("matching", _("Пары и группы"), 45, 60),
    StageTemplate("running", _("Работа пар"), 55, 255),
    StageTemplate("closing", _("Завершение"), 240, 270),
)

COORDINATOR = _("куратор")
HEAD = _("руководитель")
PAIRS = _("наставники и наставляемые")

PREPARATION = (
    RowTemplate(
        "preparation", 0, 7, _("Собрать рабочую группу, назначить куратора"), HEAD, _("приказ о назначении куратора")
    ),
    RowTemplate(
        "preparation", 0, 14, _("Договориться о целях, форме и сроках программы"), COORDINATOR, _("программа модуля")
    ),
    RowTemplate(
        "preparation", 7, 14, _("Утвердить положение и дорожную карту"), HEAD, _("положение, дорожная карта, приказ")
    ),
)

POOLS = (
    RowTemplate("mentee_pool", 21, 45, _("Собрать согласия и базу наставляемых"), COORDINATOR, _("база, согласия")),
    RowTemplate("mentor_pool", 14, 35, _("Пригласить наставников"), COORDINATOR, _("заявки наставников")),
    RowTemplate("mentor_pool", 21, 45, _("Собрать базу наставников"), COORDINATOR, _("база, согласия")),
)

PAIRING = (
    RowTemplate("matching", 45, 52, _("Подобрать пары и спросить обе стороны"), COORDINATOR, _("список пар")),
    RowTemplate("matching", 50, 60, _("Закрепить пары"), HEAD, _("приказ о закреплении")),
    RowTemplate("running", 55, 70, _("Провести первые встречи, составить планы"), PAIRS, _("планы пар")),
)

CLOSING = (
    RowTemplate("closing", 240, 250, _("Спросить участников, что получилось"), COORDINATOR, _("ответы участников")),
    RowTemplate("closing", 245, 262, _("Подвести итоги и наградить"), COORDINATOR, _("сертификаты, благодарности")),
    RowTemplate("closing", 255, 270, _("Написать отчёт и план на следующий год"), COORDINATOR, _("отчёт, план")),
)


def roadmap(*own: RowTemplate, with_head: bool = True) -> tuple[RowTemplate, ...]:
    """The shared rows and those of one form, in the order of their days; without the head's rows where none decides."""
    shared = (*PREPARATION, *POOLS, *PAIRING, *CLOSING)
    rows = [row for row in (*shared, *own) if with_head or row.responsible is not HEAD]
    return tuple(sorted(rows, key=lambda row: (row.first_day, row.last_day)))
