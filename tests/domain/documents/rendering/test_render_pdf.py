import json
import re
import shutil
import subprocess

import pytest

from nastavnik.domain.documents.kinds import appointment_order, certificate
from nastavnik.domain.documents.rendering import pdf
from nastavnik.domain.documents.rendering.papers import render
from tests.domain.documents.rendering import samples

NB = "\u00a0"
needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


def order_pdf(**changes) -> bytes:
    return render("appointment_order", appointment_order.build(samples.order(**changes)), "pdf")


def certificate_pdf(**changes) -> bytes:
    return render("certificate", certificate.build(samples.certificate(**changes)), "pdf")


def text_of(data: bytes) -> str:
    command = [shutil.which("pdftotext"), "-layout", "-", "-"]
    shown = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    return " ".join(shown.replace(NB, " ").split())


def pages_of(data: bytes) -> int:
    return max(int(count) for count in re.findall(rb"/Count (\d+)", data))


def page_sizes(data: bytes) -> set[tuple[int, int]]:
    boxes = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", data)
    return {(round(float(width)), round(float(height))) for width, height in boxes}


def test_order_is_a4_and_archivable():
    data = order_pdf()

    assert data.startswith(b"%PDF-1.7")
    assert b"pdfaid" in data
    assert page_sizes(data) == {(595, 842)}


def test_same_context_gives_the_same_bytes():
    assert order_pdf() == order_pdf()
    assert certificate_pdf() == certificate_pdf()


def test_built_data_survives_being_kept_as_json():
    built = certificate.build(samples.certificate())

    assert render("certificate", json.loads(json.dumps(built)), "pdf") == certificate_pdf()


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"name": samples.LONG_NAME, "role": "mentee"},
        {"programme": "Естественно-научное наставничество " * 6},
        {"meetings": None, "hours": None, "note": "", "form": ""},
    ],
    ids=["plain", "name of 61 letters", "programme of 200 letters", "few facts"],
)
def test_certificate_is_one_landscape_page(changes):
    data = certificate_pdf(**changes)

    assert pages_of(data) == 1
    assert page_sizes(data) == {(842, 595)}


def test_certificate_is_addressed_in_the_dative():
    built = certificate.build(samples.certificate(name=samples.LONG_NAME, role="mentee"))

    assert (built["lead"], built["name"]) == (
        "вручается",
        "Преображенской-Воздвиженской Анастасии-Виктории Святославовне",
    )
    assert built["deed"] == "за участие в программе наставничества «Старшие – младшим»"


def test_certificate_leaves_a_doubtful_name_as_it_is():
    built = certificate.build(samples.certificate(name=samples.FullName("Сердюк", "Саша")))

    assert (built["lead"], built["name"]) == ("выдан на имя:", "Сердюк Саша")


@pytest.mark.parametrize(
    ("meetings", "hours", "said"),
    [
        (21, 1, f"21{NB}встреча, 1{NB}час"),
        (3, None, f"3{NB}встречи"),
        (11, 12, f"11{NB}встреч, 12{NB}часов"),
        (0, None, f"0{NB}встреч"),
        (None, None, ""),
    ],
)
def test_meetings_and_hours_agree_with_their_words(meetings, hours, said):
    assert certificate.build(samples.certificate(meetings=meetings, hours=hours))["work"] == said


@pytest.mark.parametrize("payload", ["#panic()", "$x$ *b* _i_ <label> @ref", "\\ // [x] #{1+1}", "{{ 7*7 }}"])
def test_payload_in_data_stays_text(payload):
    data = certificate_pdf(programme=payload)

    assert pages_of(data) == 1
    if shutil.which("pdftotext"):
        assert payload in text_of(data)


@needs_pdftotext
def test_certificate_shows_name_code_and_address():
    text = text_of(certificate_pdf())

    for expected in (
        "СЕРТИФИКАТ",
        "№ 118-Н от 29 мая 2026 г.",
        "Воронову Якову Романовичу",
        "за работу наставником в программе наставничества «Старшие – младшим»",
        "с 25 сентября 2025 г. по 22 мая 2026 г.",
        "26 встреч, 19 часов",
        "7КМ4-Х2РЕ-9АВГ-5ТУФ",
        "school17.example.org/check",
        "А. К. Верхнекамская-Ильинская",
    ):
        assert expected in text


@needs_pdftotext
def test_order_as_pdf_has_the_points_of_the_docx_in_their_order():
    built = appointment_order.build(samples.order())
    text = text_of(render("appointment_order", built, "pdf"))

    said = [built["title"], built["preamble"], *built["grounds"], "ПРИКАЗЫВАЮ:"]
    for point in (built["first"], *built["points"]):
        said += [f"{point['number']} {point['text']}", *(f"{part['number']} {part['text']}" for part in point["parts"])]
    said += [*built["basis"], built["signature"]["name"], *(person["name"] for person in built["acknowledged"][:2])]
    places = [text.find(sentence.replace(NB, " ")) for sentence in said]
    assert -1 not in places
    assert places == sorted(places)


def test_long_order_runs_over_pages():
    assert pages_of(render("appointment_order", appointment_order.build(samples.large_order(60)), "pdf")) >= 5


def test_papers_use_the_fonts_that_were_set_up():
    if not pdf.FONTS.is_dir():
        assert pdf.missing_fonts() == pdf.WANTED_FAMILIES
        return
    assert pdf.missing_fonts() == ()
    assert b"PTSerif" in order_pdf()
