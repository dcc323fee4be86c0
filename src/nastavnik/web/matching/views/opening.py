"""What every page of a run opens with: the run, its people, the mentee that the address names."""

from typing import Any

from django.http import Http404, HttpRequest

from nastavnik.access.fetch import fetch
from nastavnik.core import clock
from nastavnik.domain.matching import queries, rules
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.errors import RunIsOver
from nastavnik.domain.matching.queries import Side, Studio


def seen(request: HttpRequest, pk: int) -> Any:
    """A run that may be looked at."""
    return fetch(queries.visible_to(request.user), pk)


def decided(request: HttpRequest, pk: int) -> Any:
    """A run that may be changed, published or put aside."""
    return fetch(queries.visible_to(request.user), pk, rules.can_decide, request.user)


def ready(request: HttpRequest, pk: int) -> Studio:
    """The studio of a run that is still to be decided."""
    run = decided(request, pk)
    if run.state != MatchRunState.READY:
        raise RunIsOver()
    return studio_of(run)


def counted(request: HttpRequest, pk: int) -> Studio:
    """The studio of a run with a plan, whatever became of it."""
    run = seen(request, pk)
    if run.state in (MatchRunState.DRAFT, MatchRunState.SOLVING):
        raise Http404
    return studio_of(run)


def studio_of(run: Any) -> Studio:
    return Studio(run, clock.today(run.organisation.time_zone))


def mentee_of(studio: Studio, pk: int) -> Side:
    """The mentee that the address names; somebody of another module is missing."""
    found = studio.mentee(str(pk))
    if found is None:
        raise Http404
    return found


def module_to_match(request: HttpRequest, pk: int) -> Any:
    """A module of a programme that is not over."""
    return fetch(queries.modules_to_match(request.user), pk, rules.can_run, request.user)
