"""Pages of consents: whose is missing, recording papers, one child's consents, a guardian's own page."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.consents import actions, queries, rules
from nastavnik.domain.consents.enums import SigningParty
from nastavnik.domain.people import queries as people
from nastavnik.web.consents import asking
from nastavnik.web.consents.forms import AskForm, PaperForm, PersonPaperForm, WithdrawForm
from nastavnik.web.shell import posted, searching
from nastavnik.web.shell.render import render_page

PER_PAGE = 50
REQUESTS = 10
VIEWS = {
    "": (gettext_lazy("Ждём подписи"), queries.waiting),
    "expiring": (gettext_lazy("Истекают за месяц"), queries.expiring),
    "withdrawn": (gettext_lazy("Отозваны"), queries.withdrawn),
    "agreed": (gettext_lazy("Есть"), queries.agreed),
}


@allow(rules.sees_consents)
def index(request: HttpRequest) -> HttpResponse:
    """Whose consent is missing; papers that came in are recorded for many at once."""
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None:
        raise Http404
    show = request.GET.get("show", "") if request.GET.get("show", "") in VIEWS else ""
    place = f"consents/{show}"
    if asked := searching.asked(request, place):
        return asked
    on = clock.today(organisation.time_zone)
    form, ask_form = _forms(request, on, {"signed_on": on})
    chosen = set(request.POST.getlist("person"))
    sent = ask_form if "how" in request.POST else form
    if request.method == "POST" and sent.is_valid():
        children = asking.children_of(request, posted.numbers(request, "person"))
        if sent is ask_form and _may_ask(ask_form, children, request.user):
            return asking.ask(request, ask_form, children)
        if sent is form and _record(form, children, request.user):
            messages.success(
                request,
                ngettext("Записано %(n)s согласие.", "Записано согласий: %(n)s.", len(children)) % {"n": len(children)},
            )
            return see_other("consents:index")
    context = {
        **_listed(request, show, searching.words(request, place), on),
        "form": form,
        "ask_form": ask_form,
        "by_link": organisation.consent_by_link,
        "edits_texts": rules.can_edit_texts_of(request.user, organisation),
        "chosen": chosen,
        "mark": request.GET.get("mark") == "all",
        "can_record": rules.can_record_in(request.user, organisation),
        "own_from": organisation.own_consent_from,
    }
    return render_page(request, "consents/index.html", context, status=422 if request.method == "POST" else 200)


def _forms(
    request: HttpRequest, on: date, start: dict[str, Any], *, is_adult: bool = False, **more: Any
) -> tuple[Any, AskForm]:
    """Two forms of one page; the button tells which of them was sent."""
    asks = "how" in request.POST
    kind = PersonPaperForm if more else PaperForm
    paper = kind(None if asks else request.POST or None, initial=start, **more)
    return paper, AskForm(request.POST if asks else None, today=on, is_adult=is_adult)


def _may_ask(form: AskForm, children: list[Any], user: Any) -> bool:
    if not all(rules.can_record(user, child) for child in children):
        raise Http404
    if not children:
        form.add_error(None, _("Никто не выбран. Отметьте детей в списке."))
    return bool(children) and (form.data.get("how") != "links" or _texts_are_whole(form, children[0].organisation))


def _texts_are_whole(form: AskForm, organisation: Any) -> bool:
    """Where a link signs, the words name the operator; what is signed on paper may leave a line to the pen."""
    if not organisation.consent_by_link:
        return True
    try:
        actions.require_no_blanks(organisation, form.cleaned_data["kinds"])
    except DomainError as refusal:
        form.add_error(None, sentence(refusal))
        return False
    return True


def _listed(request: HttpRequest, show: str, text: str, on: date) -> dict[str, Any]:
    """The chips with their counts, and a page of the chosen list."""
    organisation = request.organisation  # type: ignore[attr-defined]
    found = {code: who(request.user, on).filter(organisation=organisation) for code, (_title, who) in VIEWS.items()}
    rows = people.listed(found[show].filter(people.found_by(text)) if text else found[show], on)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return {
        "show": show,
        "text": text,
        "chips": [(code, title, found[code].count()) for code, (title, _who) in VIEWS.items()],
        "page": page,
        "rows": [(person, queries.badge(person, on)) for person in page],
    }


def _record(form: PaperForm, children: list[Any], user: Any) -> bool:
    """All or nobody."""
    if not all(rules.can_record(user, child) for child in children):
        raise Http404
    if not children:
        form.add_error(None, _("Никто не выбран. Отметьте детей в списке."))
        return False
    given = form.cleaned_data
    try:
        actions.record_papers(
            children, parties=given["parties"], signed_on=given["signed_on"], ends_on=given["ends_on"], by=user
        )
    except DomainError as refusal:
        form.add_error(None, sentence(refusal))
        return False
    return True


@allow(rules.sees_consents)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One child: signatures, terms, withdrawal; a new paper."""
    child = fetch(people.visible_to(request.user).select_related("organisation"), pk, rules.can_see, request.user)
    on = clock.today(child.organisation.time_zone)
    guardians = list(people.guardians_of(child, on))
    named = [(row.guardian_id, row.guardian.full_name) for row in guardians]
    parties = queries.parties_of(child, on)
    is_adult = parties == (SigningParty.ADULT,)
    initial = {"signed_on": on, "parties": [parties[0]]}
    form, ask_form = _forms(request, on, initial, is_adult=is_adult, guardians=named, own=is_adult)
    if "how" in request.POST and ask_form.is_valid() and _may_ask(ask_form, [child], request.user):
        return asking.ask(request, ask_form, [child])
    if request.method == "POST" and form.is_valid() and _record_one(form, child, guardians, request.user):
        messages.success(request, _("Согласие записано."))
        return see_other("consents:person", pk)
    loaded = queries.with_consent(people.visible_to(request.user), on).get(pk=pk)
    context = {
        "person": loaded,
        "badge": queries.badge(loaded, on),
        "needed": queries.needed(child, on),
        "consents": queries.consents_of(child),
        "requests": queries.requests_of(child)[:REQUESTS],
        "scans": queries.scans_to_check(child),
        "at": clock.now(),
        "form": form,
        "ask_form": ask_form,
        "can_record": rules.can_record(request.user, child),
    }
    return render_page(request, "consents/person.html", context, status=422 if request.method == "POST" else 200)


