"""Scans are read: a file of many sheets is taken apart, each sheet brought to the child whose code it bears."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any

from django.db import transaction

from nastavnik.core import audit, jobs
from nastavnik.domain.consents.codes import typed_code
from nastavnik.domain.consents.enums import ScanFinding
from nastavnik.domain.consents.models import ConsentRequest, RequestedConsent, ScannedPaper
from nastavnik.domain.consents.reading import limits
from nastavnik.domain.consents.reading.isolated import ReadSheet, read_sheets
from nastavnik.domain.consents.reading.refused import Unreadable
from nastavnik.domain.consents.squares import Square, mark_of, read_square
from nastavnik.domain.files.actions import remove, store
from nastavnik.domain.files.checking import content_type_of
from nastavnik.domain.files.errors import FileUnknown
from nastavnik.domain.files.queries import read
from nastavnik.domain.organisations.models import Organisation

READABLE = ("image/", "application/pdf")
JOB = "consents.read_scan"


@transaction.atomic
def keep_scans(organisation: Organisation, uploads: Iterable[tuple[str, bytes]], *, by: Any) -> list[ScannedPaper]:
    """Keep pictures or PDFs as they came, or, with the first that is none, nothing.

    A file that is called by the code of its sheet is recognised by it. Raises the errors of `files`.
    """
    kept = []
    for title, content in uploads:
        kind = content_type_of(content, title, most=limits.FILE_BYTES)
        if not kind.startswith(READABLE):
            raise FileUnknown(title=PurePath(title).name)
        file = store(organisation, title=PurePath(title).name, content=content, content_type=kind, by=by)
        code = typed_code(PurePath(title).stem)
        kept.append(ScannedPaper.objects.create(organisation=organisation, file=file, code=code))
    return kept


def take_scans(organisation: Organisation, uploads: Sequence[tuple[str, bytes]], *, by: Any) -> list[ScannedPaper]:
    """Keep scans and read them: a few pages while one waits, more in the background. Raises the errors of `files`."""
    kept = keep_scans(organisation, uploads, by=by)
    few = len(kept) <= limits.AT_ONCE
    return [one for scan in kept for one in (few and read_scan(scan, at_once=True)) or [_read_later(scan)]]


@transaction.atomic
def _read_later(scan: ScannedPaper) -> ScannedPaper:
    jobs.enqueue(JOB, organisation_id=scan.organisation_id, key=f"{JOB}/{scan.pk}", scan_id=scan.pk)
    return _found(scan, ScanFinding.READING)


def read_scan(scan: ScannedPaper, *, at_once: bool = False) -> list[ScannedPaper]:
    """Read the pages of a scan; returns its sheets. Empty where there are more pages than are read `at_once`: nothing
    is changed then. A scan that somebody brought to its child meanwhile stays as it is."""
    try:
        sheets = read_sheets(read(scan.file), scan.file.content_type, at_once=at_once)
    except Unreadable as refusal:
        with transaction.atomic():
            named = _by_name_of_file(scan)
            return [_brought(scan, named, None) if named else _found(scan, ScanFinding(refusal.code))]
    if sheets is None:
        return []
    with transaction.atomic():
        here = ScannedPaper.objects.select_for_update().filter(pk=scan.pk, recorded_at=None).first()
        if here is None or here.request_id:
            return [here or scan]
        return _taken_apart(here, sheets) if len(sheets) > 1 else [_settle(here, sheets[0])]


def _taken_apart(scan: ScannedPaper, sheets: Sequence[ReadSheet]) -> list[ScannedPaper]:
    """Every sheet becomes a file of its own: the paper of one child holds nothing of another's, and is erased alone."""
    whole, stem = scan.file, PurePath(scan.file.title).stem[:150]
    made = []
    for sheet in sheets:
        last = sheet.first + sheet.pages - 1
        numbers = f"{sheet.first}" if last == sheet.first else f"{sheet.first}–{last}"
        file = store(
            scan.organisation,
            title=f"{stem}, стр. {numbers}.pdf",
            content=sheet.content,
            content_type=whole.content_type,
            by=whole.uploaded_by,
        )
        made.append(_settle(ScannedPaper.objects.create(organisation=scan.organisation, file=file), sheet))
    audit.record("scannedpaper.split", scan, by=whole.uploaded_by)
    scan.delete()
    remove(whole)
    return made


def _settle(scan: ScannedPaper, sheet: ReadSheet) -> ScannedPaper:
    """Bring a sheet to the request that its code names, or say why not."""
    scan.pages = sheet.pages
    squares = [square for said in sheet.said if (square := read_square(said))]
    if not squares:
        if named := _by_name_of_file(scan):
            return _brought(scan, named, None)
        return _found(scan, ScanFinding.FOREIGN if sheet.said else ScanFinding.NO_CODE)
    requests = {_request_of(scan, square) for square in squares}
    if len(requests) > 1:
        return _found(scan, ScanFinding.SEVERAL)
    request = requests.pop()
    if request is None:
        return _found(scan, ScanFinding.UNKNOWN)
    places = {square.place for square in squares}
    asked = list(request.asked.order_by("id"))
    place = places.pop() if len(places) == 1 else 0
    return _brought(scan, request, asked[place - 1] if 0 < place <= len(asked) else None)


def _by_name_of_file(scan: ScannedPaper) -> ConsentRequest | None:
    return _request_of(scan, Square(0, code=scan.code)) if scan.code else None


def _request_of(scan: ScannedPaper, square: Square) -> ConsentRequest | None:
    mine = ConsentRequest.objects.filter(organisation=scan.organisation_id)
    if square.request is None:
        return mine.filter(code=square.code).first()
    found = mine.filter(pk=square.request).first()
    return found if found and mark_of(found.code) == square.mark else None


def _brought(scan: ScannedPaper, request: ConsentRequest, asked: RequestedConsent | None) -> ScannedPaper:
    kind = asked.kind if asked else ""
    same = ScannedPaper.objects.filter(request=request, kind=kind).exclude(pk=scan.pk)
    scan.request, scan.code, scan.kind = request, request.code, kind
    audit.record("scannedpaper.bring", scan, by=scan.file.uploaded_by, fields=["request"])
    return _found(scan, ScanFinding.TWICE if same.exists() else ScanFinding.FOUND)


def _found(scan: ScannedPaper, finding: ScanFinding) -> ScannedPaper:
    scan.finding = finding
    scan.save(update_fields=["request", "code", "kind", "pages", "finding"])
    return scan
