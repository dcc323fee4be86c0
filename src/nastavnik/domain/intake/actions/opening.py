"""Opening an intake, changing what it asks, closing it."""

import secrets
from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit, versions
from nastavnik.domain.intake.actions.asking import QUESTIONS, chosen
from nastavnik.domain.intake.codes import poster_code
from nastavnik.domain.intake.errors import NobodyIsTaken
from nastavnik.domain.intake.models import Intake
from nastavnik.domain.intake.pages import EXTRAS, USUAL_EXTRAS
from nastavnik.domain.intake.shipped import usual_topics
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.errors import ProgrammeIsClosed
from nastavnik.domain.programmes.models import Module

TOKEN_BYTES = 9  # twelve signs, as the information page of a programme has
EDITABLE = frozenset(
    {"takes_mentees", "takes_mentors", "starts_on", "ends_on", "greeting", "contact", "topics", "extra_pages"}
    | {"review_days", "youngest", *QUESTIONS}
)


@transaction.atomic
def open_intake(
    module: Module,
    *,
    starts_on: date,
    ends_on: date | None = None,
    takes_mentees: bool = True,
    takes_mentors: bool = True,
    by: Any,
) -> Intake:
    """Begin to take applications into a module: with a link, a code for posters and the usual questions."""
    if module.programme.state == ProgrammeState.CLOSED:
        raise ProgrammeIsClosed(title=module.programme.title)
    if not (takes_mentees or takes_mentors):
        raise NobodyIsTaken
    intake = Intake.objects.create(
        organisation_id=module.organisation_id,
        module=module,
        starts_on=starts_on,
        ends_on=ends_on,
        takes_mentees=takes_mentees,
        takes_mentors=takes_mentors,
        token=secrets.token_urlsafe(TOKEN_BYTES),
        code=_free_code(),
        topics="\n".join(usual_topics(module.programme.type, module.programme.activity)),
        extra_pages=list(USUAL_EXTRAS),
    )
    audit.record("intake.open", intake, by=by, fields=["is_open"])
    return intake


def _free_code() -> str:
    """A code that no other poster of this installation has; the unique column is the last word."""
    for _attempt in range(20):
        code = poster_code()
        if not Intake.objects.filter(code=code).exists():
            return code
    raise RuntimeError("no free code was found")


@transaction.atomic
def edit_intake(intake: Intake, changes: dict[str, Any], *, version: int, by: Any) -> Intake:
    """What it asks, whom it takes, until when; the address and the code stay as they are."""
    unknown = set(changes) - EDITABLE
    if unknown:
        raise ValueError(f"not editable: {sorted(unknown)}")
    after = {name: changes.get(name, getattr(intake, name)) for name in ("takes_mentees", "takes_mentors")}
    if not any(after.values()):
        raise NobodyIsTaken
    if "extra_pages" in changes:
        changes = {**changes, "extra_pages": [code for code in EXTRAS if code in changes["extra_pages"]]}
    for name in QUESTIONS & set(changes):
        changes = {**changes, name: chosen(intake, changes[name], by=by)}
    versions.save_changes(intake, changes, version=version, by=by)
    return intake


def close_intake(intake: Intake, *, by: Any) -> Intake:
    """Nobody can send any more; what came stays to be decided, drafts can be finished when it opens again."""
    versions.save_changes(intake, {"is_open": False}, version=intake.version, by=by)
    return intake


def reopen_intake(intake: Intake, *, by: Any) -> Intake:
    """The same link and the same posters work again."""
    if intake.module.programme.state == ProgrammeState.CLOSED:
        raise ProgrammeIsClosed(title=intake.module.programme.title)
    versions.save_changes(intake, {"is_open": True}, version=intake.version, by=by)
    return intake
