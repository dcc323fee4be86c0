"""The public check of a certificate: as little as proves it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from nastavnik.core import clock
from nastavnik.domain.consents.queries import is_processable
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.rendering.check_code import normalise_check_code
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import is_minor

# A certificate that a new one replaced counts no more, as a revoked one does.
SHOWN = (DocumentState.ISSUED, DocumentState.REVOKED, DocumentState.REPLACED)


@dataclass(frozen=True)
class Checked:
    """What anybody with the code may read. `name` is "" where it may not be shown any more."""

    code: str
    number: str
    dated_on: date
    is_revoked: bool  # counts no more, for whatever reason
    organisation: Any
    name: str = ""
    is_short: bool = False
    facts: dict[str, Any] | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    is_replaced: bool = False  # a newer one was given in its place


def by_check_code(typed: str) -> Checked | None:
    """The certificate with this code, however it was typed; None where there is none.

    A minor, by the day of the paper or today, is «Полина В.»; a child whose consent is gone has no name here.
    """
    code = normalise_check_code(typed)
    rows = Document.objects.filter(check_code=code, state__in=SHOWN).select_related("organisation", "person")
    document = rows.first() if code else None
    if document is None or document.person is None:
        return None
    seen = Checked(
        code=code or "",
        number=document.number,
        dated_on=document.dated_on,
        is_revoked=document.state != DocumentState.ISSUED,
        organisation=document.organisation,
        is_replaced=document.state == DocumentState.REPLACED,
    )
    return seen if seen.is_revoked else _with_facts(seen, document, document.person)


def _with_facts(seen: Checked, document: Document, person: Person) -> Checked:
    facts, today = document.context["check"], clock.today(document.organisation.time_zone)
    short = facts["is_minor"] or is_minor(person, today)
    name = facts["short_name" if short else "full_name"] if is_processable(person, today) else ""
    told = {key: value for key, value in facts.items() if key not in ("full_name", "short_name", "is_minor")}
    return Checked(
        code=seen.code,
        number=seen.number,
        dated_on=seen.dated_on,
        is_revoked=False,
        organisation=seen.organisation,
        name=name,
        is_short=short,
        facts=told,
        starts_on=date.fromisoformat(facts["starts_on"]),
        ends_on=date.fromisoformat(facts["ends_on"]),
    )
