"""Why two are together: one line a criterion."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from nastavnik.domain.matching.messages.words import SHOWN, Titles, _, intervals, spoken, topics

Mark = Literal["fits", "weak", "none"]

TITLES = {
    "need": _("Запрос и навыки"),
    "interests": _("Интересы"),
    "time": _("Время и формат"),
    "age": _("Пожелание к возрасту"),
    "mutual": _("Взаимный выбор"),
    "values": _("Ценности"),
    "ways": _("Способ работы"),
    "openness": _("Как раскрываются с другими"),
    "mastery": _("Опыт наставничества"),
    "previous": _("Прежний наставник"),
    "place": _("Одно место"),
}
"""Criterion → its title, in the order of the engine."""
CRITERIA = tuple(TITLES.values())

REASONS: dict[str, tuple[Mark, str]] = {
    "need_main_covered": ("fits", _("Поможет с главным: %(main)s")),
    "need_others_covered": ("weak", _("Поможет с частью: %(others)s")),
    "need_not_covered": ("weak", _("Запрос и навыки не совпали")),
    "need_unknown": ("none", _("Запрос или навыки не указаны")),
    "interests_common": ("fits", _("Общее: %(common)s")),
    "interests_none": ("weak", _("Общих интересов не названо")),
    "interests_unknown": ("none", _("Интересы не указаны")),
    "time_fits": ("fits", _("%(time)s")),
    "time_tight": ("weak", _("Времени впритык. %(time)s")),
    "time_unknown": ("none", _("Время не указано")),
    "age_as_wished": ("fits", _("Возраст такой, как просили")),
    "age_partly_as_wished": ("weak", _("Возраст подходит одному из двух")),
    "age_not_as_wished": ("weak", _("Возраст не такой, как просили")),
    "age_unknown": ("none", _("Пожелания к возрасту не указаны")),
    "mutual_choice": ("fits", _("Выбрали друг друга")),
    "mutual_none": ("none", _("Друг друга не называли")),
    "values_shared": ("fits", _("Обоим важно: %(common)s")),
    "values_none": ("weak", _("Важным назвали разное")),
    "values_unknown": ("none", _("Ценности не указаны")),
    "ways_suit": ("fits", _("Подходит способ работы: %(common)s")),
    "ways_do_not_suit": ("weak", _("Наставник работает иначе, чем просили")),
    "ways_unknown": ("none", _("Способ работы не указан")),
    "openness_alike": ("fits", _("Похоже раскрываются: %(openness)s")),
    "openness_differs": ("weak", _("Раскрываются по-разному: %(openness)s")),
    "openness_unknown": ("none", _("Как раскрываются, не указано")),
    "mastery_known": ("fits", _("Опыт наставничества: %(mastery)s из 3")),
    "mastery_none": ("weak", _("Наставник впервые")),
    "mastery_unknown": ("none", _("Опыт наставничества не указан")),
    "previous_mentor": ("fits", _("Уже работали вместе, и хорошо")),
    "previous_none": ("none", _("Вместе ещё не работали")),
    "place_same": ("fits", _("Одно место: %(place)s")),
    "place_other": ("weak", _("Места разные")),
    "place_unknown": ("none", _("Место не указано")),
}

OPENNESS = {"at_once": _("сразу"), "with_time": _("со временем"), "with_few": _("с немногими")}
MODES = {"in_person": _("очно"), "online": _("онлайн")}
PLACES = {"institution": _("организация"), "building": _("корпус")}
OBSERVED = _("%(text)s (по наблюдению педагога)")
ALWAYS = ("need", "mutual", "time", "interests")


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

    @property
    def criterion(self) -> str:
        return self.code.partition("_")[0]


def reason(data: Mapping[str, Any], titles: Titles | None = None) -> Line:
    """A reason of `solving.reason_data` as a line; `titles` gives topics back the spelling of people."""
    code, params = str(data["code"]), data.get("params") or {}
    state, text = REASONS[code]
    words = {name: topics(params.get(name), titles or {}) for name in ("main", "others", "common")}
    more = {"time": _time(params), "openness": _openness(params), "place": _place(params)}
    spoken_text = spoken(text) % {"mastery": 0, **params, **words, **more}
    return Line(code, state, spoken_text, data.get("points", 0), data.get("maximum", 0))


def reasons(
    data: Sequence[Mapping[str, Any]], titles: Titles | None = None, observed: Collection[str] = ()
) -> list[Line]:
    """All criteria of a pair in their order, each with its title, for the breakdown of the score.

    `observed` are the criteria that a teacher's observation completed. A criterion without weight is left out unless
    it says something.
    """
    lines = [reason(one, titles) for one in data]
    return [
        Line(
            line.code,
            line.state,
            _seen(line) if line.criterion in observed and line.state != "none" else line.text,
            line.points,
            line.maximum,
            spoken(TITLES[line.criterion]),
        )
        for line in lines
        if line.maximum or line.state == "fits"
    ]


def worth_telling(lines: Sequence[Line]) -> list[Line]:
    """The reasons of a short list: need, a choice that was made, time, interests; age only where it is not as wished,
    the others only where they speak for the pair. The breakdown tells all."""
    by = {line.criterion: line for line in lines}
    short = [by[name] for name in ALWAYS if name in by and (name != "mutual" or by[name].state == "fits")]
    age = [by["age"]] if "age" in by and by["age"].state == "weak" else []
    others = [line for line in lines if line.criterion not in (*ALWAYS, "age") and line.state == "fits"]
    return [*short, *age, *others]


def modes(found: Collection[str] | None) -> str:
    """«очно или онлайн»."""
    return spoken(_(" или ")).join(spoken(MODES.get(mode, mode)) for mode in sorted(found or ()))


def _seen(line: Line) -> str:
    return spoken(OBSERVED) % {"text": line.text}


def _time(params: Mapping[str, Any]) -> str:
    """«Общее время: вт 14:30–16:00, очно», or what of it is known."""
    when, ways = params.get("when") or [], modes(params.get("modes"))
    if when:
        more = spoken(_(" и ещё")) if len(when) > SHOWN else ""
        parts = [spoken(_("Общее время: %(when)s")) % {"when": intervals(when[:SHOWN]) + more}, ways]
        return ", ".join(part for part in parts if part)
    if params.get("common_slots") is None:
        unknown = spoken(_("Время не указано"))
        return spoken(_("Оба могут %(ways)s. %(unknown)s")) % {"ways": ways, "unknown": unknown} if ways else unknown
    return spoken(_("Общего времени нет"))


def _openness(params: Mapping[str, Any]) -> str:
    """«со временем», or both words where they differ."""
    said = dict.fromkeys(str(params.get(side) or "") for side in ("mentee", "mentor"))
    return " / ".join(spoken(OPENNESS[one]) for one in said if one in OPENNESS)


def _place(params: Mapping[str, Any]) -> str:
    return ", ".join(spoken(word) for name, word in PLACES.items() if params.get(name))
