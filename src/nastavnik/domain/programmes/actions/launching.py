"""The information page: opening and closing it, and what its readers say. Nobody's name comes in here."""

import secrets
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction

from nastavnik.core import audit, clock, versions
from nastavnik.domain.organisations.models import StudyGroup
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.errors import PageIsClosed, ProgrammeIsClosed, TooManyAnswers
from nastavnik.domain.programmes.models import InformationPage, PageAnswer, Programme

# A class answers in one lesson, a school in an evening; more than that in an hour is not people.
MOST_IN_AN_HOUR = 600
TOKEN_BYTES = 9  # twelve signs: short enough to be typed from a poster, too many to be guessed


@transaction.atomic
def open_page(programme: Programme, *, by: Any) -> InformationPage:
    """Open the page (again); its address never changes, so posters that hang stay right."""
    if programme.state == ProgrammeState.CLOSED:
        raise ProgrammeIsClosed(title=programme.title)
    today = clock.today(programme.organisation.time_zone)
    page, created = InformationPage.objects.get_or_create(
        programme=programme,
        defaults={
            "organisation": programme.organisation,
            "token": secrets.token_urlsafe(TOKEN_BYTES),
            "is_open": True,
            "opened_on": today,
        },
    )
    if created:
        audit.record("informationpage.open", page, by=by, fields=["is_open"])
    elif not page.is_open:
        changes = {"is_open": True, "opened_on": page.opened_on or today}
        versions.save_changes(page, changes, version=page.version, by=by)
    return page


def close_page(page: InformationPage, *, by: Any) -> InformationPage:
    """Nobody can answer any more; what was said stays."""
    versions.save_changes(page, {"is_open": False}, version=page.version, by=by)
    return page


def edit_page(page: InformationPage, *, text: str, contact: str, version: int, by: Any) -> InformationPage:
    """The institution's own words, and whom to come to."""
    versions.save_changes(page, {"text": text.strip(), "contact": contact.strip()}, version=version, by=by)
    return page


def answer_page(
    page: InformationPage,
    *,
    audience: str,
    answer_key: str,
    study_group: StudyGroup | None = None,
    wanted_role: str = "",
    wish: str = "",
) -> PageAnswer:
    """One reader was informed and may have said what they would like; sent twice it is one answer.

    Raises PageIsClosed, TooManyAnswers.
    """
    if not page.is_open:
        raise PageIsClosed
    if page.answers.filter(at__gt=clock.now() - timedelta(hours=1)).count() >= MOST_IN_AN_HOUR:
        raise TooManyAnswers
    try:
        with transaction.atomic():
            return PageAnswer.objects.create(
                organisation_id=page.organisation_id,
                page=page,
                audience=audience,
                study_group=study_group,
                wanted_role=wanted_role,
                wish=wish.strip(),
                answer_key=answer_key,
            )
    except IntegrityError:
        return page.answers.get(answer_key=answer_key)
