"""Recording, planning and correcting meetings."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.mentorships import actions, queries, rules
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.errors import AlreadyTold
from nastavnik.domain.mentorships.words import outcome, spoken
from nastavnik.domain.people.queries import person_of
from nastavnik.domain.programmes.enums import Catalogue
from nastavnik.domain.programmes.queries.catalogue import entries
from nastavnik.web.mentorships.deciding import form_page
from nastavnik.web.mentorships.faces import face, opened
from nastavnik.web.mentorships.forms import RecordForm
from nastavnik.web.mentorships.meeting_forms import ConfirmForm, MeetingForm
from nastavnik.web.mentorships.views.own_record import own_record
from nastavnik.web.mentorships.views.pair import members_to_mark, pair_context
from nastavnik.web.mentorships.way import own_only
from nastavnik.web.shell.contacts import is_fit
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

FIELDS = (
    "happens_on", "begins_at", "place", "kind", "mode", "mood", "minutes", "session_type", "topic", "methods", "works",
    "link",
)  # fmt: skip
BACK = {"today": "desk:today"}


@allow(rules.works_on_mentorships, methods=("POST",))
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """The entry in one tap; a second tap of the day confirms, or asks."""
    mentorship = opened(fetch(queries.visible_to(request.user), pk, rules.can_write, request.user))
    form = RecordForm(
        request.POST, keeps_diary=mentorship.module.keeps_diary, members=members_to_mark(mentorship, request.user)
    )
    asked = None
    if is_fit(form, mentorship, request.user):
        try:
            told = _record(request, mentorship, form)
        except ChangedMeanwhile:
            raise
        except AlreadyTold as question:
            asked = question.meeting
            form.add_error(None, sentence(question))
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            _say(request, told)
            if request.POST.get("from") in BACK:
                return see_other(BACK[request.POST["from"]])
            return see_other("mentorships:pair", mentorship.pk)
    context = {**pair_context(request, mentorship, form), "asked": asked, "pressed": request.POST.get("outcome", "")}
    return render_page(request, "mentorships/pair.html", context, status=422)


def _record(request: HttpRequest, mentorship: Any, form: RecordForm) -> Any:
    given = form.cleaned_data
    planned = mentorship.meetings.filter(pk=given["planned"] or 0, state=MeetingState.PLANNED).first()
    return actions.record_meeting(
        mentorship,
        happens_on=given["happens_on"],
        state=form.state(),
        mood=form.mood(),
        minutes=given["minutes"],
        came=form.present(),
        text=given.get("text", ""),
        is_private=given.get("is_private", False),
        author=person_of(request.user, mentorship.organisation),
        entry_key=given["entry_key"] or None,
        planned=planned,
        again=given["again"],
        by=request.user,
    )


def _say(request: HttpRequest, told: Any) -> None:
    words = {"day": spoken(told.happens_on), "how": outcome(told)}
    if told.confirmed_by_id and told.confirmed_by.user_id == request.user.pk:
        messages.success(request, _("Подтверждено: %(day)s.") % words)
    else:
        messages.success(request, _("Записано: %(day)s, %(how)s.") % words)


@allow(rules.works_on_mentorships, methods=("POST",))
def confirm_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """What the other side wrote down was so."""
    row = fetch(queries.meetings_visible_to(request.user), pk, rules.can_confirm, request.user)
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        return render_page(request, "mentorships/pair.html", pair_context(request, opened(row.mentorship)), status=422)
    told = actions.confirm_meeting(
        row, person=person_of(request.user, row.organisation), mood=form.cleaned_data["mood"], by=request.user
    )
    _say(request, told)
    return see_other("mentorships:pair", row.mentorship_id)


@allow(rules.sees_mentorships, methods=("GET", "HEAD"))
def pair_meetings(request: HttpRequest, pk: int) -> HttpResponse:
    """All entries of one pair."""
    mentorship = opened(fetch(queries.visible_to(request.user), pk))
    meetings = queries.timeline(mentorship, request.user)
    context = {
        "mentorship": mentorship,
        "face": face(mentorship, request.user),
        "meetings": meetings,
        "diary": queries.diary_visible_to(request.user).filter(mentorship=mentorship, meeting__isnull=True),
        "can": {
            "write": rules.can_write(request.user, mentorship),
            "keep_diary": rules.can_keep_diary(request.user, mentorship),
            "own_only": own_only(mentorship, request.user),
        },
    }
    return render_page(request, "mentorships/pair_meetings.html", context)


@allow(rules.works_on_mentorships)
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what was planned or entered; a child in a form of a child's own."""
    row = fetch(queries.meetings_visible_to(request.user), pk, rules.can_open_record, request.user)
    if rules.is_led_child(request.user, row.mentorship):
        return own_record(request, row)
    form = _meeting_form(request, row)
    if request.method == "POST" and is_fit(form, row.mentorship, request.user):
        given = form.cleaned_data
        try:
            actions.edit_meeting(
                row,
                form.changes(),
                state=given["state"],
                came=given.get("came"),
                discussed=given.get("discussed", ()),
                version=given["version"],
                by=request.user,
            )
        except ChangedMeanwhile as conflict:
            _mark(conflict.subject)
            return late(request, form, conflict.subject, back=("mentorships:meeting", row.pk))
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("mentorships:pair", row.mentorship_id)
    return form_page(request, opened(row.mentorship), form, _("Исправить запись о встрече"), _("Сохранить"))


def _meeting_form(request: HttpRequest, row: Any) -> MeetingForm:
    members = queries.group_of(row)
    marked = _mark(row)
    start = {name: getattr(row, name) for name in FIELDS} | {"version": row.version, "state": row.state}
    everybody = [member.pk for member in members]
    methods = entries(row.organisation, Catalogue.METHOD)
    return MeetingForm(
        request.POST or None,
        methods=[(one.code, one.title) for one in methods],
        members=[(member.pk, member.person.given_name) for member in members],
        organisation=row.organisation,
        initial=start | {"came": row.came if marked else everybody, "discussed": row.discussed},
    )


def _mark(row: Any) -> bool:
    """Who came and whose programme was talked about, laid beside the columns of the row; is anything marked?"""
    rows = queries.attendance_of(row)
    row.came = [member for member, one in rows.items() if one.came]
    row.discussed = [member for member, one in rows.items() if one.is_discussed]
    return bool(rows)
