"""«Помощь»: a person answers."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.conversations import actions, queries, rules
from nastavnik.domain.conversations.errors import NobodyToTell, SecondAdultMissing
from nastavnik.domain.mentorships.naming import called
from nastavnik.domain.people.queries import person_of
from nastavnik.web.conversations.faces import faces, me, reads_young
from nastavnik.web.conversations.forms import AskForm, MessageForm, PeopleForm, QuestionForm
from nastavnik.web.conversations.reach import names
from nastavnik.web.conversations.views.talk import tell_whether_it_waits
from nastavnik.web.shell.render import render_page

AT_ONCE = 20
MONTH = timedelta(days=30)


@allow(rules.talks, methods=("GET", "HEAD"))
def help(request: HttpRequest) -> HttpResponse:
    """What happened and to whom to go; one's own requests and, for mentors, questions that wait."""
    user = request.user
    questions = list(queries.questions_for(user)[:AT_ONCE])
    for one in questions:
        one.called = called(one.asker)
    mine = queries.requests_visible_to(user).filter(asker__user=user)
    context = {
        "mine": list(mine[:AT_ONCE]),
        "concerns": list(queries.concerns_visible_to(user).filter(author__user=user)[:5]),
        "questions": questions,
        "may_question": bool(request.person) and queries.modules_to_ask(me(request)).exists(),  # type: ignore[attr-defined]
        "looks_after": bool(queries.looked_after_by(user)),
        "organisation": request.organisation,  # type: ignore[attr-defined]
        "young": reads_young(request),
    }
    return render_page(request, "conversations/help.html", context)


@allow(rules.talks)
def ask(request: HttpRequest) -> HttpResponse:
    """«Нужна помощь»: who reads it is said before a word is written; nobody of one's own pair does."""
    asker = me(request)
    today = clock.today(asker.organisation.time_zone)
    helpers = queries.helpers_for(asker, today)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            asked = actions.ask_help(asker, text=form.cleaned_data["text"], by=request.user)
        except SecondAdultMissing:
            form.add_error(None, NobodyToTell.sentence)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            messages.success(request, _("Отправлено. Ответ придёт сюда."))
            return see_other("conversations:channel", asked.channel_id)
    context = {
        "form": form, "young": reads_young(request), "helpers": names(helpers), "organisation": asker.organisation,
        "can_tell": bool(helpers) or bool(queries.hearers(asker, today, without={asker.pk})),
    }  # fmt: skip
    return render_page(request, "conversations/ask.html", context, status=422 if form.errors else 200)


@allow(rules.takes_part)
def question(request: HttpRequest) -> HttpResponse:
    """A question to all mentors of a module."""
    modules = list(queries.modules_to_ask(me(request)))
    if not modules:
        raise Http404
    young = reads_young(request)
    form = QuestionForm(modules, request.POST or None, young=young)
    if request.method == "POST" and form.is_valid():
        module = next(one for one in modules if str(one.pk) == form.cleaned_data["module"])
        try:
            asked = actions.ask_mentors(me(request), module=module, text=form.cleaned_data["text"], by=request.user)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            tell_whether_it_waits(request, asked.channel.messages.order_by("id").last())
            return see_other("conversations:channel", asked.channel_id)
    context = {"form": form, "young": young}
    return render_page(request, "conversations/question.html", context, status=422 if form.errors else 200)


@allow(rules.takes_part)
def answer_question(request: HttpRequest, pk: int) -> HttpResponse:
    """A mentor of the module reads a question and answers it."""
    asked = fetch(queries.questions_for(request.user), pk)
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        author = person_of(request.user, asked.organisation)
        try:
            written = actions.answer_question(asked, person=author, text=form.cleaned_data["text"], by=request.user)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            tell_whether_it_waits(request, written)
            return see_other("conversations:channel", asked.channel_id)
    context = {"asked": asked, "called": called(asked.asker), "words": queries.words_of(asked), "form": form}
    return render_page(request, "conversations/answer_question.html", context, status=422 if form.errors else 200)


@allow(rules.talks, methods=("POST",))
def close_request(request: HttpRequest, pk: int) -> HttpResponse:
    asked = fetch(queries.requests_visible_to(request.user), pk, rules.can_close, request.user)
    actions.close(asked, by=request.user)
    return see_other("conversations:channel", asked.channel_id)


@allow(rules.looks_after, methods=("GET", "HEAD"))
def requests(request: HttpRequest) -> HttpResponse:
    """Who waits for an answer and how long; how long answers took in the last thirty days."""
    organisation: Any = request.organisation  # type: ignore[attr-defined]
    if organisation is None:
        raise Http404
    today = clock.today(organisation.time_zone)
    waiting = queries.unanswered(organisation, today).filter(
        channel__in=queries.visible_to(request.user).order_by().values("pk")
    )
    page = Paginator(waiting, AT_ONCE).get_page(request.GET.get("page"))
    for one in page:
        one.called = called(one.asker)
    times = queries.answer_time(organisation, today - MONTH, today)
    now = clock.now()
    usual = timesince(now - times.middle, now) if times.middle else ""
    context = {"page": page, "times": times, "usual": usual, "now": now}
    return render_page(request, "conversations/requests.html", context)


@allow(rules.takes_part)
def consultant(request: HttpRequest, pk: int) -> HttpResponse:
    """A mentor brings somebody in who knows better."""
    found = fetch(queries.visible_to(request.user), pk, rules.can_praise, request.user)
    people = queries.consultants_for(found)
    form = PeopleForm(people, request.POST or None)
    if request.method == "POST" and people and form.is_valid():
        chosen = next(one for one in people if str(one.pk) == form.cleaned_data["person"])
        asker = person_of(request.user, found.organisation)
        try:
            actions.bring_in(found, asker=asker, consultant=chosen, text=form.cleaned_data["text"], by=request.user)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("conversations:channel", found.pk)
    context = {"channel": found, "people": people, "form": form, "faces": faces(found, request.user)}
    return render_page(request, "conversations/consultant.html", context, status=422 if form.errors else 200)
