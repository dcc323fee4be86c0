"""A module of fourteen months in nine events: launch in September, results and a look back in the next autumn."""

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.enums import TermKind
from nastavnik.domain.programmes.templates.rows import COORDINATOR, PAIRS, TEAM
from nastavnik.domain.programmes.templates.shape import RowTemplate, StageTemplate

MONTH, MONTHS = TermKind.MONTH, TermKind.MONTHS

LONG_STAGES = (
    StageTemplate("preparation", _("Подготовка условий"), 0, 29),
    StageTemplate("mentee_pool", _("База наставляемых"), 0, 60),
    StageTemplate("mentor_pool", _("База наставников"), 0, 45),
    StageTemplate("selection_training", _("Отбор и обучение"), 14, 45),
    StageTemplate("matching", _("Пары и группы"), 25, 60),
    StageTemplate("running", _("Работа пар"), 30, 272),
    StageTemplate("closing", _("Завершение и показ опыта"), 242, 425),
)

NINE_EVENTS = (
    RowTemplate(
        "preparation", 0, 29, _("Объявить о начале модуля, собрать первые запросы"), COORDINATOR,
        result=_("есть список желающих и согласия родителей"), task=_("рассказать ученикам и родителям"),
        document=_("база, согласия"), term_kind=MONTH,
    ),
    RowTemplate(
        "mentee_pool", 0, 29, _("Общая встреча наставника и группы"), TEAM,
        result=_("запросы названы, способы работы выбраны"), task=_("понять, в чём нужна помощь"),
        document=_("перечень запросов"), term_kind=MONTH,
    ),
    RowTemplate(
        "mentee_pool", 30, 272, _("Оценка участников на входе и по ходу"), COORDINATOR,
        result=_("есть с чем сравнивать, видны трудности"), task=_("разобрать анкеты, беседы и тесты"),
        document=_("результаты на входе"), term_kind=MONTHS,
    ),
    RowTemplate(
        "matching", 30, 60, _("Собрать пары и группы, договориться о плане"), PAIRS,
        result=_("план работы составлен вместе"), task=_("закрепить отношения, обменяться опытом"),
        document=_("планы пар"), term_kind=MONTH,
    ),
    RowTemplate(
        "running", 30, 241, _("Беседы, тренинги, занятия группой и по одному"), PAIRS,
        result=_("умения и уверенность растут"), task=_("поддержать желание учиться"), document=_("дневник встреч"),
        term_kind=MONTHS,
    ),
    RowTemplate(
        "running", 30, 272, _("Олимпиады, конкурсы и итоговые события: готовиться и участвовать"), PAIRS,
        result=_("участвуют чаще и успешнее, учатся лучше"), task=_("дать попробовать силы рядом с наставником"),
        document=_("дипломы, проекты"), term_kind=MONTHS,
    ),
    RowTemplate(
        "closing", 242, 272, _("Спросить участников, довольны ли они"), COORDINATOR,
        result=_("отношения завершены по-доброму, видно, достигнута ли цель"), task=_("узнать мнение каждого"),
        document=_("ответы участников"), term_kind=MONTH,
    ),
    RowTemplate(
        "closing", 365, 394, _("Итоговый праздник с родителями и гостями"), TEAM,
        result=_("пары рассказали о своём пути"), task=_("подвести итоги, поблагодарить"),
        document=_("благодарности, сертификаты"), term_kind=MONTH,
    ),
    RowTemplate(
        "closing", 395, 425, _("Показать опыт другим и наметить следующий круг"), COORDINATOR,
        result=_("опыт известен, есть план"), task=_("обдумать и рассказать"), document=_("публикация, план"),
        term_kind=MONTH,
    ),
)  # fmt: skip
