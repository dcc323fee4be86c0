"""The answers of the coordinator. After each the next application of the queue opens by itself."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import DomainError
from nastavnik.domain.intake import actions, queries, rules
from nastavnik.domain.intake.enums import TalkOutcome, TwinAnswer
from nastavnik.domain.intake.remedies import remedies
from nastavnik.web.intake.forms import DeclineForm, ReturnForm, WithdrawForm
from nastavnik.web.intake.review import shown
from nastavnik.web.shell import posted
from nastavnik.web.shell.render import render_page


@allow(rules.reviews_applications, methods=("POST",))
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """One tap: in the programme, as far as consent and the twin question allow."""
    application = _fetched(request, pk)
    following = queries.next_to_review(request.user, application)
    try:
        actions.accept(application, by=request.user)
    except DomainError as refusal:
        return _refused(request, pk, refusal)
    messages.success(request, _("Заявка принята: %(name)s в программе.") % {"name": application.list_name})
    return _onward(following)


@allow(rules.reviews_applications)
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Why not now and what would help."""
    return _decide(
        request,
        pk,
        DeclineForm,
        "intake/decline.html",
        actions.decline,
        _("Записано. Причину и помощь видно в списке."),
    )


@allow(rules.reviews_applications)
def return_for_more(request: HttpRequest, pk: int) -> HttpResponse:
    """The third answer: please add."""
    done = _("Заявка вернулась. Её дополнят по своему коду, новый код можно дать здесь.")
    return _decide(request, pk, ReturnForm, "intake/return_for_more.html", actions.return_for_more, done)


@allow(rules.reviews_applications)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody told the coordinator that they would rather not."""
    return _decide(request, pk, WithdrawForm, "intake/withdraw.html", actions.withdraw, _("Заявка отозвана."))


def _decide(
    request: HttpRequest, pk: int, form_class: Any, template: str, act: Callable[..., Any], done: str
) -> HttpResponse:
    application = _fetched(request, pk)
    following = queries.next_to_review(request.user, application)
    form = form_class(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            act(application, by=request.user, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, done)
            return see_other("intake:review", pk) if act is actions.withdraw else _onward(following)
    context = {"application": application, "form": form}
    return render_page(request, template, context, status=422 if form.is_bound else 200)


@allow(rules.reviews_applications, methods=("POST",))
def answer_twin(request: HttpRequest, pk: int) -> HttpResponse:
    """One human being or two."""
    application = _fetched(request, pk)
    answer = request.POST.get("answer", "")
    if answer not in (TwinAnswer.SAME, TwinAnswer.DIFFERENT):
        raise Http404
    asked = actions.answer_twin(application, answer=answer, by=request.user)
    if asked:
        messages.success(request, _("Записано. Согласие спрошено: ссылку и лист даст страница согласий."))
    return see_other("intake:review", pk)


@allow(rules.reviews_applications, methods=("POST",))
def talk(request: HttpRequest, pk: int) -> HttpResponse:
    """How the talk ended, in one tap."""
    application = _fetched(request, pk)
    outcome = request.POST.get("outcome", "")
    if outcome not in TalkOutcome.values:
        raise Http404
    try:
        made = actions.record_talk(application, outcome=outcome, by=request.user)
    except DomainError as refusal:
        return _refused(request, pk, refusal)
    messages.success(request, _("Итог разговора записан."))
    return see_other("intake:edit", made.pk) if made else see_other("intake:review", pk)


@allow(rules.reviews_applications, methods=("POST",))
def mark_remedy(request: HttpRequest, pk: int) -> HttpResponse:
    """What was promised is done."""
    application = _fetched(request, pk)
    version = posted.number(request, "version")
    if version is None or application.remedy not in remedies(application.decline_reason):
        raise Http404
    actions.mark_remedy(application, version=version, by=request.user)
    messages.success(request, _("Отмечено: сделано."))
    return see_other("intake:review", pk)


@allow(rules.reviews_applications, methods=("POST",))
def renew_code(request: HttpRequest, pk: int) -> HttpResponse:
    """A new code for who lost theirs; it is said once."""
    application = _fetched(request, pk)
    code = actions.renew_code(application, by=request.user)
    messages.success(
        request, _("Новый код: %(code)s. Прежний больше не действует. Второй раз его не покажем.") % {"code": code}
    )
    return see_other("intake:review", pk)


def _fetched(request: HttpRequest, pk: int) -> Any:
    return fetch(queries.visible_to(request.user), pk, rules.can_review, request.user)


def _refused(request: HttpRequest, pk: int, refusal: DomainError) -> HttpResponse:
    """The page as it is now, with what stood in the way."""
    application = _fetched(request, pk)
    context = {**shown(request, application), "refused": sentence(refusal)}
    return render_page(request, "intake/review.html", context, status=409)


def _onward(following: Any) -> HttpResponse:
    return see_other("intake:review", following.pk) if following else see_other("intake:index")
