"""Which links pass without waiting."""

from collections.abc import Callable
from urllib.parse import urlsplit

from nastavnik.domain.conversations.models import ApprovedLink
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.organisations.queries import allows_link


def address_of(url: str) -> str:
    """Host and path in lower case without the scheme, «www.» and a last slash: what is approved. Raises ValueError."""
    parts = urlsplit(url if "//" in url else f"//{url}")
    host = (parts.hostname or "").removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}".lower()


def passing(organisation: Organisation) -> Callable[[str], bool]:
    """A test of links: allowed video services, and what a coordinator approved once. One query, at the first link."""
    approved: set[str] | None = None

    def passes(url: str) -> bool:
        nonlocal approved
        if allows_link(organisation, url if "//" in url else f"https://{url}"):
            return True
        if approved is None:
            rows = ApprovedLink.objects.filter(organisation=organisation, withdrawn_at__isnull=True)
            approved = set(rows.values_list("address", flat=True))
        try:
            return "@" not in url and address_of(url) in approved
        except ValueError:
            return False

    return passes
