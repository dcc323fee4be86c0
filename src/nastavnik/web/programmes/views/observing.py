"""What a teacher, a psychologist or a coordinator saw of a participant."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.programmes import actions, queries, rules
from nastavnik.domain.programmes.enums import TopicUse
from nastavnik.web.programmes.forms import ObservationForm
from nastavnik.web.shell.render import render_page


@allow(rules.observes)
def observe(request: HttpRequest, pk: int) -> HttpResponse:
    """Half a minute: what one sees completes what the person left unsaid."""
    rows = queries.participations_visible_to(request.user).select_related("organisation", "person", "module__programme")
    found = fetch(rows, pk, rules.can_observe, request.user)
    form = ObservationForm(request.POST or None, role=found.role, known=known_topics(found.organisation))
    if request.method == "POST" and form.is_valid():
        try:
            actions.observe(found, seen=form.seen, note=form.cleaned_data["note"], by=request.user)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Записано. Подбор учтёт то, о чём человек не сказал сам."))
            return see_other("people:person", found.person_id)
    context = {
        "participation": found,
        "group": queries.groups_of([found.person_id], clock.today(found.organisation.time_zone)).get(
            found.person_id, ("",)
        )[0],
        "form": form,
        "observations": queries.written_about(found, request.user),
    }
    return render_page(request, "programmes/observe.html", context, status=422 if form.is_bound else 200)


def known_topics(organisation: Any) -> dict[str, list[str]]:
    """Values and ways that the organisation uses already."""
    return {use: queries.titles_used(organisation, use) for use in (TopicUse.VALUE, TopicUse.WAY)}
