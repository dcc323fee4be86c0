"""What matching says in Russian: calm, short, one thought a sentence. Codes come from the engine and from `codes`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.apps import apps
from django.utils.translation import gettext

from matchengine.codes import HelpCode, LeftOutCode, LevelName, ReasonCode, Rule, ViolationCode
from nastavnik.domain.matching.codes import HandCode, WarningCode

Mark = Literal["fits", "weak", "none"]
Titles = Mapping[str, str]
"""Normal form of a topic → the spelling that people see; a topic that is not there is shown as it is."""


def _(text: str) -> str:
    """Marks a text for the catalogue without asking for settings; `_spoken` translates it when it is shown."""
    return text


FAILED_CHECK = _(
    "Предложение не прошло независимую проверку, поэтому его здесь нет. Данные целы. "
    "Посчитайте ещё раз, а если повторится, скажите администратору."
)
FAILED = _(
    "Подбор прервался, и предложения нет. Данные целы, никому ничего не отправлено. "
    "Посчитайте ещё раз, а если повторится, скажите администратору."
)


@dataclass(frozen=True)
class Line:
    """One reason: `state` is fits, weak or none (not known), for its mark ✓ △ –."""

    code: str
    state: Mark
    text: str
    points: int = 0
    maximum: int = 0
    title: str = ""

    @property
    def why(self) -> str:
        return self.text


CRITERIA = (_("Запрос и навыки"), _("Интересы"), _("Время и формат"), _("Пожелание к возрасту"), _("Взаимный выбор"))
"""Titles of the engine's criteria, in their order."""

REASONS: dict[str, tuple[Mark, str]] = {
    ReasonCode.NEED_MAIN_COVERED: ("fits", _("Поможет с главным: %(main)s")),
    ReasonCode.NEED_OTHERS_COVERED: ("weak", _("Поможет с частью: %(others)s")),
    ReasonCode.NEED_NOT_COVERED: ("weak", _("Запрос и навыки не совпали")),
    ReasonCode.NEED_UNKNOWN: ("none", _("Запрос или навыки не указаны")),
    ReasonCode.INTERESTS_COMMON: ("fits", _("Общее: %(common)s")),
    ReasonCode.INTERESTS_NONE: ("weak", _("Общих интересов не названо")),
    ReasonCode.INTERESTS_UNKNOWN: ("none", _("Интересы не указаны")),
    ReasonCode.TIME_FITS: ("fits", _("%(time)s")),
    ReasonCode.TIME_TIGHT: ("weak", _("Времени впритык. %(time)s")),
    ReasonCode.TIME_UNKNOWN: ("none", _("Время не указано")),
    ReasonCode.AGE_AS_WISHED: ("fits", _("Возраст такой, как просили")),
    ReasonCode.AGE_PARTLY_AS_WISHED: ("weak", _("Возраст подходит одному из двух")),
    ReasonCode.AGE_NOT_AS_WISHED: ("weak", _("Возраст не такой, как просили")),
    ReasonCode.AGE_UNKNOWN: ("none", _("Пожелания к возрасту не указаны")),
    ReasonCode.MUTUAL_CHOICE: ("fits", _("Выбрали друг друга")),
    ReasonCode.MUTUAL_NONE: ("none", _("Друг друга не называли")),
}

VIOLATIONS: dict[str, str] = {
    ViolationCode.NO_PLACES: _("У наставника нет мест."),
    ViolationCode.SAME_PERSON: _("Это один и тот же человек."),
    ViolationCode.BANNED: _("Эта пара уже была и не сложилась."),
    ViolationCode.MENTEE_CONSENT_MISSING: _("Нет согласия на участие наставляемого."),
    ViolationCode.MENTOR_CONSENT_MISSING: _("Нет согласия на участие наставника."),
    ViolationCode.MENTOR_CLEARANCE_MISSING: _("Не записан допуск наставника к работе с детьми."),
    ViolationCode.MENTEE_AGE_OUT_OF_BOUNDS: _("Возраст наставляемого вне границ программы."),
    ViolationCode.MENTOR_AGE_OUT_OF_BOUNDS: _("Возраст наставника вне границ программы."),
    ViolationCode.OUTSIDE_AGE_WISH: _("Возраст не такой, как просили, а программа это запрещает."),
    ViolationCode.NO_COMMON_TIME: _("Нет общего времени для встречи."),
    ViolationCode.NO_COMMON_MODE: _("Один готов только очно, другой только онлайн."),
    ViolationCode.NO_COMMON_LANGUAGE: _("Нет общего языка."),
    ViolationCode.REVERSE_PAIR: _("Эти двое стали бы наставниками друг друга."),
    ViolationCode.DUPLICATE_PAIR: _("Эта пара уже есть в предложении."),
    ViolationCode.MENTEE_TWICE: _("У наставляемого уже есть наставник."),
    ViolationCode.PLACES_EXCEEDED: _("У наставника заняты все места: %(places)s."),
    ViolationCode.UNKNOWN_MENTEE: _("Наставляемый больше не участвует в подборе."),
    ViolationCode.UNKNOWN_MENTOR: _("Наставник больше не участвует в подборе."),
}

