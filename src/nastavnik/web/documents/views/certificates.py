"""Certificates: who waits for one, and many at once."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.documents import actions, queries, rules
from nastavnik.web.documents.forms import CertificatesForm
from nastavnik.web.shell.render import render_page
from nastavnik.web.shell.templatetags.frame import plural

CERTIFICATE = "certificate"
AT_ONCE = 20  # a page that somebody waits for: about a second


@allow(rules.prepares_documents)
def certificates(request: HttpRequest) -> HttpResponse:
    """To whom shall certificates be given?"""
    today = clock.today(request.organisation.time_zone) if request.organisation else clock.today()  # type: ignore[attr-defined]
    waiting = queries.awaiting_certificate(request.user)
    shut = queries.without_consent(waiting, today)
    members = {member.pk: member for member in waiting}
    open_to = [pk for pk, member in members.items() if member.person_id not in shut]
    form = CertificatesForm(request.POST or None, members=open_to, initial={"dated_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            return _issue(request, [members[pk] for pk in form.cleaned_data["members"]], form)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
    ticked = set(form["members"].value() or []) if form.is_bound else {str(pk) for pk in open_to}
    rows = [(member, member.person_id in shut, str(member.pk) in ticked) for member in members.values()]
    context = {"form": form, "rows": rows, "open": len(open_to)}
    return render_page(request, "documents/certificates.html", context, status=422 if form.is_bound else 200)


def _issue(request: HttpRequest, members: list[Any], form: CertificatesForm) -> HttpResponse:
    """A few at once; many in the background, on a page that shows how far it is."""
    base = request.build_absolute_uri("/")
    if len(members) > AT_ONCE:
        ids = [member.pk for member in members]
        day = form.cleaned_data["dated_on"]
        return see_other(
            "documents:batch", actions.order_batch(CERTIFICATE, ids, dated_on=day, base=base, by=request.user).pk
        )
    papers = actions.issue_certificates(members, dated_on=form.cleaned_data["dated_on"], by=request.user, base=base)
    said = plural(len(papers), "сертификат,сертификата,сертификатов")
    messages.success(request, _("Готово: %(papers)s.") % {"papers": said})
    return see_other("documents:index")
