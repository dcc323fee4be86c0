"""«Согласны попробовать?»: a side answers for itself, a guardian for the child, the coordinator from paper."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.domain.mentorships import actions, queries, rules
from nastavnik.domain.mentorships.enums import Answer, Party
from nastavnik.domain.mentorships.enums import MentorshipState as S
from nastavnik.web.mentorships.faces import called, is_young, opened
from nastavnik.web.shell.render import render_page


@allow(rules.answers_proposals)
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    approval = fetch(queries.approvals_visible_to(request.user), pk, rules.can_answer, request.user)
    if request.method == "POST":
        if request.POST.get("answer") not in Answer.values:
            return HttpResponseBadRequest()
        actions.answer(approval, answer=request.POST["answer"], by=request.user)
        messages.success(request, _("Ответ записан. Куратор его увидит."))
        return see_other("desk:today")
    return render_page(request, "mentorships/proposal.html", _context(approval))


@allow(rules.edits_mentorships, methods=("POST",))
def enter_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """What somebody said or signed on paper."""
    approval = fetch(queries.approvals_visible_to(request.user), pk, rules.can_enter_paper, request.user)
    if request.POST.get("answer") not in Answer.values:
        return HttpResponseBadRequest()
    actions.answer(approval, answer=request.POST["answer"], by=request.user, on_paper=True)
    return see_other("mentorships:pair", approval.mentorship_id)


@allow(rules.edits_mentorships, methods=("POST",))
def enter_papers(request: HttpRequest) -> HttpResponse:
    """The papers of several pairs at once: everybody signed a yes."""
    ticked = [number for number in request.POST.getlist("pair") if number.isdecimal() and len(number) < 10]
    found = queries.visible_to(request.user).filter(organisation=request.organisation, pk__in=ticked, state=S.PROPOSED)
    led = [mentorship for mentorship in found if rules.can_lead(request.user, mentorship)]
    unmet = set(queries.awaiting_acquaintance(found).values_list("pk", flat=True))
    pairs = [mentorship for mentorship in led if mentorship.pk not in unmet]
    agreed = actions.answer_papers(pairs, by=request.user)
    if pairs:
        words = ngettext("Согласована %(n)s пара.", "Согласовано пар: %(n)s.", agreed) % {"n": agreed}
        messages.success(request, words)
    elif not unmet:
        messages.warning(request, _("Отметьте пары, чьи бумаги подписаны."))
    if unmet:
        words = ngettext(
            "%(n)s пара не согласована: её предложил педагог, сначала нужна личная встреча.",
            "Не согласовано пар: %(n)s. Их предложил педагог, сначала нужна личная встреча.",
            len(unmet),
        )
        messages.warning(request, words % {"n": len(unmet)})
    address = see_other("mentorships:index")
    address["Location"] += "?show=proposed"
    return address


def _context(approval: Any) -> dict[str, Any]:
    """What each side learns of the other: name, class or post, topics. No birth date, no telephone."""
    mentorship = opened(approval.mentorship)
    mine = approval.member
    others = [member for member in mentorship.members.all() if member.role != mine.role]
    about = queries.introductions(others)
    return {
        "approval": approval,
        "mentorship": mentorship,
        "others": [{"name": called(member.person), "about": about[member.pk]} for member in others],
        "for_child": approval.party == Party.GUARDIAN,
        "child": called(mine.person),
        "side": mine.role,
        "child_reads": approval.party != Party.GUARDIAN and is_young(mine.person),
        "answered": approval.answer,
        "open": mentorship.state == "proposed",
        "meet_first": queries.needs_acquaintance(mentorship),
    }
