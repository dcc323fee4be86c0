"""Somebody would rather not. Nobody is asked why twice, nothing follows from it; who wants to lead may lead."""

from typing import Any

from django.db import transaction
from django.db.models import F

from nastavnik.core import audit, clock
from nastavnik.core.lifecycle import advance
from nastavnik.domain.intake.actions.asking import forget_extra
from nastavnik.domain.intake.actions.drafting import start
from nastavnik.domain.intake.adapter import empty, vars_of
from nastavnik.domain.intake.enums import ApplicationState, Source, TalkOutcome, WithdrawReason
from nastavnik.domain.intake.errors import CannotWithdrawNow, TalkIsOver
from nastavnik.domain.intake.models import Application
from nastavnik.domain.intake.models.application import Words
from nastavnik.domain.intake.remedies import remedies
from nastavnik.domain.programmes.actions import leave
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState

WORDS = tuple(field.name for field in Words._meta.get_fields())
KNOWN_OF_BOTH = (
    *("surname", "given_name", "patronymic", "birth_date", "study_group", "group_words", "phone", "email"),
    *("guardian_name", "guardian_relation", "guardian_phone", "guardian_email"),
    *("interests", "values", "ways", "free_time", "modes", "openness"),
)


@transaction.atomic
def withdraw(
    application: Application, *, reason: str = WithdrawReason.UNSAID, note: str = "", by: Any = None
) -> Application:
    """Take it back at any time. A draft keeps none of its words; who takes part already ends that on their page."""
    was_draft = application.state == ApplicationState.DRAFT
    _leave(application, by)
    advance(application, "withdraw", by=by, reason=reason)
    changes: dict[str, Any] = {"withdraw_reason": reason, "refusal_note": note.strip()}
    if was_draft:
        forget_extra(application)
        changes |= empty(WORDS)
        changes |= {"code_digest": None, "refusal_note": ""}
    Application.objects.filter(pk=application.pk).update(**changes, version=F("version") + 1)
    application.refresh_from_db()
    return application


def _leave(application: Application, by: Any) -> None:
    """Who was taken in and not yet admitted leaves; a participation in work is ended where the pair is ended."""
    participation = application.participation
    if participation is None or participation.state == ParticipationState.LEFT:
        return
    if participation.state != ParticipationState.ENROLLED:
        raise CannotWithdrawNow(name=application.list_name)
    leave(participation, by=by, reason="withdrawn")


@transaction.atomic
def lead_instead(application: Application, *, by: Any = None) -> tuple[Application, str]:
    """Who would rather lead than be led gets a mentor's application with all that is known; returns it and its code."""
    known = {name: getattr(application, name) for name in KNOWN_OF_BOTH}
    given_up = application if application.person_id else None
    made, code = start(
        application.intake,
        role=ParticipationRole.MENTOR,
        source=Source.COORDINATOR if by else application.source,
        by=by,
    )
    if application.state not in (ApplicationState.WITHDRAWN, ApplicationState.DECLINED):
        withdraw(application, reason=WithdrawReason.WANTS_TO_LEAD, by=by)
    _take_over(made, known, given_up)
    return made, code


def _take_over(made: Application, known: dict[str, Any], given_up: Application | None) -> None:
    person = given_up.person if given_up else None
    Application.objects.filter(pk=made.pk).update(**known, given_up=given_up, person=person, page="contact")
    made.refresh_from_db()


@transaction.atomic
def record_talk(application: Application, *, outcome: str, by: Any) -> Application | None:
    """How the talk after a refusal ended, in one tap. Who wants to lead, or comes after all, gets a new draft."""
    today = clock.today(application.intake.organisation.time_zone)
    rows = Application.objects.filter(pk=application.pk, talk_outcome="")
    changes = {"talk_outcome": outcome, "talked_on": today, "talked_by": by}
    if outcome == TalkOutcome.LATER:
        changes["remedy"] = remedies(WithdrawReason.NO_TIME)[0]
    if not rows.update(**changes, version=F("version") + 1):
        raise TalkIsOver
    audit.record("application.talk", application, by=by, fields=["talk_outcome"])
    application.refresh_from_db()
    if outcome == TalkOutcome.LEADS:
        return lead_instead(application, by=by)[0]
    return come_after_all(application, by=by) if outcome == TalkOutcome.COMES else None


def come_after_all(application: Application, *, by: Any) -> Application:
    """The same application once more as a draft: nothing has to be said twice."""
    made, _code = start(application.intake, role=application.role, source=Source.COORDINATOR, by=by)
    known = {name: value for name, value in vars_of(application).items() if name in WORDS}
    known["study_group_id"] = known.pop("study_group")
    Application.objects.filter(pk=made.pk).update(**known, person=application.person, page="contact")
    made.refresh_from_db()
    return made
