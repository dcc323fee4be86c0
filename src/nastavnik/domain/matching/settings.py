"""What a module says about matching, read into rules and weights. What it does not say is the default of its kind."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from matchengine import Rule, Settings, Weights
from matchengine.codes import DEFAULT_HARD, Theme
from matchengine.problem import RoleModel
from nastavnik.domain.matching.records import GATES, SWITCHABLE, Interval, MatchSettings
from nastavnik.domain.programmes.enums import Kind
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.topics import normal_topic

SLOT = 30
CRITERIA = tuple(one.name for one in fields(Weights))
LOAD_STEPS = 4  # the last one repeats: as the default of the engine
DEFAULT_LOAD = 1
DEFAULT_MINUTES = 60
DEFAULT_KEEP = 20  # measured: it keeps most pairs of a plan for little of the total
PEERS = {"level_gap": 1, "age_gap": 2, "level_lead": None}
AHEAD = {"level_gap": None, "age_gap": None, "level_lead": 1}
NO_MODEL: dict[str, int | None] = {"level_gap": None, "age_gap": None, "level_lead": None}
ROLE_MODELS: dict[str, dict[str, int | None]] = {
    "равный–равному": PEERS,
    "равный–другому": PEERS,
    "традиционное": AHEAD,
    "успевающий–неуспевающий": AHEAD,
    "опытный учитель–молодой специалист": AHEAD,
    "опытный предметник–неопытный предметник": AHEAD,
    "учитель–неуспевающий": AHEAD,
}
"""Where a module that names this role model begins. The numbers are of this product, not of any act: each programme
sets its own."""


def settings_of(kind: str, said: Mapping[str, Any], *, role_model: str = "", clearance: bool = True) -> MatchSettings:
    """Settings of a module; `role_model` is the title of its role model. `clearance`: do the mentors meet children, so
    that ТК РФ ст. 351.1 asks for it? Consent is a gate whatever is said.
    """
    rules = KINDS[kind]
    chosen = choices(kind, said, role_model=role_model)
    gates = GATES if clearance else GATES - {Rule.MENTOR_CLEARANCE}
    switched = {rule for rule in SWITCHABLE if chosen["rules"][rule]}
    hard = (DEFAULT_HARD - GATES - frozenset(SWITCHABLE)) | gates | switched | {Rule.KINSHIP}
    return MatchSettings(
        engine=Settings(
            hard=hard,
            min_common_slots=_slots(chosen),
            weights=Weights(**chosen["weights"]),
            load_penalty=tuple(step * chosen["load"] for step in range(LOAD_STEPS)) if chosen["load"] else (0,),
            role_model=RoleModel(**chosen["role_model"]) if chosen["role_model"] != NO_MODEL else None,
            theme=Theme(chosen["theme"]) if chosen["theme"] else None,
            team_together=chosen["team_together"],
            keep_bonus=chosen["keep_bonus"],
        ),
        usual_places=rules.usual_places,
        most_mentors=rules.mentors,
        hours=_intervals(chosen["hours"]) or None,
        lessons={
            int(grade): _intervals(shift.get("lessons"))
            for shift in chosen["shifts"]
            for grade in shift.get("grades", ())
        },
    )


def choices(kind: str, said: Mapping[str, Any], *, role_model: str = "") -> dict[str, Any]:
    """What is in force, for forms.

    {"rules": {code: bool}, "weights": {criterion: points}, "min_common_minutes", "load", "keep_bonus", "theme":
    "need", "interest" or "", "team_together": bool, "role_model": {"level_gap", "age_gap", "level_lead"}}. `load` is
    how many points dearer each further mentee of one mentor is; `keep_bonus` how many points a kept pair is worth when
    a plan is made anew; None in a role model asks for nothing. "hours" are intervals in which people can meet, none:
    at any time; "shifts": [{"grades": [5, 6], "lessons": [[weekday, start, end]]}].
    """
    model = {**_usual_model(role_model), **(said.get("role_model") or {})}
    return {
        "rules": {code: bool((said.get("rules") or {}).get(code, on)) for code, on in usual_rules(kind).items()},
        "weights": {
            name: int((said.get("weights") or {}).get(name, getattr(Weights(), name))) for name in CRITERIA
        },
        "min_common_minutes": max(0, int(said.get("min_common_minutes", usual_minutes(kind)))),
        "load": int(said.get("load", DEFAULT_LOAD)),
        "keep_bonus": int(said.get("keep_bonus", DEFAULT_KEEP)),
        "theme": str(said.get("theme", usual_theme(kind)) or "") if is_group(kind) else "",
        "team_together": bool(said.get("team_together", False)) and is_team(kind),
        "hours": list(said.get("hours") or ()),
        "shifts": list(said.get("shifts") or ()),
        "role_model": {name: _number(model[name]) for name in NO_MODEL},
    }  # fmt: skip


def usual_rules(kind: str) -> dict[str, bool]:
    """Which of the rules that can be switched a kind begins with."""
    usual = {str(rule): rule in DEFAULT_HARD for rule in SWITCHABLE}
    return usual | {str(Rule.TIME): KINDS[kind].times_must_meet, str(Rule.REVERSE): kind != Kind.REVERSE}


def usual_minutes(kind: str) -> int:
    """How much of the week two must have in common."""
    return DEFAULT_MINUTES if KINDS[kind].times_must_meet else 0


def usual_theme(kind: str) -> str:
    """A group gathers around a need, unless its programme says an interest or nothing."""
    return str(Theme.NEED) if kind == Kind.GROUP else ""


def is_group(kind: str) -> bool:
    """Can one mentor have several mentees together?"""
    return KINDS[kind].mentees > 1


def is_team(kind: str) -> bool:
    """Can one mentee have several mentors together?"""
    return KINDS[kind].mentors > 1


def _usual_model(title: str) -> dict[str, int | None]:
    return next((model for name, model in ROLE_MODELS.items() if normal_topic(name) == normal_topic(title)), NO_MODEL)


def _slots(chosen: Mapping[str, Any]) -> int:
    """Half hours in common; where the rule about time holds, never none."""
    least = 1 if chosen["rules"][Rule.TIME] else 0
    return max(least, -(-int(chosen["min_common_minutes"]) // SLOT))


def _intervals(said: Any) -> tuple[Interval, ...]:
    return tuple((int(day), int(start), int(end)) for day, start, end in said or ())


def _number(value: Any) -> int | None:
    return None if value in (None, "") else int(value)
