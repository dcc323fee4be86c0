"""Those who took part: the page of the community, words of thanks, what the coordinator shows."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.achievements import actions, queries, rules
from nastavnik.domain.achievements.enums import AlumnusState
from nastavnik.domain.achievements.queries.alumni import published
from nastavnik.domain.events.queries import together
from nastavnik.domain.mentorships.naming import is_young
from nastavnik.web.achievements.community_forms import ThanksForm
from nastavnik.web.shell import posted
from nastavnik.web.shell.contacts import is_fit_for_children
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

OFFERED = 30
STEPS = ("show", "hide")


@allow(rules.reads_alumni, methods=("GET", "HEAD"))
def alumni(request: HttpRequest) -> HttpResponse:
    """Who agreed to be shown, and when we meet; for who leads also what waits."""
    organisation = request.organisation
    if organisation is None:
        raise Http404
    leads = rules.leads(request.user)
    rows = queries.alumni_visible_to(request.user).filter(organisation=organisation)
    context: dict[str, Any] = {
        "shown": published(organisation),
        "together": list(together(organisation, clock.now())),
        "leads": leads,
        "mine": list(queries.ended_members_visible_to(request.user).filter(person__user=request.user)),
        "waiting": list(rows.filter(state=AlumnusState.WRITTEN)) if leads else [],
        "on_page": list(rows.filter(state=AlumnusState.SHOWN)) if leads else [],
        "hidden": list(rows.filter(state=AlumnusState.HIDDEN)) if leads else [],
        "offered": list(queries.could_be_shown(request.user, organisation)[:OFFERED]) if leads else [],
    }
    return render_page(request, "achievements/alumni.html", context)


@allow(rules.leads, methods=("POST",))
def alumnus_step(request: HttpRequest, pk: int) -> HttpResponse:
    """On the page or off it."""
    row = fetch(queries.alumni_visible_to(request.user), pk, rules.can_show, request.user)
    step = request.POST.get("step", "")
    if step not in STEPS:
        raise Http404
    try:
        if step == "show":
            actions.show_alumnus(row, version=posted.number(request, "version") or 0, by=request.user)
        else:
            actions.hide_alumnus(row, by=request.user)
    except ChangedMeanwhile:
        messages.error(request, _("Слова изменились, пока вы читали. Прочтите новые и решите ещё раз."))
    except DomainError as error:
        messages.error(request, sentence(error))
    return see_other("achievements:alumni")


@allow(rules.leads, methods=("POST",))
def show_member(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody with a publication consent who wrote no words: the name alone."""
    member = fetch(queries.ended_members_visible_to(request.user), pk, rules.can_show, request.user)
    try:
        row = actions.remember(member, by=request.user)
        # Words that came meanwhile have been read by nobody.
        actions.show_alumnus(row, version=0 if row.words else row.version, by=request.user)
    except ChangedMeanwhile:
        messages.error(request, _("Слова изменились, пока вы читали. Прочтите новые и решите ещё раз."))
    except DomainError as error:
        messages.error(request, sentence(error))
    return see_other("achievements:alumni")


@allow(rules.ended_something)
def thank(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own words; they wait for the coordinator, and can be taken back at any time."""
    member = fetch(queries.ended_members_visible_to(request.user), pk, rules.can_thank, request.user)
    row = queries.alumni_visible_to(request.user).filter(member=member).first()
    if request.POST.get("act") == "take_back":
        if row:  # in another tab it may be gone already
            actions.take_back(row, by=request.user)
        messages.success(request, _("Убрали: на странице этого больше нет."))
        return see_other("achievements:alumni")
    form = ThanksForm(request.POST or None, initial={"version": row.version, "words": row.words} if row else {})
    if request.method == "POST" and is_fit_for_children(form):
        said, version = form.cleaned_data["words"], form.cleaned_data["version"] or 0
        try:
            if row:
                actions.say_thanks(row, words=said, version=version, by=request.user)
            else:
                actions.remember(member, words=said, by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("achievements:thank", member.pk))
        except DomainError as error:
            form.add_error("words", sentence(error))
        else:
            messages.success(request, _("Сохранено. На странице это появится, когда прочтёт куратор."))
            return see_other("achievements:alumni")
    context = {"form": form, "member": member, "row": row, "is_young": is_young(member.person)}
    return render_page(request, "achievements/thank.html", context, status=422 if form.errors else 200)
