"""Stories of pairs: a guided form, who has to agree, the page as everybody would read it, plain text for the site."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock, links
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.achievements import actions, queries, rules
from nastavnik.domain.achievements.enums import StoryState
from nastavnik.domain.mentorships.queries import visible_to as pairs_visible_to
from nastavnik.web.achievements.community_forms import PARTS, StoryForm
from nastavnik.web.shell import posted
from nastavnik.web.shell.contacts import is_fit
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

ROWS = 30
STEPS: dict[str, Callable[..., Any]] = {
    "agree": actions.agree_story,
    "publish": actions.publish_story,
    "hide": actions.hide_story,
    "rewrite": actions.rewrite_story,
    "discard": actions.discard_story,
}


@allow(rules.leads, methods=("GET", "HEAD"))
def stories(request: HttpRequest) -> HttpResponse:
    page = Paginator(queries.stories_visible_to(request.user).order_by("-pk"), ROWS).get_page(request.GET.get("page"))
    return render_page(request, "achievements/stories.html", {"page": page})


@allow(rules.works_on_achievements)
def begin_story(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = fetch(pairs_visible_to(request.user), pk, rules.can_tell, request.user)
    form = StoryForm(request.POST or None)
    if request.method == "POST" and is_fit(form, mentorship, request.user):
        try:
            made = actions.begin_story(mentorship, form.values(), by=request.user)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("achievements:story", made.pk)
    return _form(request, form, _("История пары"), ("mentorships:pair", mentorship.pk))


@allow(rules.sees_achievements, methods=("GET", "HEAD"))
def story(request: HttpRequest, pk: int) -> HttpResponse:
    """As everybody would read it; who leads sees whose consent is missing and what can be done."""
    row = fetch(queries.stories_visible_to(request.user), pk)
    may_publish = rules.can_publish_story(request.user, row)
    missing = queries.without_consent([row], clock.today(row.organisation.time_zone))[row.pk]
    is_public = row.state == StoryState.PUBLISHED and not missing
    context = {
        "story": row,
        "told": queries.as_public(row),
        "missing": missing if may_publish else [],
        "may_publish": may_publish,
        "may_edit": row.state == StoryState.DRAFT and rules.can_write_story(request.user, row),
        "steps": _steps(row) if may_publish else (),
        "address": links.absolute("public:story", row.token, base=request.build_absolute_uri("/")) if is_public else "",
    }
    return render_page(request, "achievements/story.html", context)


@allow(rules.works_on_achievements)
def edit_story(request: HttpRequest, pk: int) -> HttpResponse:
    row = fetch(queries.stories_visible_to(request.user), pk, rules.can_write_story, request.user)
    form = StoryForm(request.POST or None, initial={name: getattr(row, name) for name in ("version", "title", *PARTS)})
    if request.method == "POST" and is_fit(form, row.mentorship, request.user):
        try:
            actions.edit_story(row, form.values(), version=form.cleaned_data["version"] or 0, by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("achievements:edit_story", row.pk))
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("achievements:story", row.pk)
    return _form(request, form, _("История пары: изменить"), ("achievements:story", row.pk))


@allow(rules.leads, methods=("POST",))
def story_step(request: HttpRequest, pk: int) -> HttpResponse:
    """Agreed, published, hidden, a draft again, gone."""
    row = fetch(queries.stories_visible_to(request.user), pk, rules.can_publish_story, request.user)
    step = request.POST.get("step", "")
    if step not in STEPS:
        raise Http404
    read = {"version": posted.number(request, "version") or 0} if step == "agree" else {}
    try:
        STEPS[step](row, by=request.user, **read)
    except ChangedMeanwhile:
        messages.error(request, _("Историю изменили, пока вы читали. Прочтите её и решите ещё раз."))
    except DomainError as error:
        messages.error(request, sentence(error))
    return see_other("achievements:stories") if step == "discard" else see_other("achievements:story", row.pk)


@allow(rules.leads, methods=("GET", "HEAD"))
def story_text(request: HttpRequest, pk: int) -> HttpResponse:
    """Plain text to paste into a site; only while it is published and everybody agrees."""
    row = fetch(queries.stories_visible_to(request.user), pk, rules.can_publish_story, request.user)
    told = queries.public_story(row.token) if row.token else None
    if told is None:
        messages.error(request, _("Текст для сайта отдаём, когда история опубликована и все согласия действуют."))
        return see_other("achievements:story", row.pk)
    return give_file(told.plain.encode(), title=f"{told.title}.txt", content_type="text/plain; charset=utf-8")


def _steps(row: Any) -> tuple[str, ...]:
    """Names of the buttons: those of the table of states."""
    return tuple(action.removesuffix("_story") for action in row.lifecycle.actions(row.state))


def _form(request: HttpRequest, form: Any, heading: str, back: tuple[str, int]) -> HttpResponse:
    context = {"form": form, "heading": heading, "back": back[0], "back_pk": back[1]}
    return render_page(request, "achievements/form.html", context, status=422 if form.errors else 200)
