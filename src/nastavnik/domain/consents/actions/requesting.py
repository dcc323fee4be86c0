"""Asking for consents: a personal link, and a code for the paper."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.domain.consents.actions.texts import text_in_use
from nastavnik.domain.consents.codes import new_code, new_link
from nastavnik.domain.consents.enums import ConsentKind, SigningParty
from nastavnik.domain.consents.errors import NothingAsked, NotOpen
from nastavnik.domain.consents.models import ConsentRequest, RequestedConsent
from nastavnik.domain.consents.queries import open_requests, parties_of
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import guardians_of

LIFETIME = timedelta(days=60)
USUAL = (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION)


@transaction.atomic
def request_consents(
    person: Person,
    *,
    kinds: Sequence[str] = USUAL,
    by: Any,
    party: str = "",
    signer: Person | None = None,
    until: date | None = None,
) -> tuple[ConsentRequest, str]:
    """Ask one party for consents; returns the request and the secret of its link, which is nowhere kept.

    `party` is the guardian for a child and the person themself for an adult, unless said otherwise: a child of the
    age that signs too is asked by a request of its own (`party="child"`), the paper has room for both. `until` is the
    last day of what will be agreed. A request of the same party that is still open is called off. Raises NothingAsked.
    """
    asked = list(dict.fromkeys(kinds))
    if not asked:
        raise NothingAsked
    today = clock.today(person.organisation.time_zone)
    party = party or parties_of(person, today)[0]
    for former in ConsentRequest.objects.filter(person=person, party=party, answered_at=None, called_off_at=None):
        call_off(former, by=by)
    secret, kept = new_link()
    request = ConsentRequest.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        party=party,
        signer=signer or _signer(person, party, today),
        digest=kept,
        code=new_code(),
        until=until,
        asked_on=today,
        asked_by=by,
        expires_at=clock.now() + LIFETIME,
    )
    RequestedConsent.objects.bulk_create(
        RequestedConsent(
            organisation_id=person.organisation_id,
            request=request,
            kind=kind,
            text=text_in_use(person.organisation, kind),
        )
        for kind in asked
    )
    audit.record("consentrequest.ask", request, by=by, fields=asked)
    if request.signer and request.signer.user_id:
        notify("consent_requested", to=request.signer, context={"request": request.pk}, key=f"consents:{request.pk}")
    return request, secret


@transaction.atomic
def request_for_many(
    persons: Iterable[Person], *, kinds: Sequence[str] = USUAL, until: date | None = None, by: Any
) -> list[tuple[ConsentRequest, str]]:
    """`request_consents` of every party whose signature the age asks for, person after person."""
    made = []
    for person in persons:
        for party in parties_of(person, clock.today(person.organisation.time_zone)):
            made.append(request_consents(person, kinds=kinds, by=by, party=party, until=until))
    return made


@transaction.atomic
def sheets_for(
    persons: Iterable[Person], *, kinds: Sequence[str] = USUAL, until: date | None = None, by: Any
) -> list[ConsentRequest]:
    """Requests whose papers can be printed: one a person, for it has room for every signature. What is asked already
    in the same way is printed again, so that the codes of sheets that lie somewhere stay right."""
    made = []
    for person in persons:
        party = parties_of(person, clock.today(person.organisation.time_zone))[0]
        held = open_requests(clock.now()).filter(person=person, party=party, until=until).first()
        same = held is not None and set(held.asked.values_list("kind", flat=True)) == set(kinds)
        made.append(held if held and same else request_consents(person, kinds=kinds, by=by, until=until)[0])
    return made


@transaction.atomic
def renew_link(request: ConsentRequest, *, by: Any) -> str:
    """Another secret for a request that is still open: the former link stops working. Raises NotOpen."""
    secret, kept = new_link()
    changed = ConsentRequest.objects.filter(pk=request.pk, answered_at=None, called_off_at=None).update(
        digest=kept, expires_at=clock.now() + LIFETIME
    )
    if not changed:
        raise NotOpen
    audit.record("consentrequest.renew", request, by=by, fields=["digest", "expires_at"])
    return secret


def call_off(request: ConsentRequest, *, by: Any) -> None:
    """Nobody waits for an answer any more; link and code stop working."""
    with transaction.atomic():
        open_one = ConsentRequest.objects.filter(pk=request.pk, answered_at=None, called_off_at=None)
        if open_one.update(called_off_at=clock.now()):
            audit.record("consentrequest.call_off", request, by=by, fields=["called_off_at"])


def _signer(person: Person, party: str, on: date) -> Person | None:
    """Who is asked: the person themself, or the guardian where there is exactly one."""
    if party != SigningParty.GUARDIAN:
        return person
    known = list(guardians_of(person, on)[:2])
    return known[0].guardian if len(known) == 1 else None
