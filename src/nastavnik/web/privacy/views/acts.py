"""Erasing somebody's data, and the acts about it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import DomainError
from nastavnik.domain.documents.rendering.papers import render
from nastavnik.domain.privacy import actions, queries, rules
from nastavnik.domain.privacy.paper import categories_of, paper_of
from nastavnik.web.privacy.forms import EraseForm
from nastavnik.web.shell.render import render_page

PER_PAGE = 50
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


@allow(rules.erases)
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """What will be erased, what stays, and is it meant?"""
    person = fetch(queries.subjects_visible_to(request.user), pk, rules.can_erase, request.user)
    form = EraseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            act = actions.erase(person, reason=form.cleaned_data["reason"], by=request.user)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Данные удалены. Акт готов, его можно распечатать и подписать."))
            return see_other("privacy:act", act.pk)
    holdings = list(queries.held_about(person, most=0))
    context = {
        "form": form,
        "person": person,
        "holdings": holdings,
        "categories": list(dict.fromkeys(one.category for one in holdings)),
        "papers": queries.kept_papers(person),
    }
    status = 422 if request.method == "POST" else 200
    return render_page(request, "privacy/erase.html", context, status=status)


@allow(rules.erases)
def acts(request: HttpRequest) -> HttpResponse:
    """Whose data were destroyed, when and why?"""
    rows = Paginator(queries.acts_visible_to(request.user), PER_PAGE).get_page(request.GET.get("page"))
    return render_page(request, "privacy/acts.html", {"page": rows})


@allow(rules.erases)
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """Is the act complete?"""
    found = fetch(queries.acts_visible_to(request.user), pk, rules.can_see_act, request.user)
    context = {"act": found, "categories": categories_of(found.counts), "log": queries.log_of(found)}
    return render_page(request, "privacy/act.html", context)


@allow(rules.erases, methods=("GET", "HEAD"))
def act_file(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The act with the extract of the trail, to be signed."""
    if form not in TYPES:
        raise Http404
    found = fetch(queries.acts_visible_to(request.user), pk, rules.can_see_act, request.user)
    title = _("Акт об уничтожении № %(number)s.%(form)s") % {"number": found.number, "form": form}
    return give_file(render(paper_of(found), form), title=title, content_type=TYPES[form])  # type: ignore[arg-type]
