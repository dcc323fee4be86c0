"""What can be done in the room."""

from nastavnik.domain.matching.actions.changing import adjust
from nastavnik.domain.matching.actions.deciding import discard, publish
from nastavnik.domain.matching.actions.running import begin, fail, finish, run, solve
from nastavnik.domain.matching.actions.weighing import reweigh

__all__ = ["adjust", "begin", "discard", "fail", "finish", "publish", "reweigh", "run", "solve"]
