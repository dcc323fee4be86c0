"""Reading and writing."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.conversations import actions, queries, rules
from nastavnik.domain.conversations.enums import VersionState
from nastavnik.domain.mentorships import queries as pairs
from nastavnik.domain.mentorships.naming import called
from nastavnik.domain.people.queries import person_of
from nastavnik.web.conversations.faces import faces, reads_young, reasons
from nastavnik.web.conversations.forms import EditForm, MessageForm, PraiseForm
from nastavnik.web.shell.late import late_with
from nastavnik.web.shell.render import render_page

AT_ONCE = 20
HELD, REFUSED = VersionState.HELD, VersionState.REFUSED


@allow(rules.talks, methods=("GET", "HEAD"))
def index(request: HttpRequest) -> HttpResponse:
    """All conversations that one may read, the newest word first."""
    page = Paginator(queries.listed(queries.visible_to(request.user)), AT_ONCE).get_page(request.GET.get("page"))
    for row in page:
        row.faces = faces(row, request.user, row.open_members)
    looks_after = bool(queries.looked_after_by(request.user))
    context = {"page": page, "looks_after": looks_after, "young": reads_young(request)}
    if looks_after:
        context["waiting"] = queries.held_visible_to(request.user).count()
    return render_page(request, "conversations/index.html", context)


@allow(rules.talks)
def pair_channel(request: HttpRequest, pk: int) -> HttpResponse:
    """The conversation of a pair; the first word opens it."""
    mentorship = fetch(pairs.visible_to(request.user), pk)
    found = queries.visible_to(request.user).filter(mentorship=mentorship).first()
    if found is not None:
        return see_other("conversations:channel", found.pk)
    is_overseen = queries.is_overseen(mentorship, clock.today(mentorship.organisation.time_zone))
    # Whoever had the form before the second adult left is refused with the words kept.
    may_write = rules.can_open(request.user, mentorship) and (is_overseen or request.method == "POST")
    form = MessageForm(request.POST or None)
    if request.method == "POST" and may_write and form.is_valid():
        try:
            opened = actions.open_channel(mentorship, by=request.user)
            _say(request, opened, form.cleaned_data["text"])
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("conversations:channel", opened.pk)
    members = pairs.with_people([mentorship])[0].members.all()
    others = [member.person for member in members if member.person.user_id != request.user.pk]
    context = {
        "mentorship": mentorship, "form": form, "may_write": may_write, "young": reads_young(request),
        "takes_part": rules.takes_part(request.user), "is_overseen": is_overseen,
        "title": ", ".join(called(person) for person in others),
    }  # fmt: skip
    return render_page(request, "conversations/pair_channel.html", context, status=422 if form.errors else 200)


@allow(rules.talks)
def channel(request: HttpRequest, pk: int) -> HttpResponse:
    """Read and answer."""
    found = fetch(queries.visible_to(request.user), pk)
    may_write = rules.can_write(request.user, found)
    form = MessageForm(request.POST or None)
    if request.method == "POST" and may_write and form.is_valid():
        try:
            _say(request, found, form.cleaned_data["text"])
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("conversations:channel", found.pk)
    return render_page(
        request, "conversations/channel.html", channel_context(request, found, form, may_write),
        status=422 if form.errors else 200,
    )  # fmt: skip


def channel_context(request: HttpRequest, found: Any, form: MessageForm, may_write: bool) -> dict[str, Any]:
    """Everything of the page."""
    before = request.GET.get("before", "")
    part = queries.thread(found, request.user, before=int(before) if before.isdecimal() and len(before) < 18 else None)
    for one in part.said:
        one.message.called = called(one.message.author)
        one.message.why = (
            reasons(one.version.findings) if one.state in (VersionState.HELD, VersionState.REFUSED) else ""
        )
    return {
        "channel": found,
        "faces": faces(found, request.user),
        "part": part,
        "oldest": part.said[0].message.pk if part.said else None,
        "form": form,
        "may_write": may_write,
        "watches": queries.watches(request.user, found),
        "may_praise": rules.can_praise(request.user, found),
        "request_of": found.requests.select_related("asker").first() if found.mentorship_id is None else None,
        "young": reads_young(request),
    }


def _say(request: HttpRequest, found: Any, text: str) -> None:
    """Staff who look after it join as a second adult; what waits is said to wait."""
    author = person_of(request.user, found.organisation)
    if rules.can_lead(request.user, found):
        actions.watch(found, author, by=request.user)
    written = actions.post(found, author=author, text=text, by=request.user)
    tell_whether_it_waits(request, written)


def tell_whether_it_waits(request: HttpRequest, written: Any) -> None:
    """A message of the page, where the words do not reach the other side at once."""
    version = written.versions.order_by("-number").first()
    if version.state == VersionState.HELD:
        why = reasons(version.findings)
        messages.info(request, _("Сообщение ждёт куратора: %(why)s. После проверки оно уйдёт.") % {"why": why})
    elif version.deliver_at > version.written_at:
        messages.info(request, _("Сейчас тихие часы: сообщение доставят в семь утра."))


@allow(rules.takes_part)
def praise(request: HttpRequest, pk: int) -> HttpResponse:
    """Praise for what was reached; where nothing was, what to do instead."""
    found = fetch(queries.visible_to(request.user), pk, rules.can_praise, request.user)
    goals = [goal for goal in pairs.plan_of(found.mentorship) if goal.reached_on]
    form = PraiseForm(goals, request.POST or None)
    if request.method == "POST" and goals and form.is_valid():
        goal = next(one for one in goals if str(one.pk) == form.cleaned_data["goal"])
        author = person_of(request.user, found.organisation)
        try:
            written = actions.praise(found, author=author, goal=goal, text=form.cleaned_data["text"], by=request.user)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            tell_whether_it_waits(request, written)
            return see_other("conversations:channel", found.pk)
    context = {"channel": found, "form": form, "goals": goals, "faces": faces(found, request.user)}
    return render_page(request, "conversations/praise.html", context, status=422 if form.errors else 200)


@allow(rules.talks)
def message(request: HttpRequest, pk: int) -> HttpResponse:
    """All versions of a message; its author may write another."""
    found = fetch(queries.messages_visible_to(request.user), pk)
    versions = list(queries.versions_of(found))
    may_edit = rules.can_edit(request.user, found)
    form = EditForm(request.POST or None, initial={"version": versions[0].number, "text": versions[0].text})
    if request.method == "POST" and may_edit and form.is_valid():
        given = form.cleaned_data
        try:
            actions.edit(found, text=given["text"], number=given["version"], by=request.user)
        except ChangedMeanwhile:
            rows = [{"label": form["text"].label, "theirs": versions[0].text, "mine": given["text"]}]
            back = reverse("conversations:channel", args=[found.channel_id])
            return late_with(request, form, rows, version=versions[0].number, back=back)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            tell_whether_it_waits(request, found)
            return see_other("conversations:channel", found.channel_id)
    for version in versions:
        version.why = reasons(version.findings)
    context = {"message": found, "versions": versions, "form": form, "may_edit": may_edit}
    return render_page(request, "conversations/message.html", context, status=422 if form.errors else 200)
