"""Sending: from here on there is a person, and the guardian is asked for consent."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F

from nastavnik.core import clock
from nastavnik.core.lifecycle import advance
from nastavnik.domain.consents.actions import request_consents
from nastavnik.domain.consents.enums import ConsentKind
from nastavnik.domain.consents.models import ConsentRequest
from nastavnik.domain.consents.queries import agreed_to, parties_of
from nastavnik.domain.intake.actions.asking import hand_in_extra
from nastavnik.domain.intake.adapter import empty, said_of, setting_of
from nastavnik.domain.intake.enums import ApplicationState, TwinAnswer
from nastavnik.domain.intake.errors import ApplicationsClosed, GuardianIsTheChild, NotEverythingSaid
from nastavnik.domain.intake.messages import page_name
from nastavnik.domain.intake.models import Application
from nastavnik.domain.intake.pages import Setting, missing, not_asked
from nastavnik.domain.intake.queries.extra import extra_lacking
from nastavnik.domain.intake.queries.intakes import takes_on
from nastavnik.domain.intake.queries.twins import known_as, same_guardian
from nastavnik.domain.people.actions import NewPerson, add_guardian, add_people, enrol_in_group
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.normal import comparable_name, tidy
from nastavnik.domain.people.queries import guardians_of


@dataclass(frozen=True)
class Asked:
    """A request for consents and the secret of its link, shown once to be handed over."""

    request: ConsentRequest
    secret: str


@transaction.atomic
def submit(application: Application, *, by: Any = None) -> list[Asked]:
    """Send it (again). Somebody who is certainly known stays the same person, somebody new is written down.

    Who only looks like somebody known waits until a human being says whether they are the same: nobody is asked for
    consent before. Raises NotEverythingSaid, GuardianIsTheChild, ApplicationsClosed.
    """
    today = clock.today(application.intake.organisation.time_zone)
    if application.state == ApplicationState.DRAFT and by is None and not takes_on(application.intake, today):
        raise ApplicationsClosed(contact=application.intake.contact or application.intake.organisation.short_title)
    _require_everything(application, by)
    _forget_unasked(application)
    application.lifecycle.check(application.state, "submit")
    promised_at = clock.now() + timedelta(days=application.intake.review_days)
    changes: dict[str, Any] = {"submitted_at": clock.now(), "promised_at": promised_at, "return_note": ""}
    if application.person_id is None:
        found = known_as(application)
        changes |= {"twin": found.possible, "twin_answer": TwinAnswer.OPEN, "person": found.same}
        if found.same is None and found.possible is None:
            changes["person"] = write_down(application, by=by)
    _change(application, changes)
    hand_in_extra(application, by=by)
    advance(application, "submit", by=by)
    return ask_for_consents(application, by=by)


def _require_everything(application: Application, by: Any) -> None:
    lacking = missing(said_of(application), _setting(application))
    names = [str(page_name(page.code)) for page in lacking] + ([] if by else extra_lacking(application))
    if names:
        raise NotEverythingSaid(missing=", ".join(names))
    if application.guardian_name and comparable_name(application.guardian_name) == comparable_name(
        application.full_name
    ):
        raise GuardianIsTheChild


def _setting(application: Application) -> Setting:
    return setting_of(application.intake, by_staff=application.entered_by_id is not None)


def _forget_unasked(application: Application) -> None:
    """What was said on pages that a later answer took away is not kept."""
    names = not_asked(said_of(application), _setting(application))
    blank = empty(names)
    _change(application, {name: value for name, value in blank.items() if getattr(application, name) != value})


def _change(application: Application, changes: dict[str, Any]) -> None:
    if not changes:
        return
    Application.objects.filter(pk=application.pk).update(**changes, version=F("version") + 1)
    for name, value in changes.items():
        setattr(application, name, value)
    application.version += 1


def write_down(application: Application, *, by: Any) -> Person:
    """Somebody new, as the application describes them; in their class from today."""
    organisation = application.intake.organisation
    person = add_people(
        organisation,
        entries=[
            NewPerson(
                surname=application.surname,
                given_name=application.given_name,
                patronymic=application.patronymic,
                birth_date=application.birth_date,
                phone=application.phone,
                email=application.email,
                post=application.post,
                workplace=application.workplace,
            )
        ],
        by=by,
    )[0]
    if application.study_group:
        today = clock.today(organisation.time_zone)
        enrol_in_group(person, study_group=application.study_group, starts_on=today, by=by)
    return person


def ask_for_consents(application: Application, *, by: Any) -> list[Asked]:
    """The guardian is written down and asked; a child who signs too is asked by a link of their own.

    Whoever agreed already is not asked again.
    """
    person = application.person
    if person is None:
        return []
    today = clock.today(application.intake.organisation.time_zone)
    if has_agreed(person, today):
        return []
    name_guardian_of(application, by=by)
    return [Asked(*request_consents(person, party=party, by=by)) for party in parties_of(person, today)]


def has_agreed(person: Person, on: date) -> bool:
    """The consent to processing is in force, with all signatures that the age asks for."""
    return Person.objects.filter(agreed_to(ConsentKind.PROCESSING, on), pk=person.pk).exists()


def name_guardian_of(application: Application, *, by: Any) -> Person | None:
    """Write down the parent that the application names, unless somebody answers for the child already.

    Who applies for a known child does not become their guardian by writing so: a coordinator adds a second one.
    """
    person, name = application.person, tidy(application.guardian_name)
    today = clock.today(application.intake.organisation.time_zone)
    if person is None or not name or guardians_of(person, today).exists():
        return None
    guardian = (
        same_guardian(application)
        or add_people(application.intake.organisation, entries=[_guardian(application, name)], by=by)[0]
    )
    if guardian.pk != person.pk:
        add_guardian(person, guardian=guardian, relation=application.guardian_relation, starts_on=today, by=by)
    return guardian


def _guardian(application: Application, name: str) -> NewPerson:
    words = name.split(" ")
    return NewPerson(
        surname=words[0][:80],
        given_name=(words[1] if len(words) > 1 else "")[:80],
        patronymic=" ".join(words[2:])[:80],
        phone=application.guardian_phone,
        email=application.guardian_email,
    )
