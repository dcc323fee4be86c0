"""«Хочу стать наставником»: from the last words into the pool of mentors."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.domain.mentorships import actions, queries, rules
from nastavnik.domain.programmes import queries as programmes
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.web.mentorships.way_forms import PoolForm
from nastavnik.web.shell.render import render_page

SHOWN = 50


@allow(rules.edits_mentorships, methods=("GET", "HEAD"))
def wishes(request: HttpRequest) -> HttpResponse:
    names = _modules(request)
    found = list(queries.would_be_mentors(request.user)[:SHOWN])
    for word in found:
        word.form = PoolForm(modules=names, initial={"module": word.mentorship.module_id}, auto_id=f"w{word.pk}_%s")
    return render_page(request, "mentorships/wishes.html", {"words": found, "modules": names})


@allow(rules.edits_mentorships, methods=("POST",))
def take_into_pool(request: HttpRequest, pk: int) -> HttpResponse:
    """Among the mentors, to be talked with and admitted as everybody else."""
    word = fetch(queries.would_be_mentors(request.user), pk)
    form = PoolForm(request.POST, modules=_modules(request))
    if form.is_valid():
        module = programmes.modules_visible_to(request.user).get(pk=form.cleaned_data["module"])
        actions.take_into_pool(word, module=module, by=request.user)
        messages.success(request, _("Записано в наставники. Дальше беседа и допуск, как у всех."))
    return see_other("mentorships:wishes")


def _modules(request: HttpRequest) -> list[tuple[int, str]]:
    rows = programmes.modules_visible_to(request.user).exclude(programme__state=ProgrammeState.CLOSED)
    rows = rows.filter(organisation=request.organisation).select_related("programme")
    return [(row.pk, f"{row.programme.title}: {row.title}") for row in rows.order_by("programme__title", "title")]
