"""After a meeting: constructive feedback, its answer, and what each of the two takes along."""

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
from nastavnik.domain.mentorships.enums import EntryKind
from nastavnik.domain.people.queries import person_of
from nastavnik.web.mentorships.faces import face, opened
from nastavnik.web.mentorships.meeting_forms import AnswerForm, FeedbackForm, ReflectionForm
from nastavnik.web.shell.contacts import is_fit
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page


@allow(rules.sees_mentorships, methods=("GET", "HEAD"))
def after(request: HttpRequest, pk: int) -> HttpResponse:
    """What was said after the meeting, and how far the goal is."""
    return _page(request, fetch(queries.meetings_visible_to(request.user), pk))


@allow(rules.works_on_mentorships, methods=("POST",))
def give_feedback(request: HttpRequest, pk: int) -> HttpResponse:
    """The mentor tells one mentee."""
    row = fetch(queries.meetings_visible_to(request.user), pk, rules.can_give_feedback, request.user)
    members = queries.group_of(row)
    form = FeedbackForm(request.POST, members=_named(members))
    if is_fit(form, row.mentorship, request.user):
        given = form.cleaned_data
        to = next(member for member in members if member.pk == given["to"])
        try:
            actions.give_feedback(
                row,
                author=person_of(request.user, row.organisation),
                to=to,
                went_well=given["went_well"],
                to_change=given["to_change"],
                next_step=given["next_step"],
                version=given["version"],
                by=request.user,
            )
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("mentorships:after", row.pk))
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            messages.success(request, _("Сохранено. Ответ появится здесь."))
            return see_other("mentorships:after", row.pk)
    return _page(request, row, feedback_form=form)


@allow(rules.works_on_mentorships)
def answer_feedback(request: HttpRequest, pk: int) -> HttpResponse:
    """The mentee answers."""
    row = fetch(queries.feedback_visible_to(request.user), pk, rules.can_answer_feedback, request.user)
    form = AnswerForm(request.POST or None, initial={"version": row.version, "answer": row.answer})
    if request.method == "POST" and is_fit(form, row.meeting.mentorship, request.user):
        given = form.cleaned_data
        try:
            actions.answer_feedback(row, answer=given["answer"], version=given["version"], by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("mentorships:answer_feedback", row.pk))
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("mentorships:after", row.meeting_id)
    mentorship = opened(row.meeting.mentorship)
    context = {"feedback": row, "form": form, "mentorship": mentorship, "face": face(mentorship, request.user)}
    return render_page(request, "mentorships/answer_feedback.html", context, status=422 if form.is_bound else 200)


@allow(rules.works_on_mentorships, methods=("POST",))
def reflect(request: HttpRequest, pk: int) -> HttpResponse:
    """What the meeting gave, in the words of either of the two."""
    row = fetch(queries.meetings_visible_to(request.user), pk, rules.can_tell_after, request.user)
    form = ReflectionForm(request.POST)
    if is_fit(form, row.mentorship, request.user):
        try:
            actions.write_diary(
                row.mentorship,
                author=person_of(request.user, row.organisation),
                happened_on=row.happens_on,
                text=form.cleaned_data["text"],
                is_private=form.cleaned_data["is_private"],
                meeting=row,
                kind=EntryKind.REFLECTION,
                by=request.user,
            )
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("mentorships:after", row.pk)
    return _page(request, row, reflection_form=form)


def _page(request: HttpRequest, row: Any, *, feedback_form: Any = None, reflection_form: Any = None) -> HttpResponse:
    mentorship, user = opened(row.mentorship), request.user
    feedback = list(queries.feedback_visible_to(user).filter(meeting=row))
    told = {one.to_id for one in feedback if one.author.user_id == user.pk}
    left = [member for member in queries.group_of(row) if member.pk not in told]
    may_tell = rules.can_give_feedback(user, row)
    for one in feedback:
        one.form = _again(one, user) if not one.answer and may_tell else None
        one.may_answer = rules.can_answer_feedback(user, one)
    refused = next((form for form in (feedback_form, reflection_form) if form is not None), None)
    context = {
        "meeting": row,
        "mentorship": mentorship,
        "face": face(mentorship, user),
        "feedback": feedback,
        "goals": queries.plan_of(mentorship),
        "reflections": queries.diary_visible_to(user).filter(meeting=row, kind=EntryKind.REFLECTION),
        "feedback_form": feedback_form or (FeedbackForm(members=_named(left)) if may_tell and left else None),
        "reflection_form": reflection_form or (ReflectionForm() if rules.can_tell_after(user, row) else None),
    }
    return render_page(request, "mentorships/after.html", context, status=422 if refused is not None else 200)


def _again(feedback: Any, user: Any) -> FeedbackForm | None:
    """The same form to correct one's own words, until they are answered."""
    if feedback.author.user_id != user.pk:
        return None
    start = {name: getattr(feedback, name) for name in ("version", "went_well", "to_change", "next_step")}
    return FeedbackForm(
        members=_named([feedback.to]), initial=start | {"to": feedback.to_id}, auto_id=f"id_{feedback.pk}_%s"
    )


def _named(members: Any) -> list[tuple[int, str]]:
    return [(member.pk, member.person.given_name) for member in members]
