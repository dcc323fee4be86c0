"""Why somebody has no pair, and what would help."""

from collections.abc import Callable, Mapping
from typing import Any

from nastavnik.domain.matching.codes import HandCode
from nastavnik.domain.matching.messages.forbidden import rule
from nastavnik.domain.matching.messages.words import Titles, _, hours, intervals, names, spoken, topics

LEFT_OUT: dict[str, str] = {
    "consent_missing": _("Нет согласия на участие."),
    "age_out_of_bounds": _("Возраст вне границ программы."),
    "no_mentors": _("Ни один наставник сейчас не может взять наставляемого."),
    "no_common_time": _("Ни с кем нет общего времени."),
    "no_possible_mentor": _("Ни один наставник не подходит: %(blocked)s."),
    "places_full": _("Подходящие наставники есть, но все места заняты."),
    "only_reverse_pair": _("Единственный подходящий наставник сам учится у этого участника."),
    "not_in_plan": _("В этом предложении пары нет, а подходящий наставник с местом есть."),
    "places_pinned": _("Места у подходящих наставников заняты закреплёнными парами."),
    "other_theme": _("У групп подходящих наставников другая тема."),
    "team_topic_missing": _("Нет наставника, который ведёт то, что должна уметь команда."),
    HandCode.REMOVED_BY_HAND: _("Пара убрана вручную."),
}

HELPS: dict[str, str] = {
    "help_consent": _("записать согласие родителя, а с 14 лет и самого ребёнка."),
    "help_more_places": _("ещё одно место у кого-то из них: %(mentors)s."),
    "help_time": _("добавить %(hours)s общего времени. Ближе всех: %(mentors)s%(when)s."),
    "help_mode": _("договориться, очно или онлайн: %(mentors)s."),
    "help_language": _("уточнить языки: %(mentors)s."),
    "help_age": _("смягчить пожелание к возрасту: %(mentors)s."),
    "help_mentor_papers": _("записать %(papers)s наставника: %(mentors)s."),
    "help_new_mentor": _("новый наставник%(need)s."),
    "help_free_place": _("выбрать вручную: %(mentors)s."),
    "help_lift_ban": _("снять запрет пары: %(mentors)s."),
    "help_lift_pin": _("снять закрепление: %(pair)s."),
    "help_format": _("уточнить форму наставничества: %(mentors)s."),
    "help_sex_wish": _("смягчить пожелание о поле: %(mentors)s."),
    "help_institution": _("договориться с наставником из другой организации: %(mentors)s."),
    "help_building": _("встречаться в другом корпусе: %(mentors)s."),
    "help_district": _("встречаться в другом районе или онлайн: %(mentors)s."),
    "help_same_class": _("разрешить пару из одного класса: %(mentors)s."),
    "help_role_model": _("смягчить ролевую модель: %(mentors)s."),
}

HELPS_WITH_ONE: dict[str, str] = {
    "help_more_places": _("ещё одно место: %(mentors)s."),
    "help_time": _("добавить %(hours)s общего времени: %(mentors)s%(when)s."),
}
"""The same where there is one mentor only."""

PAPERS = {
    ("consent",): _("согласие"),
    ("clearance",): _("допуск"),
    ("consent", "clearance"): _("согласие и допуск"),
}

SLOTS_A_DAY, SLOT = 48, 30


def left_out(code: str, params: Mapping[str, Any] | None = None) -> str:
    """Why somebody has no pair."""
    blocked = (params or {}).get("blocked") or {}
    counts = ", ".join(f"{rule(code)} ({count})" for code, count in _most_first(blocked))
    return spoken(LEFT_OUT[code]) % {**(params or {}), "blocked": counts}


def help_line(data: Mapping[str, Any], name: Callable[[str], str] = str, titles: Titles | None = None) -> str:
    """What would help; `name` says the name of a mentor by key."""
    code, params = str(data["code"]), data.get("params") or {}
    need, mentors = params.get("need"), [name(key) for key in params.get("mentors") or []]
    words = {
        "mentors": names(mentors),
        "pair": f"{name(params['mentee'])} – {names(mentors)}" if params.get("mentee") else names(mentors),
        "papers": spoken(PAPERS.get(tuple(params.get("papers") or ()), _("согласие или допуск"))),
        "need": spoken(_(", который ведёт «%(need)s»")) % {"need": topics(need, titles or {})} if need else "",
        "hours": hours(params.get("missing_slots") or 1),
        "when": _when(params.get("slot"), params.get("missing_slots") or 1),
    }
    texts = {**HELPS, **HELPS_WITH_ONE} if len(mentors) == 1 else HELPS
    text = spoken(texts[code]) % words
    loses = [name(key) for key in params.get("displaces") or []]
    return f"{text} {spoken(_('Тогда без пары: %(names)s.')) % {'names': names(loses)}}" if loses else text


def _when(slot: int | None, slots: int) -> str:
    """«, вт 15:00–16:00»: the nearest half hours that are missing."""
    if slot is None:
        return ""
    day, start = slot // SLOTS_A_DAY + 1, slot % SLOTS_A_DAY * SLOT
    return ", " + intervals([[day, start, min(start + slots * SLOT, 24 * 60)]])


def _most_first(blocked: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(blocked.items(), key=lambda item: (-item[1], item[0]))
