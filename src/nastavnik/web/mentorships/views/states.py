"""What the coordinator decides about a mentorship: start, pause, going on, end."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError, ForbiddenTransition
from nastavnik.domain.mentorships import actions, queries, rules
from nastavnik.web.mentorships.faces import face, opened, today_of
from nastavnik.web.mentorships.forms import (
    AcquaintanceForm,
    DeclineForm,
    EndEarlyForm,
    EndForm,
    PauseForm,
    ResumeForm,
    StartForm,
)
from nastavnik.web.shell.render import render_page


@allow(rules.edits_mentorships)
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """The coordinator's decision, where the programme needs no order."""
    mentorship = fetch(queries.visible_to(request.user), pk, rules.can_start, request.user)
    return _decide(request, mentorship, StartForm, actions.start, _("С какого дня начинаем?"), _("Начать работу пары"))


@allow(rules.edits_mentorships)
def pause(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = fetch(queries.visible_to(request.user), pk, rules.can_lead, request.user)
    return _decide(request, mentorship, PauseForm, actions.pause, _("Почему и с какого дня пауза?"), _("Начать паузу"))


@allow(rules.edits_mentorships)
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = fetch(queries.visible_to(request.user), pk, rules.can_lead, request.user)
    return _decide(request, mentorship, ResumeForm, actions.resume, _("Когда продолжаем?"), _("Продолжить работу"))


@allow(rules.edits_mentorships)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = fetch(queries.visible_to(request.user), pk, rules.can_lead, request.user)
    form = EndForm if "complete" in mentorship.lifecycle.actions(mentorship.state) else EndEarlyForm
    return _decide(request, mentorship, form, _end, _("Почему и с какого дня?"), _("Завершить пару"))


@allow(rules.edits_mentorships)
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = fetch(queries.visible_to(request.user), pk, rules.can_lead, request.user)
    return _decide(
        request, mentorship, DeclineForm, actions.decline, _("Почему пара не состоится?"), _("Отменить пару")
    )


@allow(rules.edits_mentorships)
def acquaintance(request: HttpRequest, pk: int) -> HttpResponse:
    """What came of the personal meeting after a teacher's proposal."""
    mentorship = fetch(queries.visible_to(request.user), pk, rules.can_lead, request.user)
    return _decide(
        request,
        mentorship,
        AcquaintanceForm,
        actions.record_acquaintance,
        _("Как прошло знакомство?"),
        _("Записать знакомство"),
    )


def _end(mentorship: Any, *, outcome: str, **given: Any) -> Any:
    return (actions.complete if outcome == "complete" else actions.dissolve)(mentorship, **given)


def _decide(
    request: HttpRequest, mentorship: Any, form_class: Any, act: Callable[..., Any], heading: str, action: str
) -> HttpResponse:
    """One question, one form, one act."""
    form = form_class(request.POST or None, initial={"on": today_of(mentorship), "held_on": today_of(mentorship)})
    if request.method == "POST" and form.is_valid():
        try:
            act(mentorship, **form.cleaned_data, by=request.user)
        except (ChangedMeanwhile, ForbiddenTransition):
            raise
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("mentorships:pair", mentorship.pk)
    context = {
        "mentorship": opened(mentorship),
        "face": face(mentorship, request.user),
        "form": form,
        "heading": heading,
        "action": action,
    }
    return render_page(request, "mentorships/form.html", context, status=422 if form.is_bound else 200)
