"""«С кем хотелось бы?»: each for oneself; the coordinator for those who answered on paper."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.matching import actions, queries, rules
from nastavnik.domain.matching.enums import GroupMeetingState
from nastavnik.web.matching.forms.meeting import ChoiceForm
from nastavnik.web.shell.render import render_page


@allow(rules.chooses)
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """One question. Nobody but coordinators sees the answer."""
    presence = fetch(queries.presences_visible_to(request.user), pk)
    own = rules.is_own(request.user, presence)
    people = queries.introduced(queries.options(presence), presence)
    form = ChoiceForm(
        request.POST or None,
        options=[(one.participation.pk, one.called) for one in people],
        nobody="nobody" in request.POST,
        initial=_initial(presence),
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.choose(presence, chosen=form.chosen, version=form.cleaned_data["version"], by=request.user)
        except ChangedMeanwhile:
            raise
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return _thanks(request, presence, own)
    context = {
        "presence": presence,
        "form": form,
        "own": own,
        "people": people,
        "kept_out": queries.is_kept_out(presence),
        "named": _named(presence, people),
        "open": presence.meeting.state == GroupMeetingState.OPEN,
        "by_themself": not own and _answered_themself(presence),
        "asks_mentor": presence.participation.role == "mentee",
    }
    return render_page(request, "matching/meeting_choose.html", context, status=422 if form.is_bound else 200)


def _initial(presence: Any) -> dict[str, Any]:
    chosen = queries.choices_by(presence)
    return {"version": presence.version, **{f"choice_{rank}": pk for rank, pk in enumerate(chosen, start=1)}}


def _named(presence: Any, people: list[Any]) -> list[str]:
    """Whom one has named so far, in order."""
    called = {one.participation.pk: one.called for one in people}
    return [called[pk] for pk in queries.choices_by(presence) if pk in called]


def _answered_themself(presence: Any) -> bool:
    return presence.answered_at is not None and presence.answered_by_id == presence.participation.person.user_id


def _thanks(request: HttpRequest, presence: Any, own: bool) -> HttpResponse:
    if own:
        messages.success(request, _("Спасибо, выбор записан. Его увидит только куратор."))
        return see_other("desk:today")
    messages.success(request, _("Выбор записан: %(name)s.") % {"name": presence.participation.person.list_name})
    return see_other("matching:meeting", presence.meeting_id)
