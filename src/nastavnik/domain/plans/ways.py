"""Ways to organise one's time that a mentor recommends: shipped words, a code each. Pure."""

from django.utils.translation import gettext_lazy as _

WAYS = {
    "same_hour": _("Двадцать минут каждый день в одно и то же время"),
    "small_parts": _("Разбить большое задание на части по пятнадцать минут"),
    "hard_first": _("Трудное первым, пока есть силы, лёгкое потом"),
    "pause": _("Полчаса работы, пять минут отдыха без телефона"),
    "week_sheet": _("Листок недели: три дела на день, не больше"),
    "evening_before": _("С вечера собрать всё, что нужно завтра"),
    "new_among_old": _("Новое учить понемногу рядом с тем, что уже получается"),
    "repeat": _("Повторить новое через день, через неделю и через месяц"),
}
