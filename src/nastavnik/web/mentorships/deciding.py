"""One question, one form, one act: the shape of most pages about a pair."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from nastavnik.access.answers import see_other
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError, ForbiddenTransition
from nastavnik.web.mentorships.faces import face, opened
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page


def decide(
    request: HttpRequest,
    mentorship: Any,
    form: Any,
    act: Callable[[Any], Any],
    heading: str,
    action: str,
    lead: str = "",
    back: str = "",
) -> HttpResponse:
    """Ask, and do it; what the domain refuses stands over the form with everything that was typed. `back` names the
    page of a form with a version: who comes late there reads both texts."""
    if request.method == "POST" and form.is_valid():
        try:
            act(form)
        except ChangedMeanwhile as conflict:
            if not back:
                raise
            return late(request, form, conflict.subject, back=(back, mentorship.pk))
        except ForbiddenTransition:
            raise
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("mentorships:pair", mentorship.pk)
    return form_page(request, opened(mentorship), form, heading, action, lead)


def form_page(
    request: HttpRequest, mentorship: Any, form: Any, heading: str, action: str, lead: str = ""
) -> HttpResponse:
    """The page of one form; members of the mentorship are loaded."""
    context = {
        "mentorship": mentorship,
        "face": face(mentorship, request.user),
        "form": form,
        "heading": heading,
        "action": action,
        "lead": lead,
    }
    return render_page(request, "mentorships/form.html", context, status=422 if form.is_bound else 200)
