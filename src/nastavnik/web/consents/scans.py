"""Scans of signed sheets: uploaded many at once, brought to the child by the code, recorded."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.consents import actions, queries, rules
from nastavnik.domain.consents.enums import ConsentKind, SigningParty
from nastavnik.domain.files.queries import read
from nastavnik.domain.people import queries as people
from nastavnik.web.consents.forms import AttachForm, CodeForm, PhotoForm, ScansForm
from nastavnik.web.shell.render import render_page


@allow(rules.records_consents)
def scans(request: HttpRequest) -> HttpResponse:
    """What waits for its child, and the upload."""
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None or not rules.can_record_in(request.user, organisation):
        raise Http404
    form = ScansForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        uploads = [(file.name, file.read()) for file in form.cleaned_data["files"]]
        try:
            kept = actions.keep_scans(organisation, uploads, by=request.user)
        except DomainError as refusal:
            form.add_error("files", sentence(refusal))
        else:
            said = ngettext("Принят %(n)s лист.", "Принято листов: %(n)s.", len(kept)) % {"n": len(kept)}
            messages.success(request, said)
            return see_other("consents:scan", kept[0].pk) if len(kept) == 1 else see_other("consents:scans")
    rows = queries.scans_visible_to(request.user).filter(organisation=organisation, request=None)[:200]
    context = {"form": form, "rows": rows}
    return render_page(request, "consents/scans.html", context, status=422 if request.method == "POST" else 200)


@allow(rules.records_consents)
def scan(request: HttpRequest, pk: int) -> HttpResponse:
    """Whose it is, then what stands on it; afterwards the next one."""
    found = fetch(queries.scans_visible_to(request.user), pk, rules.can_attach, request.user)
    if found.request_id:
        return see_other("consents:person", found.request.person_id)
    code = CodeForm(request.POST if "find" in request.POST else None, initial={"code": found.code})
    asked = _asked(request, found, code)
    form = _attach_form(request, asked) if asked else None
    if form and "attach" in request.POST and form.is_valid() and _attach(request, form, found, asked):
        waiting = queries.scans_visible_to(request.user).filter(organisation=found.organisation_id, request=None)
        following = waiting.first()
        return see_other("consents:scan", following.pk) if following else see_other("consents:scans")
    context = {"scan": found, "code": code, "asked": asked, "form": form, "picture": _is_picture(found)}
    status = 422 if (code.errors or (form and form.errors)) else 200
    return render_page(request, "consents/scan.html", context, status=status)


def _asked(request: HttpRequest, found: Any, code: CodeForm) -> Any:
    """The request that the sheet belongs to: named before, found by the code or by the name."""
    mine = queries.requests_visible_to(request.user).filter(organisation=found.organisation_id)
    if (named := request.POST.get("request", "")).isdecimal() and len(named) <= 18:
        return mine.filter(pk=int(named)).first()
    if "find" not in request.POST:
        return queries.by_code(request.user, found.code) if found.code else None
    if not code.is_valid():
        return None
    typed, name = code.cleaned_data["code"], code.cleaned_data["name"]
    if typed:
        by_code = queries.by_code(request.user, typed)
        if by_code is None:
            code.add_error("code", _("Листа с таким кодом нет. Сверьте буквы или найдите участника по имени."))
        return by_code
    return _by_name(request, found, code, name)


def _by_name(request: HttpRequest, found: Any, code: CodeForm, name: str) -> Any:
    rows = people.visible_to(request.user).filter(organisation=found.organisation_id)
    persons = list(rows.filter(people.found_by(name)).select_related("organisation")[:2]) if name else []
    if len(persons) != 1:
        said = _("Таких несколько: допишите имя и отчество.") if persons else _("Никого не нашлось. Напишите иначе.")
        code.add_error("name", said if name else _("Напишите код листа или имя участника."))
        return None
    made = actions.request_without_code(persons[0], by=request.user)
    return queries.requests_visible_to(request.user).get(pk=made.pk)


def _attach_form(request: HttpRequest, asked: Any, kind: type[AttachForm] = AttachForm, **more: Any) -> AttachForm:
    on = clock.today(asked.organisation.time_zone)
    kinds = [(one.kind, ConsentKind(one.kind).label) for one in asked.asked.all()]
    parties = [(party, SigningParty(party).label) for party in queries.parties_of(asked.person, on)]
    only = [kind for kind, _label in kinds] if len(kinds) == 1 else []
    return kind(
        request.POST if "attach" in request.POST else None,
        **more,
        kinds=kinds,
        parties=parties,
        initial={"signed_on": on, "kinds": only, "parties": [party for party, _label in parties]},
    )


def _attach(request: HttpRequest, form: AttachForm, found: Any, asked: Any) -> bool:
    try:
        actions.attach_scan(found, asked, **form.cleaned_data, by=request.user)
    except DomainError as refusal:
        form.add_error(None, sentence(refusal))
        return False
    messages.success(request, _("Записано: %(name)s.") % {"name": asked.person.list_name})
    return True


@allow(rules.records_consents)
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the square code of a sheet leads: what was signed, with a photograph of it. A submit records both."""
    asked = fetch(queries.requests_visible_to(request.user), pk, rules.can_ask, request.user)
    form = _attach_form(request, asked, PhotoForm, files=request.FILES or None)
    if request.method == "POST" and form.is_valid() and _photographed(request, form, asked):
        messages.success(request, _("Записано: %(name)s.") % {"name": asked.person.list_name})
        return see_other("consents:person", asked.person_id)
    context = {"asked": asked, "form": form}
    return render_page(request, "consents/sheet.html", context, status=422 if request.method == "POST" else 200)


def _photographed(request: HttpRequest, form: AttachForm, asked: Any) -> bool:
    given = dict(form.cleaned_data)
    photo = given.pop("photo")
    upload = (photo.name, photo.read())
    try:
        actions.attach_photo(asked, upload, **given, by=request.user)
    except DomainError as refusal:
        form.add_error(None, sentence(refusal))
        return False
    return True


@allow(rules.records_consents, methods=("POST",))
def discard_scan(request: HttpRequest, pk: int) -> HttpResponse:
    """Not a consent, or it came twice."""
    found = fetch(queries.scans_visible_to(request.user), pk, rules.can_attach, request.user)
    actions.discard_scan(found, by=request.user)
    return see_other("consents:scans")


@allow(rules.records_consents, methods=("GET", "HEAD"))
def scan_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The scan itself."""
    found = fetch(queries.scans_visible_to(request.user), pk, rules.can_attach, request.user)
    return give_file(read(found.file), title=found.file.title, content_type=found.file.content_type, inline=True)


def _is_picture(found: Any) -> bool:
    return found.file.content_type in ("image/png", "image/jpeg", "image/gif")
