"""Problems and plans as JSON, for use without the product.

A problem is an object with the lists `mentees` and `mentors`, and optionally `settings` and lists of pairs:
  {"mentees": [{"id": "e1", "main_need": "физика", "needs": ["физика"], "slots": [60, 61], "modes": ["in_person"],
                "values": ["дружба"], "suits": ["показ"], "openness": "with_time", "is_minor": true, "consent": true}],
   "mentors": [{"id": "r1", "competences": ["физика"], "ways": ["показ"], "mastery": 2, "places": 2,
                "own_institution_only": true, "institution": "школа", "is_minor": false, "clearance": true}],
   "settings": {"min_common_slots": 2, "hard": ["time", "mode"], "weights": {"need": 40}, "load_penalty": [0, 1],
                "role_model": {"level_gap": 1, "age_gap": 2}, "theme": "need", "keep_bonus": 20},
   "mutual": [["e1", "r1"]], "pins": [], "kin": [["person-1", "person-2"]]}
The fields are those of `problem.Mentee`, `Mentor`, `Settings`, `Weights` and `RoleModel`; sets are lists, age and grade
wishes are [lowest, highest] with null for an open end. Pairs are [mentee id, mentor id] in `mutual`, `bans`,
`declined`, `partings`, `previous`, `current` and `pins`; `kin` holds two keys of persons. A field left out, or null,
is unknown. Unknown names are refused.

A plan is {"pairs": [{"mentee_id", "mentor_id", "score", "is_mutual", "reasons": [{"code", "points", "maximum",
"params"}]}], "left_out": [{"mentee_id", "code", "params", "helps": [{"code", "params"}]}], "certificate": {"levels":
[{"name", "value", "bound"}], "objective", "dual_bound", "gap", "pairs_checked", "branches": [{"forbidden", "required",
"themes", "coverage", "mutual", "worst", "total"}], "splits": [{"kind", "parts", "pairs", "person"}]}}. The last four of
a branch are {"mentee", "mentor", "coverage", "seats", "mutual", "points"}: prices in order of id and the factors of the
goals they speak about (`plan.Duals`); null where nothing is to be proved.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from enum import StrEnum
from typing import Any, TypeVar

from matchengine.codes import Openness, Rule, Theme
from matchengine.plan import Plan
from matchengine.problem import Mentee, Mentor, Problem, RoleModel, Settings, Weights

Chosen = TypeVar("Chosen", bound=StrEnum)

PAIRS = ("mutual", "bans", "declined", "partings", "previous", "current", "pins", "kin")


def read_problem(source: object) -> Problem:
    """A problem from decoded JSON. Raises ValueError that names what does not fit."""
    top = _object("the problem", source, {"mentees", "mentors", "settings", *PAIRS})
    return Problem(
        mentees=tuple(Mentee(**_person("mentee", Mentee, one)) for one in _list("mentees", top.get("mentees"))),
        mentors=tuple(Mentor(**_person("mentor", Mentor, one)) for one in _list("mentors", top.get("mentors"))),
        settings=_settings(top.get("settings") or {}),
        **{name: _pairs(name, top.get(name) or []) for name in PAIRS},
    )


def write_plan(plan: Plan) -> dict[str, Any]:
    """The plan as plain dictionaries, lists, strings and integers."""
    return asdict(plan)


def _person(side: str, kind: type[Mentee] | type[Mentor], source: object) -> dict[str, Any]:
    given = _object(side, source, {f.name for f in fields(kind)})
    if not given.get("id"):
        raise ValueError(f"a {side} has no id")
    return {name: _value(name, value) for name, value in given.items() if value is not None}


def _settings(source: object) -> Settings:
    given = _object("settings", source, {f.name for f in fields(Settings)})
    values: dict[str, Any] = {name: _value(name, value) for name, value in given.items() if value is not None}
    return Settings(**values)


def _value(name: str, value: object) -> object:
    """Names that are not among the readers are text."""
    return READERS.get(name, _text)(name, value)


def _set(name: str, value: object) -> frozenset[str]:
    return frozenset(_text(name, thing) for thing in _list(name, value))


def _slots(name: str, value: object) -> frozenset[int]:
    return frozenset(_integers(name, value))


def _bounds(name: str, value: object) -> tuple[int | None, ...]:
    ends = _list(name, value)
    if len(ends) != 2:
        raise ValueError(f"{name} must be [lowest, highest]")
    return tuple(None if end is None else _integer(name, end) for end in ends)


def _flag(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{name} must be true, false or null")
    return value


def _integers(name: str, value: object) -> tuple[int, ...]:
    return tuple(_integer(name, number) for number in _list(name, value))


def _rules(name: str, value: object) -> frozenset[Rule]:
    return frozenset(_choice(Rule)(name, rule) for rule in _list(name, value))


def _choice(kind: type[Chosen]) -> Callable[[str, object], Chosen]:
    def read(name: str, value: object) -> Chosen:
        if value not in list(kind):
            raise ValueError(f"{name} must be one of {', '.join(kind)}, not {value!r}")
        return kind(str(value))

    return read


def _numbers(kind: type[Weights] | type[RoleModel]) -> Callable[[str, object], Weights | RoleModel]:
    """An object all of whose fields are integers."""

    def read(name: str, value: object) -> Weights | RoleModel:
        given = _object(name, value, {f.name for f in fields(kind)})
        return kind(**{key: _integer(key, number) for key, number in given.items() if number is not None})

    return read


def _pairs(name: str, source: object) -> frozenset[tuple[str, str]]:
    pairs = [_list(name, pair) for pair in _list(name, source)]
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError(f"{name} must hold [mentee id, mentor id]")
    return frozenset((_text(name, mentee), _text(name, mentor)) for mentee, mentor in pairs)


def _object(name: str, source: object, known: set[str]) -> Mapping[str, Any]:
    if not isinstance(source, dict):
        raise ValueError(f"{name} must be an object")
    if strangers := sorted(set(source) - known):
        raise ValueError(f"{name} has unknown fields: {', '.join(strangers)}")
    return source


def _list(name: str, source: object) -> list[Any]:
    if not isinstance(source, list):
        raise ValueError(f"{name} must be a list")
    return source


def _integer(name: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{name} must hold integers")
    return value


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{name} must be text")
    return value


READERS: dict[str, Callable[[str, object], object]] = {
    **dict.fromkeys(
        ("needs", "interests", "competences", "modes", "languages", "formats", "values", "suits", "ways"), _set
    ),
    **dict.fromkeys(("age_wish", "grade_wish", "mentee_ages", "mentor_ages"), _bounds),
    **dict.fromkeys(
        ("age", "grade", "level", "mastery", "demand", "places", "min_common_slots", "keep_bonus"), _integer
    ),
    **dict.fromkeys(
        ("enough_extra_slots", "enough_interests", "enough_values", "enough_ways", "full_mastery"), _integer
    ),
    **dict.fromkeys(("consent", "clearance", "is_minor", "own_institution_only", "team_together"), _flag),
    "slots": _slots,
    "load_penalty": _integers,
    "hard": _rules,
    "openness": _choice(Openness),
    "theme": _choice(Theme),
    "weights": _numbers(Weights),
    "role_model": _numbers(RoleModel),
}
"""How each field is read that is not text. `Weights.values` and `.ways` are read with their object."""
