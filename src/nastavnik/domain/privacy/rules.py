"""Who may answer requests about personal data and erase them."""

from typing import Any

from nastavnik.domain.people.models import Person
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, signed_in, somewhere
from nastavnik.domain.privacy.models import DataRequest, ErasureAct

erases = somewhere(Permission.PERSONAL_DATA_ERASE)
asks = signed_in  # everybody may ask what is held about themselves


def can_erase(user: Any, person: Person) -> bool:
    return holds(user, Permission.PERSONAL_DATA_ERASE, person.organisation_id)


def can_answer(user: Any, request: DataRequest) -> bool:
    return holds(user, Permission.PERSONAL_DATA_ERASE, request.organisation_id)


def can_see_act(user: Any, act: ErasureAct) -> bool:
    return holds(user, Permission.PERSONAL_DATA_ERASE, act.organisation_id)
