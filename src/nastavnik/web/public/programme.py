"""What the programme gives and how to come to it: the page that a poster or a link leads to."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nastavnik.access import once
from nastavnik.access.allow import PUBLIC, allow
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.organisations.queries import study_groups
from nastavnik.domain.programmes import actions, queries
from nastavnik.domain.programmes.enums import Audience, Catalogue
from nastavnik.domain.programmes.queries.launching import was_opened
from nastavnik.domain.programmes.shipped import Entry
from nastavnik.domain.programmes.shipped.opportunities import MENTOR
from nastavnik.web.public.forms import AnswerForm
from nastavnik.web.shell.render import render_page

HEADINGS = {
    Audience.PUPIL.value: _("Детям"),
    Audience.GUARDIAN.value: _("Родителям"),
    Audience.TEACHER.value: _("Педагогам"),
    MENTOR: _("Наставникам"),
    "": _("Всем"),
}


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
    context = {"page": page, "form": form, "said": "said" in request.GET, **_told(page)}
    answer = render_page(request, "public/programme.html", context, status=422 if form.is_bound else 200)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _closed(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever comes by an old poster is told whom to ask, and nothing of the programme."""
    if not was_opened(token):
        raise Http404
    answer = render_page(request, "public/closed.html", status=410)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def for_whom(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """What participation gives, under the heading of whom it is for; headings without entries are left out."""
    found: dict[str, list[Entry]] = {audience: [] for audience in HEADINGS}
    for entry in entries:
        audience = str(entry.details.get("audience", ""))
        found[audience if audience in HEADINGS else ""].append(entry)
    return [(str(HEADINGS[audience]), given) for audience, given in found.items() if given]


def _told(page: Any) -> dict[str, Any]:
    """What the programme gives, to whom, and how its modules are called."""
    programme = page.programme
    modules = [
        (module, module.mentoring_format.called_in(page.organisation))
        for module in programme.modules.select_related("mentoring_format").order_by("id")
    ]
    given = queries.entries(page.organisation, Catalogue.OPPORTUNITY, programme_type=programme.type)
    return {"programme": programme, "modules": modules, "given": for_whom(given)}
