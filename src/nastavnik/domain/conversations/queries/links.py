"""Which links pass without waiting."""

from collections.abc import Callable
from urllib.parse import urlsplit

from nastavnik.domain.conversations.contacts import links
from nastavnik.domain.conversations.models import ApprovedLink
from nastavnik.domain.library.queries import known_links, memos
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.organisations.queries import allows_link


def address_of(url: str) -> str:
    """Host in lower case, path as it is, without the scheme, «www.» and a last slash. Raises ValueError."""
    parts = urlsplit(url if "//" in url else f"//{url}")
    host = (parts.hostname or "").removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def passing(organisation: Organisation) -> Callable[[str], bool]:
    """A test of links: allowed video services, what a coordinator approved once, what stands in the library. Nothing
    is asked before the first link."""
    known: set[str] | None = None

    def passes(url: str) -> bool:
        nonlocal known
        if allows_link(organisation, url if "//" in url else f"https://{url}"):
            return True
        if known is None:
            known = _known(organisation)
        try:
            return "@" not in url and address_of(url) in known
        except ValueError:
            return False

    return passes


def _known(organisation: Organisation) -> set[str]:
    """At most five queries."""
    rows = ApprovedLink.objects.filter(organisation=organisation, withdrawn_at__isnull=True)
    read = (url for sheet in memos(organisation) for url in links(sheet.body))
    written = {address_of(url) for url in (*read, *known_links(organisation))}
    return written | set(rows.values_list("address", flat=True))
