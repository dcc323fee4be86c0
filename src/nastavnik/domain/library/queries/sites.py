"""To which sites links of the library may lead: allowed services, and what a coordinator approved once."""

from collections.abc import Callable

from nastavnik.domain.library.models import ApprovedSite
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.organisations.queries import allows_link, plain_host


def allowed(organisation: Organisation) -> Callable[[str], bool]:
    """A test of addresses; one query, not before the first that no allowed service covers."""
    approved: set[str] | None = None

    def may(url: str) -> bool:
        nonlocal approved
        if allows_link(organisation, url):
            return True
        if approved is None:
            approved = set(ApprovedSite.objects.filter(organisation=organisation).values_list("host", flat=True))
        return plain_host(url) in approved

    return may
