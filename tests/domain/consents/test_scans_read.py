"""Sheets as the program prints them, put through a scanner: every page comes back to its child."""

import io
import struct
import zlib

import pypdfium2
import pytest
from PIL import Image

from nastavnik.core import jobs
from nastavnik.domain.consents import actions
from nastavnik.domain.consents.enums import ScanFinding
from nastavnik.domain.consents.errors import ScanIsAttached
from nastavnik.domain.consents.models import Consent, ScannedPaper
from nastavnik.domain.consents.reading import isolated, limits, sheets
from nastavnik.domain.consents.reading.refused import Unreadable
from nastavnik.domain.documents.actions import consent_sheets
from nastavnik.domain.documents.rendering.square import png
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.files.queries import read
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
BASE = "https://school.example"
PDF = "application/pdf"


@pytest.fixture
def by():
    return make.staff(RoleCode.COORDINATOR)


@pytest.fixture
def school(by):
    return by.person.organisation


def asked(school, by, number=1, kinds=("processing",)):
    children = [make.PersonFactory(organisation=school) for _child in range(number)]
    return actions.sheets_for(children, kinds=kinds, by=by)


def printed(requests, dots=110):
    """The pages as grey pictures."""
    document = pypdfium2.PdfDocument(consent_sheets(requests, base=BASE))
    return [page.render(scale=dots / 72, grayscale=True).to_pil() for page in document]


def scanned(pages, **more):
    """Pictures in one PDF, as a copier makes it."""
    target = io.BytesIO()
    pages[0].save(target, "PDF", save_all=True, append_images=pages[1:], resolution=110, **more)
    return target.getvalue()


def photo(page, kind="JPEG", **more):
    target = io.BytesIO()
    page.save(target, kind, **more)
    return target.getvalue()


def turned(page, degrees):
    return page.rotate(degrees, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)


def test_one_file_of_many_sheets_is_taken_apart_and_every_page_finds_its_child(school, by):
    requests = asked(school, by, 4)
    fronts = [page for page in printed(requests) if sheets.squares_on(page)]
    blank = Image.new("L", fronts[0].size, 250)
    angles = (0, 3, 90, 178)
    pages = [page for front, angle in zip(fronts, angles, strict=True) for page in (turned(front, angle), blank)]

    (waiting,) = actions.take_scans(school, [("Пачка.pdf", scanned(pages))], by=by)
    assert waiting.finding == ScanFinding.READING
    jobs.run_due()

    found = list(ScannedPaper.objects.select_related("file"))
    assert [scan.request_id for scan in found] == [request.pk for request in requests]
    assert {(scan.finding, scan.kind, scan.pages, scan.recorded_at) for scan in found} == {
        (ScanFinding.FOUND, "processing", 2, None)
    }
    assert [scan.file.title for scan in found][:2] == ["Пачка, стр. 1–2.pdf", "Пачка, стр. 3–4.pdf"]
    assert StoredFile.objects.count() == 4  # nobody's file holds the sheet of another
    assert len(pypdfium2.PdfDocument(read(found[3].file))) == 2
    assert not Consent.objects.exists()  # a machine sees no signature


