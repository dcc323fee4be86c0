"""One mentor before admission: the checklist, talks, signs, the agreement, the decision."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.intake import admission_rules as rules
from nastavnik.domain.intake.actions import admission as actions
from nastavnik.domain.intake.admission_enums import AdmissionCode, Mark, MentorSign
from nastavnik.domain.intake.checklist import WAIVABLE
from nastavnik.domain.intake.queries import admission as queries
from nastavnik.domain.programmes.enums import ParticipationState
from nastavnik.web.intake.admission.forms import DecisionForm, DueForm, InterviewForm, WaiveForm
from nastavnik.web.shell.render import render_page

# How each point is mended: the page and whose id it takes.
PLACES = {
    AdmissionCode.CLEARANCE: ("people:record", "person"),
    AdmissionCode.INTERVIEW: ("intake:interview", "participation"),
    AdmissionCode.AGREEMENT: ("intake:agreement", "participation"),
    AdmissionCode.PROCESSING: ("people:person", "person"),
    AdmissionCode.GUARDIAN: ("people:person", "person"),
    AdmissionCode.PARTICIPATION: ("people:person", "person"),
    AdmissionCode.EMPLOYEE_CONSENT: ("intake:agreement", "participation"),
}
DECISIONS = ("admit", "put_off", "refuse")


@allow(rules.sees_admission, methods=("GET", "HEAD"))
def candidate(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything on one page; the decision stands beside."""
    found = _participation(request, pk)
    one = queries.candidate(found)
    marks = queries.marks_of(found)
    context = {
        "candidate": one,
        "participation": one.participation,
        "points": [_shown(point, one.participation) for point in one.points],
        "signs": [(sign, sign.label, marks.get(sign)) for sign in MentorSign],
        "marks": Mark.choices,
        "interviews": list(queries.interviews_of(found)),
        "agreements": list(queries.agreements_of(found)),
        "decisions": list(queries.decisions_of(found).select_related("by")),
        "may_decide": rules.can_admit(request.user, found),
        "may_talk": rules.can_interview(request.user, found),
        "is_waiting": found.state == ParticipationState.ENROLLED,
        "is_unrecorded": found.state in queries.ADMITTED and not one.is_recorded,
    }
    return render_page(request, "intake/candidate.html", context)


@allow(rules.sees_admission)
def interview(request: HttpRequest, pk: int) -> HttpResponse:
    """That a talk was held and how it ended."""
    found = _participation(request, pk, rules.can_interview)
    today = clock.today(found.organisation.time_zone)
    form = InterviewForm(request.POST or None, initial={"held_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_interview(found, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
        except DomainError as refusal:
            form.add_error("held_on", sentence(refusal))
        else:
            return see_other("intake:candidate", found.pk)
    context = {"form": form, "participation": found}
    return render_page(request, "intake/interview.html", context, status=422 if form.is_bound else 200)


@allow(rules.sees_admission, methods=("POST",))
def marks(request: HttpRequest, pk: int) -> HttpResponse:
    """What was seen of each sign."""
    found = _participation(request, pk, rules.can_interview)
    given = {sign: request.POST.get(f"sign_{sign}", "") for sign in MentorSign.values}
    actions.mark_signs(found, given, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("Записано, что видно."))
    return see_other("intake:candidate", found.pk)


@allow(rules.decides_admission)
def waive(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Not needed here, and why; or needed after all."""
    found = _participation(request, pk, rules.can_admit)
    if code not in WAIVABLE:
        raise Http404
    if request.method == "POST" and request.POST.get("act") == "ask_again":
        actions.ask_again(found, code, by=request.user)  # type: ignore[arg-type]
        return see_other("intake:candidate", found.pk)
    form = WaiveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.waive(found, code, why=form.cleaned_data["why"], by=request.user)  # type: ignore[arg-type]
        return see_other("intake:candidate", found.pk)
    context = {"form": form, "participation": found, "point": AdmissionCode(code).label}
    return render_page(request, "intake/waive.html", context, status=422 if form.is_bound else 200)


@allow(rules.decides_admission)
def due(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Until when a point is to be done."""
    found = _participation(request, pk, rules.can_admit)
    if code not in AdmissionCode.values:
        raise Http404
    form = DueForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.set_due(found, code, due_on=form.cleaned_data["due_on"], by=request.user)  # type: ignore[arg-type]
        return see_other("intake:candidate", found.pk)
    context = {"form": form, "participation": found, "point": AdmissionCode(code).label}
    return render_page(request, "intake/due.html", context, status=422 if form.is_bound else 200)


@allow(rules.decides_admission)
def decide(request: HttpRequest, pk: int, decision: str) -> HttpResponse:
    """Admitted, not yet, or not in this programme; each with its reason."""
    if decision not in DECISIONS:
        raise Http404
    found = _participation(request, pk, rules.can_admit)
    is_in = found.state in queries.ADMITTED
    offered = "record" if is_in and decision == "admit" else decision
    form = DecisionForm(request.POST or None, decision=offered)
    if request.method == "POST" and form.is_valid():
        act = {"admit": actions.admit, "put_off": actions.put_off, "refuse": actions.refuse}[decision]
        try:
            act(found, by=request.user, **form.cleaned_data)  # type: ignore[operator]
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Решение записано."))
            return see_other("intake:admission")
    context = {"form": form, "participation": found, "decision": offered}
    return render_page(request, "intake/decide.html", context, status=422 if form.is_bound else 200)


def _participation(request: HttpRequest, pk: int, rule: Any = None) -> Any:
    return fetch(queries.admissions_visible_to(request.user), pk, rule, request.user)


def _shown(point: Any, participation: Any) -> dict[str, Any]:
    place, whose = PLACES.get(point.code, ("", ""))
    number = participation.person_id if whose == "person" else participation.pk
    return {"point": point, "label": point.code.label, "place": place, "number": number}
