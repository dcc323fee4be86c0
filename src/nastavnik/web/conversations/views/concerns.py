"""«Мне некомфортно»."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import DomainError
from nastavnik.domain.conversations import actions, queries, rules
from nastavnik.domain.conversations.enums import ConcernState
from nastavnik.domain.mentorships.naming import called, is_child
from nastavnik.domain.people.queries import person_of
from nastavnik.web.conversations.faces import me, reads_young
from nastavnik.web.conversations.forms import ConcernForm, OutcomeForm
from nastavnik.web.conversations.reach import told, what_to_do, who_hears
from nastavnik.web.shell.render import render_page


@allow(rules.talks)
def tell(request: HttpRequest) -> HttpResponse:
    """Past the mentor, to two adults; who they are is said before a word is written."""
    author = me(request)
    others = rules.children_of_concern(request.user, author)
    children = [author, *others] if is_child(author) or not others else others
    reach = who_hears(author, children)
    around = queries.around(author if is_child(author) else None, children)
    staff = [one for _child, people in reach for one in people]
    subjects = {one.pk: one for one in [*around, *staff] if one.pk != author.pk}
    form = ConcernForm(children, subjects.values(), request.POST or None, young=reads_young(request))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        child = next(one for one in children if str(one.pk) == given["child"])
        subject = next((one for one in subjects.values() if str(one.pk) == given["subject"]), None)
        try:
            concern = actions.raise_concern(author, child=child, subject=subject, text=given["text"], by=request.user)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            messages.success(request, _("Передали. Здесь будет видно, кто прочитал."))
            return see_other("conversations:concern", concern.pk)
    context = {
        "form": form, "young": reads_young(request), "is_child": is_child(author), "reach": told(reach),
        "can_send": any(people for _child, people in reach), "organisation": author.organisation,
    }  # fmt: skip
    return render_page(request, "conversations/tell.html", context, status=422 if form.errors else 200)


@allow(rules.talks)
def concern(request: HttpRequest, pk: int) -> HttpResponse:
    """The author sees who has read it; a reader reads and says so."""
    found = fetch(queries.concerns_visible_to(request.user), pk)
    reads = rules.can_read(request.user, found)
    if request.method == "POST" and reads:
        actions.read_concern(found, person=person_of(request.user, found.organisation), by=request.user)
        return see_other("conversations:concern", found.pk)
    return _page(request, found, OutcomeForm(), reads)


@allow(rules.talks, methods=("POST",))
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.concerns_visible_to(request.user), pk, rules.can_settle, request.user)
    form = OutcomeForm(request.POST)
    if form.is_valid():
        actions.settle(found, outcome=form.cleaned_data["outcome"], by=request.user)
        return see_other("conversations:concern", found.pk)
    return _page(request, found, form, True)


def _page(request: HttpRequest, found: Any, form: OutcomeForm, reads: bool) -> HttpResponse:
    readers = queries.readers_of(found)
    for one in readers:
        one.called = called(one.person)
    mine = next((one for one in readers if one.person.user_id == request.user.pk), None)
    context = {
        "concern": found, "readers": readers, "mine": mine, "reads": reads, "form": form,
        "child_called": called(found.child), "author_called": called(found.author),
        "is_new": found.state == ConcernState.RAISED and not any(one.read_at for one in readers),
        "subject_called": called(found.subject) if found.subject else "",
        "may_settle": reads and rules.can_settle(request.user, found), "young": reads_young(request),
        "organisation": found.organisation,
    }  # fmt: skip
    if reads:
        context |= what_to_do(request.user, found)
    return render_page(request, "conversations/concern.html", context, status=422 if form.errors else 200)
