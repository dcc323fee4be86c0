"""The head's word: put forward, agree, send back, take up again."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.domain.programmes import actions, queries, rules
from nastavnik.web.programmes.forms.fields import RoomForm
from nastavnik.web.shell.render import render_page


class SendBackForm(RoomForm):
    note = forms.CharField(
        label=gettext_lazy("Что изменить?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Куратор увидит эти слова на странице программы."),
    )


@allow(rules.edits_programmes, methods=("POST",))
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    found = _programme(request, pk, rules.can_edit)
    actions.propose(found, by=request.user)
    messages.success(request, _("Программа у руководителя. Начать её можно и раньше: согласие не препятствие."))
    return see_other("programmes:programme", found.pk)


@allow(rules.agrees_programmes, methods=("POST",))
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    found = _programme(request, pk, rules.can_agree)
    actions.agree(found, by=request.user)
    messages.success(request, _("Программа согласована. Куратор узнает об этом."))
    return see_other("programmes:programme", found.pk)


@allow(rules.agrees_programmes)
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """What should be different?"""
    found = _programme(request, pk, rules.can_agree)
    form = SendBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.send_back(found, note=form.cleaned_data["note"], by=request.user)
        messages.success(request, _("Программа вернулась к куратору с вашими словами."))
        return see_other("programmes:programme", found.pk)
    context = {"programme": found, "form": form}
    return render_page(request, "programmes/send_back.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_programmes, methods=("POST",))
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """What was changed since goes before the head at once."""
    found = _programme(request, pk, rules.can_edit)
    actions.ask_again(found, by=request.user)
    messages.success(request, _("Программа снова у руководителя: он увидит её такой, как сейчас."))
    return see_other("programmes:programme", found.pk)


def _programme(request: HttpRequest, pk: int, rule: Any) -> Any:
    return fetch(queries.visible_to(request.user).select_related("organisation"), pk, rule, request.user)
