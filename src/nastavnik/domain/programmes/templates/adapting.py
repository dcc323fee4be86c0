"""One method, adapted: what the activity and the stage of education add to a programme."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.enums import Activity, EducationStage, ResourceKind
from nastavnik.domain.programmes.templates.rows import COORDINATOR, PAIRS, TEAM
from nastavnik.domain.programmes.templates.shape import RowTemplate, Text


@dataclass(frozen=True)
class Adaptation:
    """A sentence for the explanatory note, rows of the roadmap, and how the stage of work is called here."""

    note: Text
    rows: tuple[RowTemplate, ...] = ()
    running: Text = ""


ACTIVITIES: dict[str, Adaptation] = {
    Activity.STUDY: Adaptation(
        _("Пары занимаются учёбой: разбирают трудные темы, учатся распределять время и готовятся к важным работам."),
        (
            RowTemplate(
                "running", 60, 250, _("Готовиться к олимпиадам и конкурсам, участвовать"), PAIRS,
                result=_("участие и рост результатов"), task=_("попробовать силы"), document=_("дипломы, сертификаты"),
                months_from=4,
            ),
        ),
        _("Учимся вместе"),
    ),
    Activity.ARTS: Adaptation(
        _("Пары занимаются творчеством: старший показывает движение, звук или роль, младший пробует и находит своё."),
        (
            RowTemplate(
                "running", 70, 240, _("Готовить общий номер"), PAIRS,
                result=_("номер показан"), task=_("сделать своё вместе"), document=_("программа концерта"),
                resources={ResourceKind.TECHNICAL: _("зал, звук, костюмы")}, months_from=3,
            ),
        ),
        _("Репетиции и встречи пар"),
    ),
    Activity.TECHNICAL: Adaptation(
        _("Пары занимаются техникой: от первой схемы или программы до устройства, которое работает."),
        (
            RowTemplate(
                "running", 70, 240, _("Собрать и защитить общий проект"), PAIRS,
                result=_("устройство или программа работает"), task=_("пройти путь от замысла до показа"),
                document=_("проект, запись защиты"),
                resources={ResourceKind.TECHNICAL: _("оборудование мастерской, компьютеры")}, months_from=3,
            ),
        ),
        _("Работа над проектами"),
    ),
    Activity.SPORT: Adaptation(
        _("Пары занимаются спортом: опытный следит за приёмом и настроем, новичок растёт от тренировки к тренировке."),
        (
            RowTemplate(
                "running", 70, 240, _("Готовиться к соревнованиям и выступить"), PAIRS,
                result=_("личный результат выше прежнего"), task=_("поддержать на пути к старту"),
                document=_("протоколы соревнований"), months_from=3,
            ),
        ),
        _("Тренировки и встречи пар"),
    ),
    Activity.VOCATION: Adaptation(
        _("Пары пробуют профессию: видят рабочее место, выполняют настоящую задачу и примеряют дело на себя."),
        (
            RowTemplate(
                "running", 90, 200, _("Провести профессиональную пробу"), PAIRS,
                result=_("профессия понятна изнутри"), task=_("попробовать дело"), document=_("отчёт о пробе"),
                months_from=3,
            ),
        ),
        _("Пробы и задачи"),
    ),
    Activity.COMMUNITY: Adaptation(
        _("Пары занимаются общением: помогают войти в коллектив, найти друзей и своё место в общих делах."),
        (
            RowTemplate(
                "running", 90, 200, _("Провести общее дело класса или группы"), PAIRS,
                result=_("дело сделано вместе"), task=_("найти место каждому"), document=_("заметка, снимки"),
                months_from=2,
            ),
        ),
        _("Встречи и общие дела"),
    ),
    Activity.TEACHING: Adaptation(
        _("Пары занимаются преподаванием: разбирают занятия, пробуют приёмы и учатся видеть свою работу со стороны."),
        (
            RowTemplate(
                "running", 150, 240, _("Провести открытое занятие и обсудить его с коллегами"), PAIRS,
                result=_("приём показан и разобран"), task=_("показать новое"), document=_("план занятия, разбор"),
                months_from=4,
            ),
        ),
        _("Работа по персонализированным программам"),
    ),
}  # fmt: skip

STAGES: dict[str, Adaptation] = {
    EducationStage.PRIMARY: Adaptation(
        _("Дети младшие, поэтому встречи короткие и частые, через игру, а родители знают о каждой."),
        (
            RowTemplate(
                "preparation", 10, 20, _("Провести встречу с родителями: как проходят встречи и кто рядом"), TEAM,
                result=_("родители спокойны и согласны"), task=_("рассказать о порядке"),
                document=_("список присутствовавших"),
            ),
            RowTemplate(
                "running", 60, 75, _("Познакомиться через игру"), PAIRS,
                result=_("дети не боятся спрашивать"), task=_("снять неловкость"), document=_("дневник встреч"),
            ),
        ),
    ),
    EducationStage.BASIC: Adaptation(
        _("Подросткам важны равенство и право выбора: цель пара ставит сама, взрослые поддерживают."),
    ),
    EducationStage.SECONDARY: Adaptation(
        _("Старшеклассники выбирают дальнейший путь, поэтому рядом с учёбой идёт разговор о профессии и поступлении."),
        (
            RowTemplate(
                "running", 120, 200, _("Разобрать пути после школы: экзамены, поступление, первые шаги"), PAIRS,
                result=_("у каждого есть свой план"), task=_("помочь с выбором"), document=_("план выбора"),
                months_from=4,
            ),
        ),
    ),
    EducationStage.VOCATIONAL: Adaptation(
        _("Студенты осваивают профессию: наставник связывает учёбу, практику и первое рабочее место."),
        (
            RowTemplate(
                "running", 120, 220, _("Связать план пары с практикой: что сделать на рабочем месте"), PAIRS,
                result=_("практика работает на цель"), task=_("связать учёбу и работу"), document=_("дневник практики"),
                months_from=4,
            ),
        ),
    ),
    EducationStage.SUPPLEMENTARY: Adaptation(
        _("В объединении дети разного возраста, поэтому пары складываются по умению и увлечению, а не по классу."),
        (
            RowTemplate(
                "closing", 240, 262, _("Показать общее дело на итоговом событии объединения"), TEAM,
                result=_("пары видят, чего достигли"), task=_("представить результаты"),
                document=_("программа события"), months_from=3,
            ),
        ),
    ),
    EducationStage.STAFF: Adaptation(
        _("Участники – взрослые: темы и сроки они выбирают сами, встречи вписаны в рабочее расписание."),
        (
            RowTemplate(
                "preparation", 7, 20, _("Согласовать время встреч и доплату наставникам"), COORDINATOR,
                result=_("наставничество оформлено по трудовому праву"), task=_("оформить работу наставников"),
                document=_("согласия работников, дополнительные соглашения"), if_order=True,
            ),
        ),
    ),
}  # fmt: skip


def adaptations(education_stage: str, activity: str) -> tuple[Adaptation, ...]:
    """What fits, the activity first; empty where nothing is known."""
    return tuple(found for found in (ACTIVITIES.get(activity), STAGES.get(education_stage)) if found)
