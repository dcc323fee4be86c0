"""«Уже знаю, с кем»: a mentee names a mentor, the coordinator hears of it first."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.messages import sentence
from nastavnik.core.errors import DomainError
from nastavnik.domain.matching import actions, queries, rules
from nastavnik.web.matching.forms.suggestion import NameForm
from nastavnik.web.shell.render import render_page


@allow(rules.names_mentors)
def own_choice(request: HttpRequest) -> HttpResponse:
    places = queries.asks_for_a_mentor(request.user)
    form = NameForm(request.POST or None, places=places)
    if request.method == "POST" and places and form.is_valid():
        given = form.cleaned_data
        try:
            actions.name_mentor(form.place, called=given["called"], note=given["note"], by=request.user)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Записано. Первым это прочтёт куратор."))
            return see_other("matching:own_choice")
    context = {"form": form, "places": places, "named": queries.named_by(request.user)}
    return render_page(request, "matching/own_choice.html", context, status=422 if form.is_bound else 200)
