"""What the studio calls each change: the question of its page, the heading of its price, its button, what was done."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Words(NamedTuple):
    title: Promise
    price: Promise
    button: Promise
    done: Promise
    plain: Promise = _("Просто поменять")
    whole: Promise = _("Лучший план с этой парой")


CHANGES: dict[str, Words] = {
    "pin": Words(
        _("Закрепить пару?"),
        _("Цена закрепления"),
        _("Закрепить пару"),
        _("Пара закреплена: %(mentee)s и %(mentor)s. Она останется и при пересчёте."),
    ),
    "unpin": Words(
        _("Снять закрепление?"),
        _("Что будет без закрепления"),
        _("Снять закрепление"),
        _("Закрепление снято: %(mentee)s и %(mentor)s."),
        _("Остальное оставить как есть"),
        _("Лучший план заново"),
    ),
    "ban": Words(
        _("Запретить пару?"),
        _("Цена запрета"),
        _("Запретить пару"),
        _("Пара запрещена: %(mentee)s и %(mentor)s. При пересчёте её тоже не будет."),
        _("Просто убрать эту пару"),
        _("Лучший план без этой пары"),
    ),
    "lift_ban": Words(
        _("Снять запрет?"),
        _("Что будет без запрета"),
        _("Снять запрет"),
        _("Запрет снят: %(mentee)s и %(mentor)s."),
        _("Остальное оставить как есть"),
        _("Лучший план заново"),
    ),
    "swap": Words(
        _("Заменить наставника?"),
        _("Цена замены"),
        _("Заменить и записать причину"),
        _("Наставник заменён: %(mentee)s и %(mentor)s."),
    ),
    "remove": Words(
        _("Убрать пару?"),
        _("Цена: остаться без пары"),
        _("Убрать пару"),
        _("Пара убрана: %(mentee)s и %(mentor)s."),
        _("Просто убрать эту пару"),
        _("Лучший план без этой пары"),
    ),
}
