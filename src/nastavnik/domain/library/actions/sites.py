"""A link of the library leads to a site that the institution allows or that a coordinator approved once."""

from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.domain.library.errors import NotALink, SiteNotApproved
from nastavnik.domain.library.models import ApprovedSite
from nastavnik.domain.library.queries.sites import allowed
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.organisations.queries import plain_host


@transaction.atomic
def require_site(organisation: Organisation, url: str, *, trusts: bool, by: Any) -> str:
    """The address; "" stays as it is. With `trusts` a new site is approved. Raises NotALink, SiteNotApproved."""
    if not url:
        return url
    host = plain_host(url)
    if "." not in host:
        raise NotALink
    if allowed(organisation)(url):
        return url
    if not trusts:
        raise SiteNotApproved(host=host)
    given = {"approved_by": by, "approved_at": clock.now()}
    site, _made = ApprovedSite.objects.get_or_create(organisation=organisation, host=host, defaults=given)
    audit.record("site.approve", site, by=by, fields=["host"])
    return url


@transaction.atomic
def withdraw_site(site: ApprovedSite, *, by: Any) -> None:
    """Links to it are shown no more and pass nowhere; the materials stay."""
    audit.record("site.withdraw", site, by=by, fields=["host"])
    site.delete()
