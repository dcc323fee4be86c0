"""Why a pair may not be."""

from collections.abc import Mapping
from typing import Any

from nastavnik.domain.matching.messages.words import _, spoken

VIOLATIONS: dict[str, str] = {
    "no_places": _("У наставника нет мест."),
    "same_person": _("Это один и тот же человек."),
    "banned": _("Эту пару запретил куратор, или она уже работает."),
    "declined_before": _("Эту пару уже предлагали, и один из двоих отказался."),
    "mentee_consent_missing": _("Нет согласия на участие наставляемого."),
    "mentor_consent_missing": _("Нет согласия на участие наставника."),
    "mentor_clearance_missing": _("Не записан допуск наставника к работе с детьми."),
    "mentee_age_out_of_bounds": _("Возраст наставляемого вне границ программы."),
    "mentor_age_out_of_bounds": _("Возраст наставника вне границ программы."),
    "outside_age_wish": _("Возраст не такой, как просили, а программа это запрещает."),
    "no_common_time": _("Нет общего времени для встречи."),
    "no_common_mode": _("Один готов только очно, другой только онлайн."),
    "no_common_language": _("Нет общего языка."),
    "other_format": _("Участник просил другую форму наставничества."),
    "outside_sex_wish": _("Просили, чтобы второй был другого пола."),
    "other_institution": _("Наставник работает только со своей организацией."),
    "other_building": _("Разные корпуса, а встречи очные."),
    "other_district": _("Разные районы, а встречи очные."),
    "related": _("Они из одной семьи, программа это запрещает."),
    "parted_before": _("Они уже были парой и расстались."),
    "same_class": _("Они из одного класса, программа это запрещает."),
    "mentor_not_ahead": _("По ролевой модели наставник должен быть опытнее в предмете."),
    "too_far_apart": _("По ролевой модели разница между ними слишком велика."),
    "no_common_theme": _("У группы этого наставника нет общей темы с этим участником."),
    "team_lacks_topic": _("В команде никто не ведёт то, о чём просили."),
    "team_lacks_time": _("У наставников команды нет общего времени."),
    "pin_missing": _("В предложении нет закреплённой пары."),
    "reverse_pair": _("Эти двое стали бы наставниками друг друга."),
    "duplicate_pair": _("Эта пара уже есть в предложении."),
    "mentee_twice": _("У наставляемого уже есть наставник."),
    "places_exceeded": _("У наставника заняты все места: %(places)s."),
    "unknown_mentee": _("Наставляемый больше не участвует в подборе."),
    "unknown_mentor": _("Наставник больше не участвует в подборе."),
}

RULES: dict[str, str] = {
    "places": _("нет мест"),
    "same_person": _("тот же человек"),
    "ban": _("пару запретил куратор"),
    "declined": _("был отказ"),
    "mentee_consent": _("нет согласия наставляемого"),
    "mentor_consent": _("нет согласия наставника"),
    "mentor_clearance": _("нет допуска"),
    "age_bounds": _("возраст вне границ программы"),
    "age_wishes": _("возраст не по пожеланию"),
    "time": _("нет общего времени"),
    "mode": _("очно или онлайн"),
    "language": _("нет общего языка"),
    "format": _("другая форма"),
    "sex_wishes": _("пожелание о поле"),
    "institution": _("другая организация"),
    "building": _("другой корпус"),
    "district": _("другой район"),
    "kinship": _("одна семья"),
    "parting": _("уже расстались"),
    "same_class": _("один класс"),
    "role_model": _("ролевая модель"),
    "theme": _("нет общей темы"),
    "team": _("состав команды"),
    "reverse": _("пара наоборот"),
}

INPUT: dict[str, str] = {
    "person_twice": _("Один человек записан дважды. Проверьте список участников."),
    "negative_places": _("У наставника мест меньше нуля. Исправьте анкету наставника."),
    "negative_demand": _("Наставляемый просит меньше одного наставника. Исправьте анкету."),
    "not_an_integer": _("В анкете или настройках вместо числа стоит что-то другое. Проверьте веса и места."),
    "weight_too_large": _("Вес критерия слишком велик. Поставьте от 0 до 100."),
    "pin_unknown": _("Закреплена пара, в которой один больше не участвует. Снимите закрепление."),
    "pin_breaks_rule": _("Закреплённая пара нарушает правило. Снимите закрепление или исправьте данные."),
    "pins_contradict": _("Закреплённые пары противоречат друг другу: кому-то не хватает мест. Снимите одну из них."),
    "overflow": _("Людей и баллов слишком много для точного счёта. Уменьшите веса."),
}
"""What is wrong with the data, before anything is counted, and what to do."""


def violation(code: str, params: Mapping[str, Any] | None = None) -> str:
    """Why a pair may not be."""
    return spoken(VIOLATIONS[code]) % {"places": "", **(params or {})}


def rule(code: str) -> str:
    """A rule in two or three words, for counts."""
    return spoken(RULES[code])


def refused(code: str) -> str:
    """Why nothing was counted."""
    return spoken(INPUT[code])
