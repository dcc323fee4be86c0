"""What a future mentor asks themself, alone. Pure: statements and, for those not ticked, what helps.

Nothing of it is kept: not what was ticked, not how much. Only that the check was done.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Statement:
    """A thought to agree with; `hint` is for who cannot yet; `memo` is a code of the library."""

    code: str
    text: Promise
    hint: Promise
    memo: str = ""


REQUIREMENTS: tuple[Statement, ...] = (
    Statement("own_wish", _("Это моё решение, меня не уговаривали"),
              _("Отказаться можно в любой день и без объяснений. Если что-то мешает, скажите куратору: "
                "часто это можно убрать.")),
    Statement("experience", _("У меня есть свой опыт в том, чему хочу учить, и я помню, где было трудно"),
              _("Выберите тему уже. Одного дела, в котором вы уверены, достаточно.")),
    Statement("process", _("Я знаю, как идут встречи: знакомство, проба, план, работа, итог"),
              _("Это рассказывают на обучении и в памятках. До первой встречи времени хватит.")),
    Statement("method", _("Я умею показать, спросить и дать сделать самому"),
              _("Попробуйте на ролевой игре: там ошибаться безопасно.")),
    Statement("share", _("Мне нравится делиться тем, что умею"),
              _("Начните с разовой помощи: так станет понятно, нравится ли это вам.")),
    Statement("learn", _("Я хочу учиться и у того, кому помогаю"),
              _("Спросите на первой встрече, в чём второй сильнее вас. Обычно находится сразу.")),
)  # fmt: skip
MISTAKES: tuple[Statement, ...] = (
    Statement("who_does_what", _("В конце встречи я скажу вслух, кто что делает до следующей"),
              _("Когда неясно, кто что делает, не делает никто. Запишите шаги в план пары."), "three_mistakes"),
    Statement("not_instead", _("На просьбу «сделай за меня» я помогу начать, но не сделаю сам"),
              _("Покажите на своём примере, а задание оставьте ему. Учится тот, кто делает."), "three_mistakes"),
    Statement("honest_praise", _("Я не стану хвалить за то, что далось без труда"),
              _("Хвалите за усилие и за новое, называйте, что именно получилось."), "three_mistakes"),
)  # fmt: skip
ALL = (*REQUIREMENTS, *MISTAKES)


def hints(agreed: Collection[str]) -> tuple[Statement, ...]:
    """What was not ticked, in order; unknown codes are ignored."""
    return tuple(one for one in ALL if one.code not in agreed)
