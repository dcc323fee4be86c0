"""From answers to a programme in one step."""

from datetime import date
from typing import Any

from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.programmes.actions.creating import create_programme
from nastavnik.domain.programmes.designing import Answers, propose
from nastavnik.domain.programmes.models import Programme
from nastavnik.domain.programmes.templates import compose


def design_programme(
    organisation: Organisation,
    *,
    answers: Answers,
    title: str,
    starts_on: date,
    ends_on: date | None = None,
    stage_set: str | None = None,
    second: bool = False,
    by: Any,
) -> Programme:
    """The programme that the answers ask for, or its second-best; its academic year is the one of its first day."""
    proposal = propose(answers)
    template = compose(proposal.second() if second else proposal, answers, title=title, stage_set=stage_set)
    return create_programme(organisation, template=template, title=title, starts_on=starts_on, ends_on=ends_on, by=by)
