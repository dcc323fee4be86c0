"""What a group needs, and the poll of its themes."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.library.enums import Audience, ChoiceKind
from nastavnik.domain.library.queries import choices
from nastavnik.domain.mentorships import actions, queries, rules
from nastavnik.web.mentorships.faces import face, opened
from nastavnik.web.mentorships.way import member_of
from nastavnik.web.mentorships.way_forms import NeedForm, ShapeForm
from nastavnik.web.shell.contacts import is_fit
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

SHAPED = ("theme", "resource", "activity", "form")


@allow(rules.sees_mentorships, methods=("GET", "HEAD"))
def needs(request: HttpRequest, pk: int) -> HttpResponse:
    """«Что нам нужно?»: the list, its themes and votes."""
    return _page(request, opened(fetch(queries.visible_to(request.user), pk)))


@allow(rules.works_on_mentorships, methods=("POST",))
def name_need(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = opened(fetch(queries.visible_to(request.user), pk, rules.can_write, request.user))
    form = NeedForm(request.POST)
    if is_fit(form, mentorship, request.user):
        me = member_of(mentorship, request.user)
        try:
            actions.name_need(mentorship, text=form.cleaned_data["text"], member=me, by=request.user)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("mentorships:needs", mentorship.pk)
    return _page(request, mentorship, form)


@allow(rules.works_on_mentorships)
def shape_need(request: HttpRequest, pk: int) -> HttpResponse:
    """A theme, what helps, what we do and in which form."""
    need = fetch(queries.needs_visible_to(request.user), pk, rules.can_shape, request.user)
    mentorship = opened(need.mentorship)
    now = {name: getattr(need, name) for name in SHAPED}
    form = ShapeForm(request.POST or None, initial={**now, "version": need.version})
    if request.method == "POST" and is_fit(form, mentorship, request.user):
        values = {name: form.cleaned_data[name] for name in SHAPED}
        try:
            actions.shape_need(need, values, version=form.cleaned_data["version"], by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("mentorships:shape_need", need.pk))
        return see_other("mentorships:needs", mentorship.pk)
    offered = choices(mentorship.organisation, Audience.MENTEE, programme=mentorship.module.programme)
    context = {
        "mentorship": mentorship,
        "face": face(mentorship, request.user),
        "need": need,
        "form": form,
        "themes": [one.title for one in offered if one.kind == ChoiceKind.THEME],
        "resources": [one.title for one in offered if one.kind == ChoiceKind.RESOURCE],
    }
    return render_page(request, "mentorships/shape_need.html", context, status=422 if form.is_bound else 200)


@allow(rules.works_on_mentorships, methods=("POST",))
def vote(request: HttpRequest, pk: int) -> HttpResponse:
    need = fetch(queries.needs_visible_to(request.user), pk, rules.can_vote, request.user)
    actions.vote(need, member_of(opened(need.mentorship), request.user), by=request.user)
    return see_other("mentorships:needs", need.mentorship_id)


@allow(rules.works_on_mentorships, methods=("POST",))
def agree_theme(request: HttpRequest, pk: int) -> HttpResponse:
    need = fetch(queries.needs_visible_to(request.user), pk, rules.can_shape, request.user)
    actions.agree_theme(need, version=need.version, by=request.user)
    return see_other("mentorships:needs", need.mentorship_id)


def _page(request: HttpRequest, mentorship: Any, form: Any = None) -> HttpResponse:
    user, found = request.user, queries.needs_of(mentorship, request.user)
    me, write = member_of(mentorship, user), rules.can_write(user, mentorship)
    context = {
        "mentorship": mentorship,
        "face": face(mentorship, user),
        "needs": found,
        "form": form or NeedForm(),
        "can": {
            "name": write and queries.is_group(mentorship),
            "shape": write and (me is None or me.role == "mentor"),
            "vote": me is not None and mentorship.state in rules.AT_WORK,
        },
    }
    return render_page(request, "mentorships/needs.html", context, status=422 if form else 200)
