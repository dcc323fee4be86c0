"""What do we tell everybody? A draft is read as visitors will read it, and published from there."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.programmes import actions, queries, rules
from nastavnik.domain.programmes.enums import NewsState
from nastavnik.domain.programmes.errors import NamesInNews
from nastavnik.web.programmes.forms.news import EditNewsForm, NewsForm
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

PER_PAGE = 20
FIELDS = ("title", "text", "told_on", "version")


@allow(rules.edits_programmes, methods=("GET", "HEAD"))
def news(request: HttpRequest, pk: int) -> HttpResponse:
    programme = _programme(request, pk)
    rows = queries.news_visible_to(request.user).filter(programme=programme)
    items = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    today = clock.today(programme.organisation.time_zone)
    context = {
        "programme": programme,
        "items": items,
        "held_back": queries.held_back(programme.organisation, items.object_list),
        "page": queries.page_of(programme),
        "today": today,
    }
    return render_page(request, "programmes/news.html", context)


@allow(rules.edits_programmes)
def write_news(request: HttpRequest, pk: int) -> HttpResponse:
    programme = _programme(request, pk)
    form = NewsForm(request.POST or None, initial={"told_on": clock.today(programme.organisation.time_zone)})
    if request.method == "POST" and form.is_valid():
        item = actions.write_news(programme, by=request.user, **form.cleaned_data)
        return see_other("programmes:news_item", item.pk)
    context = {"programme": programme, "form": form}
    return render_page(request, "programmes/write_news.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_programmes, methods=("GET", "HEAD"))
def news_item(request: HttpRequest, pk: int) -> HttpResponse:
    """How will it look?"""
    item = _item(request, pk)
    context = {
        "item": item,
        "programme": item.programme,
        "actions": item.lifecycle.actions(item.state),
        "held_back": _surnames(queries.held_back(item.organisation, [item]).get(item.pk, ())),
        "names": _names(item) if item.state != NewsState.PUBLISHED else "",
        "today": clock.today(item.organisation.time_zone),
    }
    return render_page(request, "programmes/news_item.html", context)


@allow(rules.edits_programmes)
def edit_news(request: HttpRequest, pk: int) -> HttpResponse:
    item = _item(request, pk)
    form = EditNewsForm(request.POST or None, initial={name: getattr(item, name) for name in FIELDS})
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_news(item, by=request.user, **form.cleaned_data)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, ("programmes:news_item", pk))
        except NamesInNews as refusal:
            form.ask_names()
            form.add_error("text", sentence(refusal))
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return see_other("programmes:news_item", pk)
    context = {"item": item, "programme": item.programme, "form": form}
    return render_page(request, "programmes/edit_news.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_programmes, methods=("POST",))
def news_step(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish, hide or take away; the buttons stand on the page of the item."""
    item = _item(request, pk)
    wanted = request.POST.get("step", "")
    try:
        if wanted == "publish_news":
            checked = bool(request.POST.get("names_are_checked"))
            actions.publish_news(item, names_are_checked=checked, by=request.user)
            messages.success(request, _said_of_publishing(item))
        elif wanted == "hide_news":
            actions.hide_news(item, by=request.user)
            messages.success(request, _("Новость скрыта, на странице её больше нет."))
        elif wanted == "discard_news":
            actions.discard_news(item, by=request.user)
            messages.success(request, _("Новость удалена."))
            return see_other("programmes:news", item.programme_id)
    except DomainError as refusal:
        messages.error(request, sentence(refusal))
    return see_other("programmes:news_item", pk)


def _said_of_publishing(item: Any) -> str:
    if item.told_on > clock.today(item.organisation.time_zone):
        return _("Опубликовано. На странице появится в свой день.")
    return _("Опубликовано. На сайте школы, если там стоит файл, замените и его.")


def _names(item: Any) -> str:
    """Surnames in the text that must not stand there, for who is about to publish it."""
    return _surnames(queries.not_to_be_named(item.organisation, item.title, item.text))


def _surnames(people: Iterable[Any]) -> str:
    return ", ".join(dict.fromkeys(person.surname for person in people))


def _programme(request: HttpRequest, pk: int) -> Any:
    return fetch(queries.visible_to(request.user).select_related("organisation"), pk, rules.can_edit, request.user)


def _item(request: HttpRequest, pk: int) -> Any:
    return fetch(queries.news_visible_to(request.user), pk, rules.can_edit_news, request.user)