def _record_one(form: PersonPaperForm, child: Any, guardians: list[Any], user: Any) -> bool:
    if not rules.can_record(user, child):
        raise Http404
    given = form.cleaned_data
    signer = next((row.guardian for row in guardians if row.guardian_id == given.get("signer")), None)
    signers = {SigningParty.GUARDIAN: signer, SigningParty.CHILD: child, SigningParty.ADULT: child}
    signatures = [
        actions.Signature(party, signers[SigningParty(party)], given["signed_on"]) for party in given["parties"]
    ]
    try:
        actions.record_consent(
            child, starts_on=given["signed_on"], ends_on=given["ends_on"], signatures=signatures, by=user
        )
    except DomainError as refusal:
        form.add_error(None, sentence(refusal))
        return False
    return True


@allow(rules.records_consents)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """What happens, and from which day."""
    consent = fetch(queries.visible_to(request.user), pk, rules.can_withdraw, request.user)
    on = clock.today(consent.person.organisation.time_zone)
    form = WithdrawForm(request.POST or None, initial={"on": on})
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw_consent(consent, on=form.cleaned_data["on"], by=request.user)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Согласие отозвано. Данные больше не используются."))
            return see_other("consents:person", consent.person_id)
    context = {"form": form, "consent": consent}
    return render_page(request, "consents/withdraw.html", context, status=422 if request.method == "POST" else 200)


@allow(rules.sees_wards)
def mine(request: HttpRequest) -> HttpResponse:
    """A guardian reads what was agreed for their children, and by whom."""
    on = clock.today()
    wards = people.wards_visible_to(request.user, on)
    children = list(queries.with_consent(wards, on).prefetch_related(queries.consents_loaded()))
    rows = [(child, queries.badge(child, on), child.consents_loaded) for child in children]
    asked = queries.requests_of_wards(request.user, on)
    return render_page(request, "consents/mine.html", {"rows": rows, "asked": asked})


@allow(rules.sees_wards)
def withdraw_mine(request: HttpRequest, pk: int) -> HttpResponse:
    """A guardian takes back what was agreed for their child: at once, asking nobody and giving no reason."""
    today = clock.today()
    consent = fetch(queries.consents_of_wards(request.user, today), pk)
    on = clock.today(consent.person.organisation.time_zone)
    form = forms.Form(request.POST or None)
    if request.method == "POST":
        try:
            actions.withdraw_consent(consent, on=max(on, consent.starts_on), by=request.user)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Согласие отозвано. Данные больше не используются."))
            return see_other("consents:mine")
    context = {"form": form, "consent": consent}
    return render_page(request, "consents/withdraw_mine.html", context, status=422 if request.method == "POST" else 200)
