"""What waits, and which links pass."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.core import clock
from nastavnik.domain.conversations import actions, queries, rules
from nastavnik.domain.mentorships.naming import called
from nastavnik.web.conversations.faces import reasons
from nastavnik.web.shell.render import render_page

AT_ONCE = 20


@allow(rules.stands_by, methods=("GET", "HEAD"))
def held(request: HttpRequest) -> HttpResponse:
    """Messages that wait for a decision, the oldest first."""
    page = Paginator(queries.held_visible_to(request.user), AT_ONCE).get_page(request.GET.get("page"))
    for version in page:
        version.why = reasons(version.findings)
        version.called = called(version.message.author)
        version.has_link = "link" in version.findings
    return render_page(request, "conversations/held.html", {"page": page})


@allow(rules.stands_by, methods=("POST",))
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Let it through, with its links for the future or without, or not."""
    version = fetch(queries.held_visible_to(request.user), pk, rules.can_decide, request.user)
    step = request.POST.get("step", "")
    if step == "refuse":
        actions.refuse(version, by=request.user, note=request.POST.get("note", "").strip()[:400])
        messages.success(request, _("Сообщение не ушло. Автор это увидит."))
    elif step in ("release", "release_with_links"):
        released = actions.release(version, by=request.user, approves_links=step == "release_with_links")
        if released.deliver_at > clock.now():
            messages.success(request, _("Пропущено. Сейчас тихие часы: сообщение доставят в семь утра."))
        else:
            messages.success(request, _("Сообщение отправлено."))
    else:
        raise Http404
    return see_other("conversations:held")


@allow(rules.looks_after, methods=("GET", "HEAD"))
def links(request: HttpRequest) -> HttpResponse:
    """Links that were let through once."""
    page = Paginator(queries.links_visible_to(request.user), 50).get_page(request.GET.get("page"))
    return render_page(request, "conversations/links.html", {"page": page})


@allow(rules.looks_after, methods=("POST",))
def withdraw_link(request: HttpRequest, pk: int) -> HttpResponse:
    link = fetch(queries.links_visible_to(request.user), pk, rules.can_withdraw, request.user)
    actions.withdraw_link(link, by=request.user)
    return see_other("conversations:links")
