"""A personal request for consents: one consent a page, nothing ticked before, «не согласен» as near as «согласен»."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import PUBLIC, allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.messages import sentence
from nastavnik.access.once import every_submit_counts
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.consents import actions, queries
from nastavnik.domain.consents.enums import Answer, SigningParty
from nastavnik.domain.documents.actions import consent_sheets
from nastavnik.web.public.consent_form import ConsentForm
from nastavnik.web.shell.render import render_page

PDF = "application/pdf"


# No key of the submit is kept: its row would hold the address, which is the secret. An answer counts once by itself.
@every_submit_counts
@allow(PUBLIC)
def consent(request: HttpRequest, token: str) -> HttpResponse:
    """The first consent that is not answered; after the last one what was said, and how it is taken back."""
    asked_for = queries.by_link(token)
    if asked_for is None:
        raise Http404
    if not queries.is_open(asked_for, clock.now()):
        return _page(
            request, "public/consent_done.html", token, asked_for, status=200 if asked_for.answered_at else 410
        )
    asked = list(asked_for.asked.all())
    current = next(one for one in asked if not one.answer)
    can_sign = queries.can_be_signed_by_link(asked_for, current)
    form = ConsentForm(request.POST or None, can_sign=can_sign, party=asked_for.party)
    if request.method == "POST" and request.POST.get("kind") != current.kind:
        return see_other("public:consent", token)  # a form from another window: the next question is shown
    if request.method == "POST" and form.is_valid() and _answer(form, asked_for, current):
        return see_other("public:consent", token)
    more = {
        "current": current,
        "parts": parts_of(current),
        "number": asked.index(current) + 1,
        "form": form,
        "can_sign": can_sign,
    }
    return _page(request, "public/consent.html", token, asked_for, status=422 if form.is_bound else 200, **more)


@allow(PUBLIC, methods=("GET", "HEAD"))
def consent_sheet(request: HttpRequest, token: str) -> HttpResponse:
    """The sheets of the request, to be printed and signed."""
    asked_for = queries.by_link(token)
    if asked_for is None or not queries.is_open(asked_for, clock.now()):
        raise Http404
    base = f"{request.scheme}://{request.get_host()}"
    answer = give_file(consent_sheets([asked_for], base=base), title=_("Согласие.pdf"), content_type=PDF)
    return _private(answer)


def parts_of(asked: Any) -> list[tuple[str, str]]:
    """The words of a text under the questions of a person who reads it."""
    text = asked.text
    told = [
        (_("Кому вы даёте согласие"), text.operator),
        (_("Зачем"), text.purpose),
        (_("Какие данные"), text.data),
        (_("Что с ними делают"), text.actions),
        (_("Кому поручают и передают"), text.third_parties),
        (_("Сколько действует"), text.term),
        (_("Как отозвать"), text.withdrawal),
        (_("Что ещё нужно знать"), text.body),
    ]
    return [(title, words) for title, words in told if words.strip()]


def _answer(form: ConsentForm, asked_for: Any, current: Any) -> bool:
    agreed = form.cleaned_data["answer"] == Answer.AGREED
    try:
        actions.answer_one(
            asked_for, current.kind, agreed=agreed, signer_name=form.cleaned_data.get("signer_name") or ""
        )
    except DomainError as refusal:
        form.add_error(None, sentence(refusal))
        return False
    return True


def _page(
    request: HttpRequest, template: str, token: str, asked_for: Any, *, status: int, **context: Any
) -> HttpResponse:
    asked = list(asked_for.asked.all())
    told: dict[str, Any] = {
        "token": token,
        "asked_for": asked_for,
        "asked": asked,
        "total": len(asked),
        "whom": short_name(asked_for),
        "for_child": asked_for.party == SigningParty.GUARDIAN,
        "refused": all(one.answer == Answer.REFUSED for one in asked),
    }
    return _private(render_page(request, template, told | context, status=status))


def short_name(asked_for: Any) -> str:
    """«Полина В.»: a link may fall into strange hands, the sheet and the record have the full name."""
    person = asked_for.person
    return f"{person.given_name} {person.surname[:1]}." if person.given_name else person.surname


def _private(answer: HttpResponse) -> HttpResponse:
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.headers["Cache-Control"] = "no-store"
    # Not «no-referrer»: a browser would send the form with `Origin: null`, and it would be refused as a stranger's.
    answer.headers["Referrer-Policy"] = "same-origin"
    return answer
