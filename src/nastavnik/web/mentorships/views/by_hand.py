"""A pair, a group or a team that the coordinator puts together without matching."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.matching.queries import modules_to_match
from nastavnik.domain.mentorships import actions, queries, rules
from nastavnik.domain.mentorships.enums import Way
from nastavnik.domain.programmes.enums import Kind
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.queries import kind_of
from nastavnik.web.mentorships.gather_forms import GatherForm
from nastavnik.web.shell.contacts import is_fit_for_children
from nastavnik.web.shell.render import render_page


@allow(rules.edits_mentorships, methods=("GET", "HEAD"))
def by_hand(request: HttpRequest) -> HttpResponse:
    """In which programme? Where there is one, its page."""
    modules = list(modules_to_match(request.user).filter(organisation=request.organisation).exclude(kind=Kind.FLASH))
    if len(modules) == 1:
        return redirect("mentorships:gather", modules[0].pk)
    return render_page(request, "mentorships/by_hand.html", {"modules": modules})


@allow(rules.edits_mentorships)
def gather(request: HttpRequest, pk: int) -> HttpResponse:
    """Who with whom; who cannot be chosen stands below with what is missing."""
    module = fetch(modules_to_match(request.user), pk)
    if module.kind == Kind.FLASH:  # there the mentees choose for themselves
        return redirect("mentorships:flash")
    today = clock.today(module.organisation.time_zone)
    mentors, mentees = queries.places(module, today)
    form = GatherForm(request.POST or None, mentors=mentors, mentees=mentees, rules=KINDS[module.kind])
    if request.method == "POST" and is_fit_for_children(form):
        try:
            made = actions.propose_team(module, **form.chosen(), way=Way.HAND, on=today, by=request.user)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            messages.success(request, _("Предложено. Ждём ответов обеих сторон и родителей."))
            return see_other("mentorships:pair", made.pk)
    context = {"module": module, "kind": kind_of(module), "form": form, "kept_out": _kept_out(mentors, mentees)}
    return render_page(request, "mentorships/gather.html", context, status=422 if form.is_bound else 200)


def _kept_out(mentors: list[Any], mentees: list[Any]) -> list[Any]:
    return [place for place in (*mentors, *mentees) if place.lacks]
