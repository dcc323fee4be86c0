"""The institution of the request, where the user may edit programmes and catalogues."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds


def own_organisation(request: HttpRequest) -> Any:
    """The organisation of the request; refused where the user edits no programmes of it."""
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None or not holds(request.user, Permission.PROGRAMME_EDIT, organisation.pk):
        raise PermissionDenied
    return organisation
