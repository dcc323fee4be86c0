"""ТК РФ ст. 351.8: the written consent and the agreement of a worker who mentors a worker, and their early end."""

from dataclasses import asdict, dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.formats import date_format

from nastavnik.core import audit
from nastavnik.core.versions import save_changes
from nastavnik.domain.intake.admission_enums import EndingParty
from nastavnik.domain.intake.admission_errors import (
    AgreementIsOver,
    AgreementOverlaps,
    AgreementUnordered,
    EndsTooSoon,
    OutsideTheAgreement,
)
from nastavnik.domain.intake.models import EmployeeAgreement
from nastavnik.domain.intake.working_days import three_working_days
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.organisations.queries import holidays
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.models import Participation

# Longer ones are vacations of pupils, on which workers work.
LONGEST_HOLIDAY = 3


@dataclass(frozen=True)
class Terms:
    """What the agreement says; the law asks for content, term, form and pay."""

    consent_on: date
    signed_on: date
    starts_on: date
    ends_on: date | None
    content: str
    way: str
    pay: str
    number: str = ""


@transaction.atomic
def sign_agreement(participation: Participation, terms: Terms, *, by: User) -> EmployeeAgreement:
    """Write down that it was signed, with its terms; the paper stays with the institution."""
    _require_order(terms)
    _require_free(participation, terms)
    agreement = EmployeeAgreement.objects.create(
        organisation_id=participation.organisation_id, participation=participation, **asdict(terms)
    )
    audit.record("agreement.sign", agreement, by=by, fields=["signed_on", "starts_on", "ends_on"])
    return agreement


@transaction.atomic
def end_agreement(
    agreement: EmployeeAgreement,
    *,
    ended_by: str,
    notice_on: date,
    ended_on: date,
    is_sooner_agreed: bool = False,
    note: str = "",
    version: int,
    by: User,
) -> EmployeeAgreement:
    """The mentor refuses or the employer cancels early, by a notice of three working days. Sooner only where the
    mentor asks and the employer agrees."""
    if agreement.ended_on:
        raise AgreementIsOver
    last = agreement.ends_on
    if ended_on < agreement.starts_on or (last is not None and ended_on > last):
        raise OutsideTheAgreement(day=_day(ended_on))
    earliest = earliest_end(agreement.organisation, notice_on)
    agreed = is_sooner_agreed and ended_by == EndingParty.MENTOR
    if ended_on < notice_on or (ended_on < earliest and not agreed):
        raise EndsTooSoon(notice=_day(notice_on), earliest=_day(earliest))
    changes = {
        "ended_by": ended_by,
        "notice_on": notice_on,
        "ended_on": ended_on,
        "is_sooner_agreed": agreed,
        "end_note": note,
    }
    save_changes(agreement, changes, version=version, by=by)
    return agreement


def earliest_end(organisation: Organisation, notice_on: date) -> date:
    """The earliest last day of work for a notice of that day, with the institution's public holidays left out."""
    days_off = {
        holiday.starts_on + timedelta(days=number)
        for holiday in holidays(organisation)
        if holiday.ends_on and (holiday.ends_on - holiday.starts_on).days < LONGEST_HOLIDAY
        for number in range((holiday.ends_on - holiday.starts_on).days + 1)
    }
    return three_working_days(notice_on, days_off)


def _require_order(terms: Terms) -> None:
    in_order = terms.consent_on <= terms.signed_on <= terms.starts_on
    if not in_order or (terms.ends_on and terms.ends_on < terms.starts_on):
        raise AgreementUnordered


def _require_free(participation: Participation, terms: Terms) -> None:
    lasting = Q(ended_on__isnull=True) | Q(ended_on__gte=terms.starts_on)
    lasting &= Q(ends_on__isnull=True) | Q(ends_on__gte=terms.starts_on)
    others = participation.agreements.filter(lasting)
    others = others.filter(starts_on__lte=terms.ends_on) if terms.ends_on else others
    other = others.first()
    if other:
        until = other.ended_on or other.ends_on
        raise AgreementOverlaps(period=f"{_day(other.starts_on)} – {_day(until) if until else '…'}")


def _day(day: date) -> str:
    return date_format(day, "d.m.Y")
