"""What the coordinator answers: yes, no with what would help, or «please add»."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from nastavnik.core import audit, clock, versions
from nastavnik.core.lifecycle import advance
from nastavnik.domain.consents.errors import ConsentMissing
from nastavnik.domain.consents.queries import is_processable
from nastavnik.domain.intake.actions.asking import give_back_extra, name_extra
from nastavnik.domain.intake.actions.submitting import Asked, ask_for_consents, write_down
from nastavnik.domain.intake.adapter import profile_of
from nastavnik.domain.intake.enums import ApplicationState, TwinAnswer
from nastavnik.domain.intake.errors import RemedyMissing, ReturnNeedsWords, TwinUnanswered
from nastavnik.domain.intake.models import Application
from nastavnik.domain.intake.remedies import NOTHING_TO_DO
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.actions import fill_people
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import guardians_of
from nastavnik.domain.programmes.actions import enrol
from nastavnik.domain.programmes.models import Participation

OWN = ("birth_date", "phone", "email", "post", "workplace", "patronymic")


@transaction.atomic
def accept(application: Application, *, by: Any) -> Participation:
    """Take the applicant into the programme: a participation with all that was said for matching.

    Raises TwinUnanswered, ConsentMissing (a minor is taken in when the guardian has agreed), AlreadyTakesPart.
    """
    person = _known(application)
    today = clock.today(application.intake.organisation.time_zone)
    if not is_processable(person, today):
        raise ConsentMissing(name=person.list_name)
    fill_people(
        [(person, {name: getattr(application, name) for name in OWN if getattr(application, name)})],
        organisation=application.intake.organisation,
        by=by,
    )
    participation = enrol(
        person,
        module=application.module,
        role=application.role,
        joined_on=today,
        by=by,
        profile=profile_of(application),
    )
    _set(application, participation=participation)
    advance(application, "accept", by=by)
    tell(application, "application_accepted")
    return participation


def _known(application: Application) -> Person:
    if application.person is None:
        raise TwinUnanswered(name=application.list_name)
    return application.person


@transaction.atomic
def decline(
    application: Application, *, reason: str, remedy: str, note: str = "", due_on: date | None = None, by: Any
) -> Application:
    """Not now, and what may remove the reason. Nothing else anywhere depends on it. Raises RemedyMissing."""
    if not remedy:
        raise RemedyMissing
    _set(
        application,
        decline_reason=reason,
        remedy=remedy,
        refusal_note=note.strip(),
        remedy_due_on=None if remedy in NOTHING_TO_DO else due_on,
    )
    advance(application, "decline", by=by, reason=reason)
    tell(application, "application_declined")
    return application


@transaction.atomic
def return_for_more(application: Application, *, note: str, by: Any) -> Application:
    """Please add: the applicant goes on by the same code, or by the coordinator's hand. Raises ReturnNeedsWords."""
    if not note.strip():
        raise ReturnNeedsWords
    _set(application, return_note=note.strip(), touched_at=clock.now())
    advance(application, "return_for_more", by=by)
    give_back_extra(application, by=by)
    tell(application, "application_returned")
    return application


@transaction.atomic
def answer_twin(application: Application, *, answer: str, by: Any) -> list[Asked]:
    """One human being or two: with the answer there is a person, and the guardian is asked for consent."""
    if application.person_id is not None or application.twin is None or application.state == ApplicationState.WITHDRAWN:
        return []
    is_here = application.twin.erased_on is None  # nothing is left to be the same as where the data were erased
    person = application.twin if answer == TwinAnswer.SAME and is_here else write_down(application, by=by)
    _set(application, person=person, twin_answer=answer)
    name_extra(application)
    audit.record("application.answer_twin", application, by=by, fields=["person", "twin_answer"])
    return ask_for_consents(application, by=by)


def mark_remedy(application: Application, *, version: int, by: Any) -> Application:
    """What was to help is done."""
    done_on = clock.today(application.intake.organisation.time_zone)
    versions.save_changes(application, {"remedy_done_on": done_on}, version=version, by=by)
    return application


def tell(application: Application, kind: str) -> None:
    """The family reads it on the page «Сегодня»: nobody is written to whose data may not be used."""
    person = application.person
    today = clock.today(application.intake.organisation.time_zone)
    if person is None or not is_processable(person, today):
        return
    for reader in [person, *(row.guardian for row in guardians_of(person, today))]:
        if reader.user_id:
            notify(kind, to=reader, context={"application": application.pk}, key=f"{kind}:{application.pk}:{reader.pk}")


def _set(application: Application, **changes: Any) -> None:
    """Columns of an application whose state is moved in the same transaction."""
    Application.objects.filter(pk=application.pk).update(**changes, version=F("version") + 1)
    for name, value in changes.items():
        setattr(application, name, value)
    application.version += 1