LEFT_OUT: dict[str, str] = {
    LeftOutCode.CONSENT_MISSING: _("Нет согласия на участие."),
    LeftOutCode.AGE_OUT_OF_BOUNDS: _("Возраст вне границ программы."),
    LeftOutCode.NO_MENTORS: _("Ни один наставник сейчас не может взять наставляемого."),
    LeftOutCode.NO_COMMON_TIME: _("Ни с кем нет общего времени."),
    LeftOutCode.NO_POSSIBLE_MENTOR: _("Ни один наставник не подходит: %(blocked)s."),
    LeftOutCode.PLACES_FULL: _("Подходящие наставники есть, но все места заняты."),
    LeftOutCode.ONLY_REVERSE_PAIR: _("Единственный подходящий наставник сам учится у этого участника."),
    LeftOutCode.NOT_IN_PLAN: _("В этом предложении пары нет, а подходящий наставник с местом есть."),
    HandCode.REMOVED_BY_HAND: _("Пара убрана вручную."),
}

HELPS: dict[str, str] = {
    HelpCode.CONSENT: _("записать согласие родителя, а с 14 лет и самого ребёнка."),
    HelpCode.MORE_PLACES: _("ещё одно место у кого-то из них: %(mentors)s."),
    HelpCode.TIME: _("добавить %(hours)s общего времени. Ближе всех: %(mentors)s."),
    HelpCode.MODE: _("договориться, очно или онлайн: %(mentors)s."),
    HelpCode.LANGUAGE: _("уточнить языки: %(mentors)s."),
    HelpCode.AGE: _("смягчить пожелание к возрасту: %(mentors)s."),
    HelpCode.MENTOR_PAPERS: _("записать согласие или допуск наставника: %(mentors)s."),
    HelpCode.NEW_MENTOR: _("новый наставник%(need)s."),
    HelpCode.FREE_PLACE: _("выбрать вручную: %(mentors)s."),
}

RULES: dict[str, str] = {
    Rule.PLACES: _("нет мест"),
    Rule.SAME_PERSON: _("тот же человек"),
    Rule.BAN: _("пара уже не сложилась"),
    Rule.MENTEE_CONSENT: _("нет согласия наставляемого"),
    Rule.MENTOR_CONSENT: _("нет согласия наставника"),
    Rule.MENTOR_CLEARANCE: _("нет допуска"),
    Rule.AGE_BOUNDS: _("возраст вне границ программы"),
    Rule.AGE_WISHES: _("возраст не по пожеланию"),
    Rule.TIME: _("нет общего времени"),
    Rule.MODE: _("очно или онлайн"),
    Rule.LANGUAGE: _("нет общего языка"),
    Rule.REVERSE: _("пара наоборот"),
}

LEVELS: dict[str, str] = {
    LevelName.COVERAGE: _("наставляемых в парах"),
    LevelName.SEATS: _("наставников на всех наставляемых"),
    LevelName.MUTUAL: _("взаимных выборов"),
    LevelName.WORST: _("самая слабая пара, баллов"),
    LevelName.TOTAL: _("всего баллов за вычетом нагрузки"),
}

WARNINGS: dict[str, str] = {
    WarningCode.OWN_SIGNATURE_UNKNOWN: _(
        "Согласие родителя есть. С 14 лет ребёнок подписывает и сам: проверьте бумагу."
    ),
    WarningCode.CONSENT_UNKNOWN: _(
        "Наставник младше 18 лет, согласие родителя неизвестно: получите его до первой встречи."
    ),
    WarningCode.CLEARANCE_UNKNOWN: _("Допуск взрослого к работе с детьми неизвестен: проверьте до первой встречи."),
}

WEEKDAYS = ("", _("пн"), _("вт"), _("ср"), _("чт"), _("пт"), _("сб"), _("вс"))
MODES = {"in_person": _("очно"), "online": _("онлайн")}
HALF_HOUR = 30
SHOWN = 3


def reason(data: Mapping[str, Any], titles: Titles | None = None) -> Line:
    """A reason of `solving.reason_data` as a line; `titles` gives topics back the spelling of people."""
    code, params = str(data["code"]), data.get("params") or {}
    state, text = REASONS[code]
    words = {
        name: _topics(value, titles or {}) for name, value in params.items() if name in ("main", "others", "common")
    }
    spoken = _spoken(text) % {**params, **words, "time": _time(params)}
    return Line(code, state, spoken, data.get("points", 0), data.get("maximum", 0))


