"""What a module says about matching, read into rules and weights. What it does not say is the default of its kind."""

from collections.abc import Mapping
from typing import Any

from matchengine import Rule, Settings, Weights
from matchengine.codes import DEFAULT_HARD
from nastavnik.domain.matching.records import GATES, SWITCHABLE, MatchSettings
from nastavnik.domain.programmes.kinds import KINDS, KindRules

SLOT = 30
CRITERIA = ("need", "interests", "time", "age", "mutual")
LOAD_STEPS = 4  # the last one repeats: as the default of the engine
DEFAULT_LOAD = 1
DEFAULT_MINUTES = 60


def settings_of(kind: str, said: Mapping[str, Any], *, clearance: bool = True) -> MatchSettings:
    """Settings of a module; `clearance`: do the mentors meet children, so that ТК РФ ст. 351.1 asks for it?

    Consent is a gate whatever is said.
    """
    rules = KINDS[kind]
    chosen = choices(kind, said)
    gates = GATES if clearance else GATES - {Rule.MENTOR_CLEARANCE}
    switched = {rule for rule in SWITCHABLE if chosen["rules"][rule]}
    hard = (DEFAULT_HARD - GATES - frozenset(SWITCHABLE)) | gates | switched
    return MatchSettings(
        engine=Settings(
            hard=hard,
            min_common_slots=_slots(chosen["min_common_minutes"], rules),
            weights=Weights(**chosen["weights"]),
            load_penalty=tuple(step * chosen["load"] for step in range(LOAD_STEPS)) if chosen["load"] else (0,),
        ),
        usual_places=rules.usual_places,
    )


def choices(kind: str, said: Mapping[str, Any]) -> dict[str, Any]:
    """What is in force, for forms: {"rules": {code: bool}, "weights": {criterion: points}, "min_common_minutes",
    "load"}; `load` is how many points dearer each further mentee of one mentor is."""
    rules = KINDS[kind]
    usual = {str(rule): rule in DEFAULT_HARD for rule in SWITCHABLE} | {str(Rule.TIME): rules.times_must_meet}
    weights = {name: getattr(Weights(), name) for name in CRITERIA}
    return {
        "rules": {code: bool((said.get("rules") or {}).get(code, on)) for code, on in usual.items()},
        "weights": {name: int((said.get("weights") or {}).get(name, points)) for name, points in weights.items()},
        "min_common_minutes": int(said.get("min_common_minutes", DEFAULT_MINUTES)),
        "load": int(said.get("load", DEFAULT_LOAD)),
    }


def _slots(minutes: int, rules: KindRules) -> int:
    return max(1, -(-minutes // SLOT)) if rules.times_must_meet or minutes else 0