def test_a_page_without_a_code_a_strange_code_and_a_sheet_that_came_before_wait_for_a_person(school, by):
    (request,) = asked(school, by)
    (sheet, *_back) = printed([request])
    poster = Image.open(io.BytesIO(png("https://school.example/a/клён/"))).convert("L").resize((600, 600))
    page = Image.new("L", (900, 1200), 255)
    page.paste(poster, (100, 100))
    plain = sheet.crop((0, 0, sheet.width, sheet.height // 2))
    other = Image.open(io.BytesIO(png(f"https://other.example/consents/sheets/{request.pk}/?s=1-0123abcd")))
    uploads = [photo(one) for one in (sheet, plain, page)]

    first = actions.take_scans(school, [(f"{number}.jpg", one) for number, one in enumerate(uploads)], by=by)
    again = actions.take_scans(
        school, [("5.jpg", uploads[0]), ("6.png", photo(other.convert("L").resize((500, 500)), "PNG"))], by=by
    )

    assert [scan.finding for scan in first] == ["found", "no_code", "foreign"]
    assert [(scan.finding, scan.request_id) for scan in again] == [("twice", request.pk), ("unknown", None)]


def test_another_schools_sheet_on_the_same_server_names_nobody(school, by):
    stranger = make.staff(RoleCode.COORDINATOR)
    (request,) = asked(stranger.person.organisation, stranger)

    (scan,) = actions.take_scans(school, [("1.jpg", photo(printed([request])[0]))], by=by)

    assert (scan.finding, scan.request_id, scan.code) == ("unknown", None, "")


def test_what_is_recorded_is_not_recorded_again(school, by):
    (request,) = asked(school, by, kinds=("processing", "participation"))
    pages = [page for page in printed([request]) if sheets.squares_on(page)]
    kinds = []
    for number, page in enumerate(pages):
        (scan,) = actions.take_scans(school, [(f"{number}.jpg", photo(page))], by=by)
        kinds.append((scan.kind, scan.finding))
    given = {"kinds": ["participation"], "parties": ["guardian"], "signed_on": request.asked_on, "by": by}

    actions.attach_scan(scan, request, **given)

    assert kinds == [("processing", "found"), ("participation", "found")]
    assert Consent.objects.get().kind == "participation"
    with pytest.raises(ScanIsAttached):
        actions.attach_scan(scan, request, **given)
    with pytest.raises(ScanIsAttached):
        actions.discard_scan(scan, by=by)


def test_the_pages_of_a_long_sheet_stay_together(school, by):
    draft = actions.draft_text(school, "participation", by=by)
    draft.body = "Ещё одно условие, написанное школой подробно. " * 90
    draft.save()
    actions.publish_draft(draft, by=by)
    requests = asked(school, by, 2, kinds=("participation",))
    pages = printed(requests, 150)
    pages = [page for page in pages if sheets.squares_on(page)]

    assert len(pages) == 6
    found = isolated.read_sheets(scanned(pages), PDF)
    assert [(sheet.first, sheet.pages) for sheet in found] == [(1, 3), (4, 3)]


def test_a_telephone_held_sideways_is_read(school, by):
    (request,) = asked(school, by)
    sideways = printed([request], 200)[0].rotate(90, expand=True)
    exif = Image.Exif()
    exif[0x0112] = 6

    (scan,) = actions.take_scans(school, [("IMG_1.jpg", photo(sideways, quality=40, exif=exif))], by=by)

    assert (scan.request_id, scan.finding) == (request.pk, "found")


def said_to_be(side):
    """A PNG of a hundred bytes that unpacks to a gigabyte."""
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    drawn = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(drawn)


@pytest.mark.parametrize("limit", ["pixels", "pages"])
def test_bombs_are_refused(limit):
    if limit == "pages":
        document = pypdfium2.PdfDocument.new()
        for _page in range(limits.PAGES + 1):
            document.new_page(10, 10)
        target = io.BytesIO()
        document.save(target)
        content, kind, code = target.getvalue(), PDF, "too_many"
    else:
        content, kind, code = said_to_be(30_000), "image/png", "too_heavy"

    with pytest.raises(Unreadable) as refused:
        isolated.read_sheets(content, kind)

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("content", "kind", "code"),
    [
        (b"%PDF-1.4", PDF, "broken"),
        (b"\xff\xd8\xff" + b"0" * 50, "image/jpeg", "broken"),
        (b"\0\0\0\x18ftypheic", "image/heic", "not_read"),
    ],
)
def test_what_is_no_scan_is_said(content, kind, code):
    with pytest.raises(Unreadable) as refused:
        isolated.read_sheets(content, kind)

    assert refused.value.code == code
