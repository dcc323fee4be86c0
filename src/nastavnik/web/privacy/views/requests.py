"""Requests about personal data: asking, the queue, the answer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import DomainError
from nastavnik.domain.mentorships.naming import is_young
from nastavnik.domain.privacy import actions, queries, rules
from nastavnik.domain.privacy.enums import RequestState
from nastavnik.web.privacy.forms import AnswerForm, AskForm
from nastavnik.web.shell.render import render_page


@allow(rules.asks)
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask to correct or to erase."""
    person = fetch(queries.subjects_visible_to(request.user), pk)
    young = person.user_id == request.user.pk and is_young(person)
    form = AskForm(request.POST or None, young=young)
    if request.method == "POST" and form.is_valid():
        try:
            asked = actions.ask(person, by=request.user, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error("text", _("Напиши, что исправить и как верно.") if young else sentence(refusal))
        else:
            told = _("Просьба записана. Ответят до %(day)s.") % {"day": f"{asked.due_on:%d.%m.%Y}"}
            messages.success(request, told)
            return see_other("privacy:held", pk)
    status = 422 if request.method == "POST" else 200
    return render_page(request, "privacy/ask.html", {"form": form, "person": person}, status=status)


@allow(rules.erases)
def requests(request: HttpRequest) -> HttpResponse:
    """Who waits for an answer?"""
    rows = queries.requests_visible_to(request.user).select_related("person")
    context = {
        "open": rows.filter(state=RequestState.OPEN),
        "closed": rows.exclude(state=RequestState.OPEN).order_by("-id")[:20],
    }
    return render_page(request, "privacy/requests.html", context)


@allow(rules.erases)
def data_request(request: HttpRequest, pk: int) -> HttpResponse:
    """What is asked, and what do we answer?"""
    asked = fetch(queries.requests_visible_to(request.user), pk, rules.can_answer, request.user)
    form = AnswerForm(request.POST or None, reads=asked.person.erased_on is None)
    if request.method == "POST" and form.is_valid():
        close = actions.refuse_request if request.POST.get("act") == "refuse" else actions.answer_request
        try:
            close(asked, answer=form.cleaned_data["answer"], by=request.user)
        except DomainError as refusal:
            form.add_error("answer", sentence(refusal))
        else:
            told = _("Просьба закрыта.") if asked.person.erased_on else _("Ответ записан, человек его увидит.")
            messages.success(request, told)
            return see_other("privacy:requests")
    status = 422 if request.method == "POST" else 200
    return render_page(request, "privacy/data_request.html", {"form": form, "asked": asked}, status=status)
