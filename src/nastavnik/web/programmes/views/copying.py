"""What goes into the next school year?"""

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import DomainError
from nastavnik.domain.programmes import actions, queries, rules
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.web.programmes.forms.copying import CopyForm, a_year_later
from nastavnik.web.shell.render import render_page


@allow(rules.edits_programmes)
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """What is carried over is shown before; people are named and ticked."""
    rows = queries.visible_to(request.user).select_related("organisation")
    found = fetch(rows, pk, rules.can_edit, request.user)
    people = list(queries.unfinished(found))
    initial = {
        "title": found.title,
        "starts_on": a_year_later(found.starts_on),
        "take": [one.pk for one in people],
    }
    form = CopyForm(request.POST or None, people=[(one.pk, one.person.list_name) for one in people], initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.copy_programme(found, **form.cleaned_data, by=request.user)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return see_other("programmes:programme", made.pk)
    context = {
        "programme": found,
        "form": form,
        "groups": _groups(people, {str(pk) for pk in form["take"].value() or ()}),
        "facts": queries.copied_facts(found),
    }
    return render_page(request, "programmes/copy.html", context, status=422 if form.is_bound else 200)


def _groups(people: list[Any], ticked: set[str]) -> list[dict[str, Any]]:
    """People by module and role, as they stand on the page."""
    return [
        {
            "module": module,
            "role": ParticipationRole(role),
            "rows": [{"one": one, "ticked": str(one.pk) in ticked} for one in rows],
        }
        for (module, role), rows in groupby(people, key=lambda one: (one.module.title, one.role))
    ]
