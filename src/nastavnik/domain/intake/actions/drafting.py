"""An application before it is sent: begun, saved page by page, continued by its code, given up, forgotten."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F

from nastavnik.core import audit, clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.events.models import Event
from nastavnik.domain.intake.actions.asking import erase, forget_extra
from nastavnik.domain.intake.adapter import topics_in
from nastavnik.domain.intake.codes import digest, draft_code
from nastavnik.domain.intake.enums import ApplicationState, Source
from nastavnik.domain.intake.errors import ApplicationsClosed, BornInFuture, TooManyApplications
from nastavnik.domain.intake.models import Application, Intake
from nastavnik.domain.intake.pages import PAGES
from nastavnik.domain.intake.queries.intakes import takes_on
from nastavnik.domain.intake.states import CHANGEABLE
from nastavnik.domain.programmes.topics import normal_topic

# A class applies in one lesson, a school in an evening; more than that in an hour is not people.
MOST_IN_AN_HOUR = 600
KEPT = timedelta(days=30)
ASKED = frozenset(name for page in PAGES for name in page.fields)


@transaction.atomic
def start(
    intake: Intake,
    *,
    role: str = "",
    source: str = Source.SELF,
    event: Event | None = None,
    by: Any = None,
) -> tuple[Application, str]:
    """Begin a draft; returns it and the code by which it is continued, which is nowhere kept.

    Raises ApplicationsClosed, TooManyApplications.
    """
    if not takes_on(intake, clock.today(intake.organisation.time_zone)):
        raise ApplicationsClosed(contact=intake.contact or intake.organisation.short_title)
    recent = Application.objects.filter(intake=intake, created_at__gt=clock.now() - timedelta(hours=1))
    if by is None and recent.count() >= MOST_IN_AN_HOUR:
        raise TooManyApplications
    code = draft_code()
    application = Application.objects.create(
        organisation_id=intake.organisation_id,
        intake=intake,
        module_id=intake.module_id,
        role=role or _only_role(intake),
        source=source,
        event=event,
        entered_by=by,
        code_digest=digest(code),
        touched_at=clock.now(),
    )
    return application, code


def _only_role(intake: Intake) -> str:
    if intake.takes_mentees and intake.takes_mentors:
        return ""
    return "mentee" if intake.takes_mentees else "mentor"


@transaction.atomic
def save_page(application: Application, answers: dict[str, Any], *, page: str = "") -> Application:
    """Keep what was said on a page: of two devices the later one counts. Only what can still be changed is changed.

    Raises BornInFuture, ChangedMeanwhile (it was sent or decided in the meantime).
    """
    changes = _settled(application, {name: value for name, value in answers.items() if name in ASKED})
    rows = Application.objects.filter(pk=application.pk, state__in=CHANGEABLE)
    written = {**changes, "page": page or application.page, "touched_at": clock.now()}
    if not rows.update(**written, version=F("version") + 1):
        raise ChangedMeanwhile(application)
    if changes.get("role", application.role) != application.role:
        forget_extra(application)
    application.refresh_from_db()
    return application


def _settled(application: Application, answers: dict[str, Any]) -> dict[str, Any]:
    """The main need stays one of the needs; one need is the main one."""
    born = answers.get("birth_date")
    if born and born > clock.today(application.intake.organisation.time_zone):
        raise BornInFuture(day=f"{born:%d.%m.%Y}")
    if "needs" in answers:
        needs = topics_in(answers["needs"])
        known = {normal_topic(need) for need in needs}
        main = answers.get("main_need", application.main_need)
        answers["main_need"] = main if normal_topic(main) in known else (needs[0] if len(needs) == 1 else "")
    return answers


@transaction.atomic
def renew_code(application: Application, *, by: Any) -> str:
    """Another code for a draft or a returned application: the former one stops working."""
    code = draft_code()
    rows = Application.objects.filter(pk=application.pk, state__in=CHANGEABLE)
    if not rows.update(code_digest=digest(code), touched_at=clock.now()):
        raise ChangedMeanwhile(application)
    audit.record("application.renew_code", application, by=by, fields=["code_digest"])
    return code


def erase_drafts() -> int:
    """Drafts that nobody touched for a month are gone, with all that was written in them; returns how many."""
    forgotten = Application.objects.filter(state=ApplicationState.DRAFT, touched_at__lt=clock.now() - KEPT)
    return erase(forgotten)
