"""Recording, planning and correcting meetings."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.mentorships import actions, queries, rules
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.people.queries import person_of
from nastavnik.web.mentorships.faces import face, opened, today_of
from nastavnik.web.mentorships.forms import MeetingForm, PlanMeetingForm, RecordForm
from nastavnik.web.mentorships.views.pair import pair_context
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

FIELDS = ("happens_on", "begins_at", "place", "kind", "mode", "mood", "minutes")


@allow(rules.works_on_mentorships, methods=("POST",))
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """The entry in two taps."""
    mentorship = opened(fetch(queries.visible_to(request.user), pk, rules.can_write, request.user))
    form = RecordForm(request.POST)
    if form.is_valid():
        try:
            _record(request, mentorship, form)
        except ChangedMeanwhile:
            raise
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("mentorships:pair", mentorship.pk)
    return render_page(request, "mentorships/pair.html", pair_context(request, mentorship, form), status=422)


def _record(request: HttpRequest, mentorship: Any, form: RecordForm) -> None:
    given = form.cleaned_data
    planned = mentorship.meetings.filter(pk=given["planned"] or 0, state=MeetingState.PLANNED).first()
    actions.record_meeting(
        mentorship,
        happens_on=given["happens_on"],
        state=form.state(),
        mood=form.mood(),
        minutes=given["minutes"],
        text=given["text"],
        is_private=given["is_private"],
        author=person_of(request.user, mentorship.organisation),
        entry_key=given["entry_key"] or None,
        planned=planned,
        by=request.user,
    )


@allow(rules.sees_mentorships, methods=("GET", "HEAD"))
def pair_meetings(request: HttpRequest, pk: int) -> HttpResponse:
    """All entries of one pair."""
    mentorship = opened(fetch(queries.visible_to(request.user), pk))
    context = {
        "mentorship": mentorship,
        "face": face(mentorship, request.user),
        "meetings": queries.timeline(mentorship, request.user),
        "diary": queries.diary_visible_to(request.user).filter(mentorship=mentorship, meeting__isnull=True),
        "can": {"write": rules.can_write(request.user, mentorship)},
    }
    return render_page(request, "mentorships/pair_meetings.html", context)


@allow(rules.works_on_mentorships)
def plan_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = opened(fetch(queries.visible_to(request.user), pk, rules.can_write, request.user))
    form = PlanMeetingForm(request.POST or None, initial={"happens_on": today_of(mentorship)})
    if request.method == "POST" and form.is_valid():
        try:
            actions.plan_meeting(mentorship, **form.cleaned_data, by=request.user)
        except DomainError as error:
            form.add_error("happens_on", sentence(error))
        else:
            return see_other("mentorships:pair", mentorship.pk)
    return _form_page(request, mentorship, form, _("Когда встретимся?"), _("Назначить встречу"))


@allow(rules.works_on_mentorships)
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what was planned or entered."""
    row = fetch(queries.meetings_visible_to(request.user), pk, rules.can_correct, request.user)
    start = {name: getattr(row, name) for name in FIELDS} | {"version": row.version, "state": row.state}
    form = MeetingForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.edit_meeting(row, form.changes(), state=given["state"], version=given["version"], by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("mentorships:meeting", row.pk))
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("mentorships:pair", row.mentorship_id)
    return _form_page(request, opened(row.mentorship), form, _("Исправить запись о встрече"), _("Сохранить"))


def _form_page(request: HttpRequest, mentorship: Any, form: Any, heading: str, action: str) -> HttpResponse:
    context = {
        "mentorship": mentorship,
        "face": face(mentorship, request.user),
        "form": form,
        "heading": heading,
        "action": action,
    }
    return render_page(request, "mentorships/form.html", context, status=422 if form.is_bound else 200)
