"""Problems and plans as JSON, for use without the product.

A problem is an object with the lists `mentees` and `mentors`, and optionally `settings`, `mutual` and `bans`:
  {"mentees": [{"id": "e1", "main_need": "физика", "needs": ["физика"], "slots": [60, 61], "is_minor": true,
                "consent": true}],
   "mentors": [{"id": "r1", "competences": ["физика"], "places": 2, "is_minor": false, "clearance": true}],
   "settings": {"min_common_slots": 2, "hard": ["time", "mode"], "weights": {"need": 40}, "load_penalty": [0, 1]},
   "mutual": [["e1", "r1"]], "bans": []}
The fields are those of `problem.Mentee`, `Mentor`, `Settings` and `Weights`; sets are lists, age and grade wishes are
[lowest, highest] with null for an open end. A field left out, or null, is unknown. Unknown names are refused.

A plan is {"pairs": [{"mentee_id", "mentor_id", "score", "is_mutual", "reasons": [{"code", "points", "maximum",
"params"}]}], "left_out": [{"mentee_id", "code", "params", "helps": [{"code", "params"}]}], "certificate": {"levels":
[{"name", "value", "bound"}], "objective", "dual_bound", "gap", "pairs_checked", "branches": [{"forbidden",
"coverage", "worst", "total"}]}}; prices are in order of id, `worst` is null where nothing is to be proved.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from typing import Any

from matchengine.codes import Rule
from matchengine.plan import Plan
from matchengine.problem import Mentee, Mentor, Problem, Settings, Weights

SETS = frozenset({"needs", "interests", "competences", "slots", "modes", "languages"})
BOUNDS = frozenset({"age_wish", "grade_wish", "mentee_ages", "mentor_ages"})
NUMBERS = frozenset({"age", "grade", "places", "min_common_slots", "enough_extra_slots", "enough_interests"})
FLAGS = frozenset({"consent", "clearance", "is_minor"})


def read_problem(source: object) -> Problem:
    """A problem from decoded JSON. Raises ValueError that names what does not fit."""
    top = _object("the problem", source, {"mentees", "mentors", "settings", "mutual", "bans"})
    return Problem(
        mentees=tuple(Mentee(**_person("mentee", Mentee, one)) for one in _list("mentees", top.get("mentees"))),
        mentors=tuple(Mentor(**_person("mentor", Mentor, one)) for one in _list("mentors", top.get("mentors"))),
        settings=_settings(top.get("settings") or {}),
        mutual=_pairs("mutual", top.get("mutual") or []),
        bans=_pairs("bans", top.get("bans") or []),
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
    values: dict[str, Any] = {}
    for name, value in given.items():
        if name == "weights":
            weights = _object("weights", value, {f.name for f in fields(Weights)})
            values[name] = Weights(**{key: _integer(key, number) for key, number in weights.items()})
        elif name == "hard":
            values[name] = frozenset(Rule(rule) for rule in _list(name, value))
        elif name == "load_penalty":
            values[name] = tuple(_integer(name, number) for number in _list(name, value))
        elif value is not None:
            values[name] = _value(name, value)
    return Settings(**values)


def _value(name: str, value: object) -> object:
    if name in SETS:
        check: Callable[[str, object], object] = _integer if name == "slots" else _text
        return frozenset(check(name, thing) for thing in _list(name, value))
    if name in BOUNDS:
        ends = _list(name, value)
        if len(ends) != 2:
            raise ValueError(f"{name} must be [lowest, highest]")
        return tuple(None if end is None else _integer(name, end) for end in ends)
    if name in FLAGS:
        if not isinstance(value, bool):
            raise ValueError(f"{name} must be true, false or null")
        return value
    return _integer(name, value) if name in NUMBERS else _text(name, value)


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
