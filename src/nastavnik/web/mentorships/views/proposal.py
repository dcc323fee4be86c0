"""«Согласны попробовать?»: a side answers for itself, a guardian for the child, the coordinator from paper."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.domain.mentorships import actions, queries, rules
from nastavnik.domain.mentorships.enums import Answer, Party
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
    }