def reasons(data: Sequence[Mapping[str, Any]], titles: Titles | None = None) -> list[Line]:
    """All criteria of a pair in their order, each with its title, for the breakdown of the score."""
    lines = [reason(one, titles) for one in data]
    return [
        Line(line.code, line.state, line.text, line.points, line.maximum, _spoken(title))
        for line, title in zip(lines, CRITERIA, strict=True)
    ]


def worth_telling(lines: Sequence[Line]) -> list[Line]:
    """The reasons of a short list: need, a choice that was made, time, interests; age only where it is not as wished.
    The breakdown tells all."""
    need, interests, time, age, mutual = lines
    short = [need, *([mutual] if mutual.state == "fits" else []), time, interests]
    return [*short, age] if age.state == "weak" else short


def violation(code: str, params: Mapping[str, Any] | None = None) -> str:
    """Why a pair may not be."""
    return _spoken(VIOLATIONS[code]) % {"places": "", **(params or {})}


def left_out(code: str, params: Mapping[str, Any] | None = None) -> str:
    """Why somebody has no pair."""
    blocked = (params or {}).get("blocked") or {}
    counts = ", ".join(f"{_spoken(RULES[rule])} ({count})" for rule, count in _most_first(blocked))
    return _spoken(LEFT_OUT[code]) % {**(params or {}), "blocked": counts}


def help_line(data: Mapping[str, Any], name: Callable[[str], str] = str, titles: Titles | None = None) -> str:
    """What would help; `name` says the name of a mentor by key."""
    code, params = str(data["code"]), data.get("params") or {}
    need = params.get("need")
    words = {
        "mentors": _names([name(key) for key in params.get("mentors") or []]),
        "need": _spoken(_(", который ведёт «%(need)s»")) % {"need": _topics(need, titles or {})} if need else "",
        "hours": hours(params.get("missing_slots") or 1),
    }
    return _spoken(HELPS[code]) % words


def warning(code: str) -> str:
    """What was not known of somebody who was matched nevertheless."""
    return _spoken(WARNINGS[code])


def level(name: str) -> str:
    """The goal in words."""
    return _spoken(LEVELS[name])


def failure(error: str) -> str:
    """Why a run brought no proposal, by the kind of error."""
    return _spoken(FAILED_CHECK if error in ("PlanRefused", "PlanDoubted") else FAILED)


def rule(code: str) -> str:
    return _spoken(RULES[code])


def hours(slots: int) -> str:
    """«полчаса», «1 час», «1,5 часа»."""
    if slots == 1:
        return _spoken(_("полчаса"))
    whole, half = divmod(slots, 2)
    if half:
        return _spoken(_("%(n)s,5 часа")) % {"n": whole}
    few = whole % 10 in (2, 3, 4) and whole not in (12, 13, 14)
    word = _("час") if whole % 10 == 1 and whole != 11 else _("часа") if few else _("часов")
    return f"{whole}\u00a0{_spoken(word)}"


def intervals(when: Sequence[Sequence[int]]) -> str:
    """«вт 14:30–16:00, чт 15:00–16:00»."""
    return ", ".join(f"{_spoken(WEEKDAYS[day])}\u00a0{_clock(start)}–{_clock(end)}" for day, start, end in when)


def _time(params: Mapping[str, Any]) -> str:
    """«Общее время: вт 14:30–16:00, очно», or what of it is known."""
    when, modes = params.get("when") or [], params.get("modes") or []
    ways = _spoken(_(" или ")).join(_spoken(MODES.get(mode, mode)) for mode in modes)
    if when:
        more = _spoken(_(" и ещё")) if len(when) > SHOWN else ""
        parts = [_spoken(_("Общее время: %(when)s")) % {"when": intervals(when[:SHOWN]) + more}, ways]
        return ", ".join(part for part in parts if part)
    if params.get("common_slots") is None:
        unknown = _spoken(_("Время не указано"))
        return _spoken(_("Оба могут %(ways)s. %(unknown)s")) % {"ways": ways, "unknown": unknown} if ways else unknown
    return _spoken(_("Общего времени нет"))


def _topics(value: Any, titles: Titles) -> str:
    if value is None:
        return ""
    return ", ".join(titles.get(one, one) for one in ([value] if isinstance(value, str) else value))


def _names(names: Sequence[str]) -> str:
    more = len(names) - SHOWN
    shown = ", ".join(names[:SHOWN])
    return _spoken(_("%(names)s и ещё %(more)s")) % {"names": shown, "more": more} if more > 0 else shown


def _most_first(blocked: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(blocked.items(), key=lambda item: (-item[1], item[0]))


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"


def _spoken(text: str) -> str:
    """The text in the language of the reader; before Django is set up (no server, no database) as it is written."""
    return gettext(text) if text and apps.ready else text
