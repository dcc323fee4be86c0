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
from nastavnik.domain.consents.enums import ConsentKind, ScanFinding, SigningParty
from nastavnik.domain.consents.messages import OF_SCANS
from nastavnik.domain.consents.reading.refused import Unreadable
from nastavnik.domain.files.queries import read
from nastavnik.domain.people import queries as people
from nastavnik.web.consents.forms import AttachForm, CodeForm, PhotoForm, ScansForm
from nastavnik.web.shell.render import render_page

MOST = 300
NOT_SEEN = (
    ScanFinding.READING,
    ScanFinding.BROKEN,
    ScanFinding.LOCKED,
    ScanFinding.TOO_HEAVY,
    ScanFinding.TOO_MANY,
    ScanFinding.NOT_READ,
)


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
            kept = actions.take_scans(organisation, uploads, by=request.user)
        except DomainError as refusal:
            form.add_error("files", sentence(refusal))
        else:
            messages.success(request, _told(kept))
            return see_other("consents:scan", kept[0].pk) if _only_one(kept) else see_other("consents:scans")
    context = {"form": form, "groups": _waiting(request, organisation)}
    return render_page(request, "consents/scans.html", context, status=422 if request.method == "POST" else 200)


@allow(rules.records_consents)
def scan(request: HttpRequest, pk: int) -> HttpResponse:
    """Whose it is, then what stands on it; afterwards the next one."""
    found = fetch(queries.scans_visible_to(request.user), pk, rules.can_attach, request.user)
    if found.recorded_at:
        return see_other("consents:person", found.request.person_id)
    code = CodeForm(request.POST if "find" in request.POST else None, initial={"code": found.code})
    asked = _asked(request, found, code)
    form = _attach_form(request, asked, on_sheet=found.kind) if asked else None
    if form and "attach" in request.POST and form.is_valid() and _attach(request, form, found, asked):
        following = queries.waiting_scans(request.user, found.organisation).first()
        return see_other("consents:scan", following.pk) if following else see_other("consents:scans")
    context = {
        "scan": found,
        "code": code,
        "asked": asked,
        "form": form,
        "pages": range(1, found.pages + 1) if _is_seen(found) else (),
        "said": OF_SCANS[ScanFinding(found.finding)],
        "left": queries.waiting_scans(request.user, found.organisation).count(),
    }
    status = 422 if (code.errors or (form and form.errors)) else 200
    return render_page(request, "consents/scan.html", context, status=status)


def _asked(request: HttpRequest, found: Any, code: CodeForm) -> Any:
    """The request that the sheet belongs to: named before, found by the code or by the name."""
    mine = queries.requests_visible_to(request.user).filter(organisation=found.organisation_id)
    if (named := request.POST.get("request", "")).isdecimal() and len(named) <= 18:
        return mine.filter(pk=int(named)).first()
    if "find" not in request.POST:
        by_itself = found.request_id and mine.filter(pk=found.request_id).first()
        return by_itself or (queries.by_code(request.user, found.code) if found.code else None)
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


def _attach_form(
    request: HttpRequest, asked: Any, kind: type[AttachForm] = AttachForm, on_sheet: str = "", **more: Any
) -> AttachForm:
    on = clock.today(asked.organisation.time_zone)
    kinds = [(one.kind, ConsentKind(one.kind).label) for one in asked.asked.all()]
    parties = [(party, SigningParty(party).label) for party in queries.parties_of(asked.person, on)]
    named = {code for code, _label in kinds} & {on_sheet}
    only = [code for code, _label in kinds] if len(kinds) == 1 else list(named)
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
    form = _attach_form(request, asked, PhotoForm, _kind_of_sheet(request, asked), files=request.FILES or None)
    if request.method == "POST" and form.is_valid() and _photographed(request, form, asked):
        messages.success(request, _("Записано: %(name)s.") % {"name": asked.person.list_name})
        return see_other("consents:person", asked.person_id)
    context = {"asked": asked, "form": form}
    return render_page(request, "consents/sheet.html", context, status=422 if request.method == "POST" else 200)


def _kind_of_sheet(request: HttpRequest, asked: Any) -> str:
    """Which of the consents the square code names."""
    place = request.GET.get("s", "").partition("-")[0]
    kinds = [one.kind for one in asked.asked.all()]
    return kinds[int(place) - 1] if place.isdecimal() and len(place) < 3 and 0 < int(place) <= len(kinds) else ""


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


@allow(rules.records_consents, methods=("GET", "HEAD"))
def scan_picture(request: HttpRequest, pk: int) -> HttpResponse:
    """A page of the scan as a picture, drawn for the eyes; the first unless another is asked for."""
    found = fetch(queries.scans_visible_to(request.user), pk, rules.can_attach, request.user)
    page = request.GET.get("page", "")
    try:
        picture = queries.picture_of(found, int(page) if page.isdecimal() and len(page) < 5 else 1)
    except Unreadable:
        raise Http404 from None
    return give_file(picture, title=_("Скан.jpg"), content_type="image/jpeg", inline=True)


def _is_seen(found: Any) -> bool:
    return found.finding not in NOT_SEEN


def _told(kept: list[Any]) -> str:
    """How many sheets came, how many found their child, and that pages are still being read."""
    reading = sum(scan.finding == ScanFinding.READING for scan in kept)
    known = sum(scan.request_id is not None for scan in kept)
    words = []
    if sheets := len(kept) - reading:
        said = ngettext("Принят %(n)s лист, ", "Принято листов: %(n)s, ", sheets) % {"n": sheets}
        words.append(said + _("узнано по коду: %(n)s.") % {"n": known})
    if reading:
        words.append(_("Страницы файла читаем: обновите страницу через минуту."))
    return " ".join(words)


def _only_one(kept: list[Any]) -> bool:
    return len(kept) == 1 and kept[0].finding != ScanFinding.READING


def _waiting(request: HttpRequest, organisation: Any) -> list[tuple[str, list[tuple[Any, Any]]]]:
    """Scans nobody has recorded: known by their code, then those to be brought by hand, each with its sentence."""
    rows = list(queries.waiting_scans(request.user, organisation)[:MOST])
    told = [(scan, OF_SCANS[ScanFinding(scan.finding)]) for scan in rows]
    known = [row for row in told if row[0].finding == ScanFinding.FOUND]
    others = [row for row in told if row[0].finding != ScanFinding.FOUND]
    return [
        (title, group)
        for title, group in ((_("Узнаны по коду: проверьте подписи"), known), (_("Разберите сами"), others))
        if group
    ]
