"""Who may record and read consents."""

from typing import Any

from nastavnik.domain.consents.models import Consent, ConsentRequest, ConsentText, ScannedPaper
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, somewhere

sees_consents = somewhere(Permission.CONSENT_SEE)
records_consents = somewhere(Permission.CONSENT_RECORD)
sees_wards = somewhere(Permission.WARDS_SEE)


def can_see(user: Any, person: Person) -> bool:
    return holds(user, Permission.CONSENT_SEE, person.organisation_id)


def can_record(user: Any, person: Person) -> bool:
    return holds(user, Permission.CONSENT_RECORD, person.organisation_id)


def can_record_in(user: Any, organisation: Organisation) -> bool:
    return holds(user, Permission.CONSENT_RECORD, organisation.pk)


def can_withdraw(user: Any, consent: Consent) -> bool:
    return holds(user, Permission.CONSENT_RECORD, consent.organisation_id)


edits_texts = somewhere(Permission.ORGANISATION_EDIT)


def can_edit_texts_of(user: Any, organisation: Organisation) -> bool:
    return holds(user, Permission.ORGANISATION_EDIT, organisation.pk)


def can_edit_text(user: Any, text: ConsentText) -> bool:
    return holds(user, Permission.ORGANISATION_EDIT, text.organisation_id)


def can_ask(user: Any, request: ConsentRequest) -> bool:
    return holds(user, Permission.CONSENT_RECORD, request.organisation_id)


def can_attach(user: Any, scan: ScannedPaper) -> bool:
    return holds(user, Permission.CONSENT_RECORD, scan.organisation_id)
