"""What goes into the next school year?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

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
    form = CopyForm(request.POST or None, people=[(one.pk, _named(one)) for one in people], initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.copy_programme(found, **form.cleaned_data, by=request.user)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return see_other("programmes:programme", made.pk)
    context = {"programme": found, "form": form, "people": len(people), "facts": queries.copied_facts(found)}
    return render_page(request, "programmes/copy.html", context, status=422 if form.is_bound else 200)


def _named(participation: Any) -> str:
    said = {
        "name": participation.person.list_name,
        "role": ParticipationRole(participation.role).label,
        "module": participation.module.title,
        "state": participation.get_state_display(),
    }
    return _("%(name)s, %(role)s · %(module)s · %(state)s") % said
