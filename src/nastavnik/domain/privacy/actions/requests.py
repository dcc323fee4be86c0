"""Requests about one's own data, and what the institution answers."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from nastavnik.core import clock, lifecycle
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.models import Person
from nastavnik.domain.privacy.enums import RequestKind, RequestState
from nastavnik.domain.privacy.errors import AnswerMissing, NotErasedYet, ReasonMissing, TextMissing
from nastavnik.domain.privacy.models import DataRequest

WORKING_DAYS = 10  # 152-ФЗ ст. 14, 20: ten working days; holidays are not known here, so none is counted in
SATURDAY = 6


def answer_until(asked_on: date) -> date:
    """The last of ten working days after the day of asking (Saturdays and Sundays are none)."""
    day, left = asked_on, WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.isoweekday() < SATURDAY
    return day


@transaction.atomic
def ask(person: Person, *, kind: str, text: str = "", by: Any) -> DataRequest:
    """Somebody asks about their data or their child's. The same question is asked once until it is answered."""
    if kind == RequestKind.CORRECT and not text.strip():
        raise TextMissing
    waiting = DataRequest.objects.filter(person=person, kind=kind, state=RequestState.OPEN).first()
    if waiting:
        added = "\n\n".join(filter(None, (waiting.text, text.strip())))
        DataRequest.objects.filter(pk=waiting.pk).update(text=added)
        waiting.text = added
        return waiting
    today = clock.today(person.organisation.time_zone)
    return DataRequest.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        kind=kind,
        text=text.strip(),
        asked_by=by,
        asked_on=today,
        due_on=answer_until(today),
    )


@transaction.atomic
def answer_request(request: DataRequest, *, answer: str = "", by: Any) -> DataRequest:
    """Done as asked: what was to be erased is erased, else words tell what was done. Raises NotErasedYet,
    AnswerMissing."""
    is_erased = request.person.erased_on is not None
    if request.kind == RequestKind.ERASE and not is_erased:
        raise NotErasedYet
    if not answer.strip() and not is_erased:
        raise AnswerMissing
    return _close(request, "answer_request", answer=answer, by=by)


@transaction.atomic
def refuse_request(request: DataRequest, *, answer: str, by: Any) -> DataRequest:
    """Not done, with the reason."""
    if not answer.strip():
        raise ReasonMissing
    return _close(request, "refuse_request", answer=answer, by=by)


def _close(request: DataRequest, action: str, *, answer: str, by: Any) -> DataRequest:
    lifecycle.advance(request, action, by=by)
    DataRequest.objects.filter(pk=request.pk).update(answer=answer.strip())
    request.answer = answer.strip()
    if request.person.erased_on is None:
        notify("data_request_answered", to=request.person, key=f"data_request/{request.pk}")
    return request
