import json
import re
import shutil
import subprocess

import pytest

from nastavnik.domain.documents.kinds import appointment_order, certificate
from nastavnik.domain.documents.rendering import pdf
from nastavnik.domain.documents.rendering.papers import render, render_many, text_of, to_plain
from tests.domain.documents.rendering import samples

NB = "\u00a0"
PDFTOTEXT = shutil.which("pdftotext")
needs_pdftotext = pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed")


def order_pdf(**changes) -> bytes:
    return render(appointment_order.build(samples.order(**changes)), "pdf")


def certificate_pdf(**changes) -> bytes:
    return render(certificate.build(samples.certificate(**changes)), "pdf")


def shown_in(data: bytes) -> str:
    command = [PDFTOTEXT, "-layout", "-", "-"]
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
    kept = json.loads(json.dumps(to_plain(certificate.build(samples.certificate()))))

    assert render(kept, "pdf") == certificate_pdf()


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


def told(**changes) -> list[str]:
    return text_of(certificate.build(samples.certificate(**changes)))


def test_certificate_is_addressed_in_the_dative():
    said = told(name=samples.LONG_NAME, role="mentee")

    start = said.index("вручается")
    assert said[start + 1] == "Преображенской-Воздвиженской Анастасии-Виктории Святославовне"
    assert said[start + 3] == "за участие в программе наставничества «Старшие – младшим»"


def test_certificate_leaves_a_doubtful_name_as_it_is():
    said = told(name=samples.FullName("Сердюк", "Саша"))

    assert said[said.index("выдан на имя:") + 1] == "Сердюк Саша"


@pytest.mark.parametrize(
    ("meetings", "hours", "said"),
    [
        (21, 1, f"21{NB}встреча, 1{NB}час"),
        (3, None, f"3{NB}встречи"),
        (11, 12, f"11{NB}встреч, 12{NB}часов"),
        (0, None, f"0{NB}встреч"),
    ],
)
def test_meetings_and_hours_agree_with_their_words(meetings, hours, said):
    assert said in told(meetings=meetings, hours=hours, form="")


def test_unknown_work_is_not_told():
    assert not [line for line in told(meetings=None, hours=None) if "встреч" in line or "час" in line]


@pytest.mark.parametrize("payload", ["#panic()", "$x$ *b* _i_ <label> @ref", "\\ // [x] #{1+1}", "{{ 7*7 }}"])
def test_payload_in_data_stays_text(payload):
    data = certificate_pdf(programme=payload)

    assert pages_of(data) == 1
    if PDFTOTEXT:
        assert payload in shown_in(data)


@needs_pdftotext
def test_certificate_shows_name_code_and_address():
    text = shown_in(certificate_pdf())

    for expected in (
        "СЕРТИФИКАТ",
        "№ 118\u2011Н от 29 мая 2026 г.",
        "Воронову Якову Романовичу",
        "за работу наставником в программе наставничества «Старшие – младшим»",
        "с 25 сентября 2025 г. по 22 мая 2026 г.",
        "26 встреч, 19 часов",
        "7КМ4-Х2РЕ-9АВГ-5ТУФ",
        "school17.example.org/check",
        "А. К. Верхнекамская-Ильинская",
    ):
        assert expected in text


def test_long_order_runs_over_pages():
    assert pages_of(render(appointment_order.build(samples.large_order(60)), "pdf")) >= 5


@needs_pdftotext
def test_head_of_a_long_table_is_repeated_and_its_rows_are_whole():
    data = render(appointment_order.build(samples.large_order(60)), "pdf")
    shown = subprocess.run([PDFTOTEXT, "-raw", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()

    pages = shown.split("\f")
    assert [page.splitlines()[:2] for page in pages[1:3]] == [
        ["2", "№ Наставник Наставляемый Форма Вид Срок"],
        ["3", "№ Наставник Наставляемый Форма Вид Срок"],
    ]


def test_papers_use_the_fonts_that_were_set_up():
    if not pdf.FONTS.is_dir():
        assert pdf.missing_fonts() == pdf.WANTED_FAMILIES
        return
    assert pdf.missing_fonts() == ()
    assert b"PTSerif" in order_pdf()


@needs_pdftotext
def test_printed_on_both_sides_no_sheet_holds_two_papers_and_each_counts_from_one():
    order, award = appointment_order.build(samples.order()), certificate.build(samples.certificate())

    data = render_many([award, order, award, award])

    shown = subprocess.run([PDFTOTEXT, "-raw", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()
    pages = shown.split("\f")[:-1]
    assert pages_of(render(order, "pdf")) == 2
    assert [bool(page.strip()) for page in pages] == [True, False, True, True, True, False, True]
    assert ["СЕРТИФИКАТ" in page for page in pages] == [True, False, False, False, True, False, True]
    assert pages[3].splitlines()[0] == "2"
    assert not pages[2].splitlines()[0].strip().isdecimal()  # the first page of a paper bears no number
