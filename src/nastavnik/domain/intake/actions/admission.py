"""The admission of mentors: talks, signs, points of the checklist, the decision."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.formats import date_format

from nastavnik.core import audit, clock
from nastavnik.core.inserting import insert_all
from nastavnik.domain.intake.admission_enums import AdmissionCode, Decision, DecisionReason, Mark, MentorSign
from nastavnik.domain.intake.admission_errors import (
    CannotBeWaived,
    HeldInFuture,
    NotEverythingThere,
    OnlyMentors,
    WhyMissing,
)
from nastavnik.domain.intake.checklist import WAIVABLE
from nastavnik.domain.intake.models import AdmissionDecision, AdmissionItem, AdmissionMark, Interview
from nastavnik.domain.intake.queries.admission import ADMITTED, candidate, candidates, own_mentoring
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from nastavnik.domain.programmes.models import Participation


@transaction.atomic
def record_interview(
    participation: Participation, *, held_on: date, outcome: str, note: str = "", by: User
) -> Interview:
    """That a talk was held, how it ended and what matters; no minutes, no diagnoses."""
    _require_mentor(participation)
    if held_on > clock.today(participation.organisation.time_zone):
        raise HeldInFuture(day=date_format(held_on, "j E"))
    interview = Interview.objects.create(
        organisation_id=participation.organisation_id,
        participation=participation,
        held_on=held_on,
        outcome=outcome,
        note=note,
        by=by,
    )
    audit.record("interview.record", interview, by=by, fields=["held_on", "outcome"])
    return interview


@transaction.atomic
def mark_signs(participation: Participation, marks: Mapping[str, str], *, by: User) -> int:
    """What was seen of each sign; unknown codes are left out. Returns how many were written."""
    _require_mentor(participation)
    known = {sign: mark for sign, mark in marks.items() if sign in MentorSign.values and mark in Mark.values}
    today = clock.today(participation.organisation.time_zone)
    for sign, mark in known.items():
        AdmissionMark.objects.update_or_create(
            participation=participation,
            sign=sign,
            defaults={"mark": mark, "marked_on": today, "by": by},
            create_defaults={
                "organisation_id": participation.organisation_id,
                "mark": mark,
                "marked_on": today,
                "by": by,
            },
        )
    audit.record("admission.mark", participation, by=by, fields=["admission_marks"])
    return len(known)


@transaction.atomic
def waive(participation: Participation, code: str, *, why: str, by: User) -> AdmissionItem:
    """A point that is not needed here, and why; the law's own points never."""
    _require_mentor(participation)
    if code not in WAIVABLE:
        raise CannotBeWaived
    if not why.strip():
        raise WhyMissing
    return _write(participation, code, {"is_waived": True, "note": why.strip(), "done_on": None}, by)


@transaction.atomic
def ask_again(participation: Participation, code: str, *, by: User) -> AdmissionItem:
    """It is needed after all."""
    return _write(participation, code, {"is_waived": False, "note": ""}, by)


@transaction.atomic
def set_due(participation: Participation, code: str, *, due_on: date | None, by: User) -> AdmissionItem:
    """Until when the point is to be done: the desk reminds."""
    _require_mentor(participation)
    return _write(participation, AdmissionCode(code), {"due_on": due_on}, by)


@transaction.atomic
def check_themself(user: User) -> int:
    """The self-check was done: the fact alone, in every module where the user is a mentor. Returns in how many."""
    rows = list(own_mentoring(user))
    for row in rows:
        today = clock.today(row.organisation.time_zone)
        _write(row, AdmissionCode.SELF_CHECK, {"done_on": today}, user)
    return len(rows)


@transaction.atomic
def admit(
    participation: Participation, *, reason: str = DecisionReason.ALL_THERE, note: str = "", by: User
) -> AdmissionDecision:
    """Every must of the checklist is there: the mentor can be matched. Raises NotEverythingThere with what is not.

    Who came in past the checklist and is matched already gets the decision alone; who worked as a mentor before needs
    for it what the law asks and no new talk.
    """
    _require_mentor(participation)
    one = candidate(participation)
    is_in = participation.state in ADMITTED and not one.is_recorded
    lacking = one.missing_by_law if is_in and reason == DecisionReason.WORKED_BEFORE else one.missing
    if lacking:
        raise NotEverythingThere(missing=", ".join(str(AdmissionCode(code).label) for code in lacking))
    if not is_in:
        programmes.admit(participation, by=by)
    return _decide(participation, Decision.ADMITTED, reason, note, by)


@transaction.atomic
def record_known(participations: Sequence[Participation], *, by: User) -> list[AdmissionDecision]:
    """Those of a list who worked as mentors before, all at once; who lacks what the law asks is left out."""
    by_id = {row.pk: row for row in participations if row.state in ADMITTED}
    today = clock.today(participations[0].organisation.time_zone) if participations else clock.today()
    known = [one for one in candidates(by_id.values(), today) if not one.is_recorded and not one.missing_by_law]
    at = clock.now()
    made = insert_all(
        AdmissionDecision(
            organisation_id=one.participation.organisation_id,
            participation=by_id[one.participation.pk],
            decision=Decision.ADMITTED,
            reason=DecisionReason.WORKED_BEFORE,
            by=by,
            at=at,
        )
        for one in known
    )
    for decision in made[:1]:
        audit.record("admission.record_known", decision.participation.module, by=by, fields=["decision", "reason"])
    return made


@transaction.atomic
def put_off(participation: Participation, *, reason: str, note: str = "", by: User) -> AdmissionDecision:
    """Not yet, and why: what is missing stays on the list."""
    _require_mentor(participation)
    return _decide(participation, Decision.NOT_YET, reason, note, by)


@transaction.atomic
def refuse(participation: Participation, *, reason: str, note: str, by: User) -> AdmissionDecision:
    """Not in this programme. Nothing else changes for the person; another programme may be right."""
    _require_mentor(participation)
    if not note.strip():
        raise WhyMissing
    programmes.leave(participation, by=by, reason=reason)
    return _decide(participation, Decision.REFUSED, reason, note.strip(), by)


def _decide(participation: Participation, decision: str, reason: str, note: str, by: User) -> AdmissionDecision:
    made = AdmissionDecision.objects.create(
        organisation_id=participation.organisation_id,
        participation=participation,
        decision=decision,
        reason=reason,
        note=note,
        by=by,
        at=clock.now(),
    )
    audit.record("admission.decide", made, by=by, fields=["decision", "reason"])
    return made


def _write(participation: Participation, code: str, values: dict[str, Any], by: User) -> AdmissionItem:
    item, _made = AdmissionItem.objects.update_or_create(
        participation=participation,
        code=code,
        defaults={**values, "by": by},
        create_defaults={"organisation_id": participation.organisation_id, **values, "by": by},
    )
    audit.record("admission.item", item, by=by, fields=sorted(values))
    return item


def _require_mentor(participation: Participation) -> None:
    gone = participation.state in (ParticipationState.FINISHED, ParticipationState.LEFT)
    if participation.role != ParticipationRole.MENTOR or gone:
        raise OnlyMentors
