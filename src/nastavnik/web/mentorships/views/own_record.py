"""A meeting as a child who is led sees it: the own record in a few lines, of the mentor's record only how it was."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.answers import see_other
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.mentorships import actions, rules
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.words import spoken
from nastavnik.domain.people.queries import person_of
from nastavnik.web.mentorships.deciding import form_page
from nastavnik.web.mentorships.faces import called, is_young, opened
from nastavnik.web.mentorships.meeting_forms import OwnMoodForm, OwnRecordForm
from nastavnik.web.shell.contacts import is_fit
from nastavnik.web.shell.late import late

FIELDS = ("version", "state", "happens_on", "mood")


def own_record(request: HttpRequest, row: Any) -> HttpResponse:
    """A meeting that lies ahead is moved in the calendar."""
    if row.state == MeetingState.PLANNED:
        return see_other("scheduling:move", row.pk)
    if not rules.can_correct(request.user, row):
        return _how_it_was(request, row) if row.state == MeetingState.HELD else _ask_the_author(request, row)
    start = {name: getattr(row, name) for name in FIELDS}
    form = OwnRecordForm(request.POST or None, initial=start)
    if request.method == "POST" and is_fit(form, row.mentorship, request.user):
        given = form.cleaned_data
        try:
            actions.edit_meeting(row, form.changes(), state=given["state"], version=given["version"], by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("mentorships:meeting", row.pk))
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("mentorships:pair", row.mentorship_id)
    return form_page(request, opened(row.mentorship), form, _("Что исправить?"), _("Сохранить"))


def _ask_the_author(request: HttpRequest, row: Any) -> HttpResponse:
    """A meeting that somebody else says was missed."""
    name = called(row.told_by) if row.told_by else _("куратор")
    words = _("Автор записи: %(name)s. Если было не так, об этом пишут в переписке.")
    messages.info(request, words % {"name": name})
    return see_other("mentorships:pair", row.mentorship_id)


def _how_it_was(request: HttpRequest, row: Any) -> HttpResponse:
    """The record is the mentor's; the child says how it was for the child."""
    form = OwnMoodForm(request.POST or None, initial={"mood": row.second_mood})
    me = person_of(request.user, row.organisation)
    if request.method == "POST" and form.is_valid():
        try:
            actions.confirm_meeting(row, person=me, mood=form.cleaned_data["mood"], by=request.user)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("mentorships:pair", row.mentorship_id)
    form.fields["mood"].label = _("Как прошло для тебя") if me and is_young(me) else _("Как прошло для вас")
    words = {"day": spoken(row.happens_on), "name": called(row.told_by) if row.told_by else _("куратор")}
    lead = _("Встреча %(day)s. Автор записи: %(name)s.") % words
    return form_page(request, opened(row.mentorship), form, _("Как прошла встреча?"), _("Сохранить"), lead)
