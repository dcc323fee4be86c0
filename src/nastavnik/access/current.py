"""The organisation and the person of a request; its time zone is the one in which «today» is meant."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from nastavnik.domain.people.queries import person_of
from nastavnik.domain.people.rules import standing

CHOSEN = "organisation_id"


class CurrentOrganisation:
    """Sets `request.organisation` and `request.person` (None for visitors and for territory roles)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.organisation = request.person = None  # type: ignore[attr-defined]
        if request.user.is_authenticated:
            organisations = standing(request.user).organisations
            chosen = request.session.get(CHOSEN)
            current = next((o for o in organisations if o.pk == chosen), organisations[0] if organisations else None)
            request.organisation = current  # type: ignore[attr-defined]
            if current:
                request.person = person_of(request.user, current)  # type: ignore[attr-defined]
                with timezone.override(ZoneInfo(current.time_zone)):
                    return self.get_response(request)
        return self.get_response(request)
