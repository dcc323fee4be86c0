"""What the programme is, what is new in it and how to come to it: the page that a poster or a link leads to."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from nastavnik.access import once
from nastavnik.access.allow import PUBLIC, allow
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.organisations.queries import study_groups
from nastavnik.domain.programmes import actions, queries
from nastavnik.domain.programmes.queries.launching import was_opened
from nastavnik.web.public.forms import AnswerForm
from nastavnik.web.public.portal import portal_of
from nastavnik.web.shell.render import render_page


@allow(PUBLIC)
def programme(request: HttpRequest, token: str) -> HttpResponse:
    """How can one take part? Whoever answers is counted as informed; no name is asked and none is kept."""
    page = queries.open_page_by(token)
    if page is None:
        return _closed(request, token)
    groups = study_groups(page.programme.academic_year, clock.today(page.organisation.time_zone))
    form = AnswerForm(request.POST or None, groups=groups)
    if request.method == "POST" and form.is_valid():
        key = request.POST.get(once.FIELD) or str(uuid.uuid4())
        try:
            actions.answer_page(page, answer_key=key[:64], **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return HttpResponseRedirect(f"{reverse('public:programme', args=(token,))}?said=1", status=303)
    portal = portal_of(page, base=request.build_absolute_uri("/"))
    context = {"portal": portal, "page": page, "form": form, "said": "said" in request.GET}
    return _unkept(render_page(request, "public/programme.html", context, status=422 if form.is_bound else 200))


def _closed(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever comes by an old poster is told whom to ask, and nothing of the programme."""
    if not was_opened(token):
        raise Http404
    return _unkept(render_page(request, "public/closed.html", status=410))


def _unkept(answer: HttpResponse) -> HttpResponse:
    """No search and no copy outlives a consent."""
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.headers["Cache-Control"] = "no-store"
    return answer
