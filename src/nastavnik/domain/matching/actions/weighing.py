"""«Что важнее»: other weights, and the proposal counted anew."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.domain.matching.actions.running import run
from nastavnik.domain.matching.models import MatchRun
from nastavnik.domain.programmes.actions import edit_module
from nastavnik.domain.programmes.models import Module


@transaction.atomic
def reweigh(module: Module, *, weights: Mapping[str, int], version: int, as_of: date, by: Any) -> MatchRun:
    """Keep the weights in the module and ask for a new run; the earlier proposals stay to be compared."""
    settings = {**module.matching_settings, "weights": dict(weights)}
    edit_module(module, {"matching_settings": settings}, version=version, by=by)
    return run(module, as_of=as_of, by=by)
