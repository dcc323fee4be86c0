"""Another mentor: offered by the coordinator, answered by everybody on a page of their own, handed over."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import DomainError
from nastavnik.domain.mentorships import actions, queries, rules
from nastavnik.domain.mentorships.enums import Answer, Party, Voice
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.web.mentorships.faces import called, face, is_young, opened, today_of
from nastavnik.web.mentorships.handover_forms import HandOverForm
from nastavnik.web.shell.render import render_page

MENTOR = ParticipationRole.MENTOR


@allow(rules.edits_mentorships)
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer another mentor; while one is offered, whose yes is still to come. Of several mentors the one is meant
    whom the address names."""
    mentorship = opened(fetch(queries.visible_to(request.user), pk, rules.can_lead, request.user))
    offer = queries.open_handover(mentorship)
    if offer is not None:
        offer.mentorship = mentorship
        return _waiting(request, mentorship, offer)
    mentors = [m for m in mentorship.members.all() if m.role == MENTOR and m.ends_on is None]
    left = next((m for m in mentors if str(m.pk) == request.GET.get("of")), mentors[0] if mentors else None)
    if left is None:
        raise Http404
    left.mentorship = mentorship
    places = queries.replacements(mentorship, today_of(mentorship))
    form = HandOverForm(request.POST if request.method == "POST" else None, mentors=places)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.offer_handover(left, to=form.chosen(), reason=given["reason"], note=given["note"], by=request.user)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            messages.success(
                request, _("Спросили всех, кого это касается. Пара сменит наставника, когда все согласны.")
            )
            return see_other("mentorships:hand_over", mentorship.pk)
    context = {
        **_frame(request, mentorship),
        "form": form,
        "left": left.person,
        "kept_out": [place for place in places if place.lacks],
        "nobody": not any(not place.lacks for place in places),
    }
    return render_page(request, "mentorships/hand_over.html", context, status=422 if form.is_bound else 200)


def _waiting(request: HttpRequest, mentorship: Any, offer: Any) -> HttpResponse:
    """The coordinator writes down what was said or signed, takes the offer back, or hands over."""
    refused = ""
    if request.method == "POST":
        try:
            if _act(request, offer):
                return see_other("mentorships:pair", mentorship.pk)
        except DomainError as error:
            refused = sentence(error)
        offer.refresh_from_db()
    answers = list(offer.answers.all())
    for one in answers:
        one.may_enter = not one.answer and not rules.can_answer_handover(request.user, one)
    context = {
        **_frame(request, mentorship),
        "offer": offer,
        "answers": answers,
        "agreed": all(one.answer == Answer.YES for one in answers),
        "refused": refused,
    }
    return render_page(
        request, "mentorships/hand_over_waits.html", context, status=422 if request.method == "POST" else 200
    )


def _act(request: HttpRequest, offer: Any) -> bool:
    """Was something done?"""
    said, by = request.POST, request.user
    if "withdraw" in said:
        actions.withdraw_handover(offer, by=by)
    elif "complete" in said:
        actions.hand_over(offer, on=today_of(offer.mentorship), by=by)
    else:
        question = next((one for one in offer.answers.all() if str(one.pk) == said.get("question")), None)
        voice = said.get("how") if said.get("how") in (Voice.PAPER, Voice.WORD) else None
        if question is None or said.get("answer") not in Answer.values or voice is None:
            return False
        actions.answer_handover(question, answer=said["answer"], how=voice, by=by)
    return True


@allow(rules.answers_proposals)
def handover_question(request: HttpRequest, pk: int) -> HttpResponse:
    """«Согласны с новым наставником?»: by an own tap."""
    row = fetch(queries.handover_questions(request.user), pk, rules.can_answer_handover, request.user)
    if request.method == "POST":
        if request.POST.get("answer") not in Answer.values:
            return HttpResponseBadRequest()
        actions.answer_handover(row, answer=request.POST["answer"], by=request.user)
        messages.success(request, _("Ответ записан. Куратор его увидит."))
        return see_other("desk:today")
    mentorship, new = opened(row.offer.mentorship), row.offer.to
    is_new = row.person_id == new.person_id
    others = [m for m in mentorship.members.all() if m.role != MENTOR and not m.has_left] if is_new else [_place(new)]
    about = queries.introductions(others)
    context = {
        "mentorship": mentorship,
        "others": [{"name": called(one.person), "about": about[one.pk]} for one in others],
        "for_child": row.party == Party.GUARDIAN,
        "child": called(row.person),
        "side": "mentor" if is_new else "mentee",
        "child_reads": row.party != Party.GUARDIAN and is_young(row.person),
        "answered": row.answer,
        "open": True,
        "meet_first": False,
    }
    return render_page(request, "mentorships/handover_question.html", context)


def _place(new: Any) -> Any:
    """The new mentor as one of the members that are introduced."""
    new.participation_id, new.role = new.pk, MENTOR
    return new


def _frame(request: HttpRequest, mentorship: Any) -> dict[str, Any]:
    return {"mentorship": mentorship, "face": face(mentorship, request.user)}
