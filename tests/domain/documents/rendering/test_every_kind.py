"""Every kind of paper in every drawing: the same words, and none that nobody wrote."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from itertools import zip_longest

import pytest

from nastavnik.domain.documents.kinds import KINDS
from nastavnik.domain.documents.rendering.papers import from_plain, render, render_many, text_of, to_plain
from tests.domain.documents.rendering.reading import PDFTOTEXT, docx_words, pages, paper_words, pdf_words, words
from tests.domain.documents.samples import SAMPLES

CODES = [kind.code for kind in KINDS if kind.code in SAMPLES]
SOFFICE = shutil.which("soffice")
NOT_WORDS = ("None", "{{", "}}", "{%", "«»", "( )", "()", "&amp;", "gettext", "</", "True", "False")


@pytest.fixture(scope="module")
def papers():
    return {kind.code: kind.build(SAMPLES[kind.code]) for kind in KINDS if kind.code in CODES}


@pytest.fixture(scope="module")
def drawn(papers):
    """Code → format → bytes."""
    return {code: {format: render(paper, format) for format in ("docx", "pdf")} for code, paper in papers.items()}


def test_every_kind_has_a_sample():
    assert sorted(SAMPLES) == sorted(kind.code for kind in KINDS)


@pytest.mark.parametrize("code", CODES)
def test_docx_says_what_the_paper_says(code, papers, drawn):
    assert differing(docx_words(drawn[code]["docx"]), paper_words(papers[code])) is None


@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("code", CODES)
def test_pdf_says_what_the_paper_says(code, papers, drawn):
    """Letter by letter: a reader of PDF may lose the space of a line that is set tight."""
    found, wanted = pdf_words(drawn[code]["pdf"], papers[code]), paper_words(papers[code])

    assert differing("".join(found).replace("–", ""), "".join(wanted).replace("–", "")) is None


@pytest.mark.parametrize("code", CODES)
def test_nothing_stands_in_a_paper_that_nobody_wrote(code, papers):
    text = "\n".join(text_of(papers[code])).replace("\u00a0", " ")

    assert [mark for mark in NOT_WORDS if mark in text] == []
    assert re.findall(r".{0,20}(?:  |\.\.|;\.|,\.| [,;.!]).{0,20}", text.replace("  ·  ", " · ")) == []
    assert wrong_plurals(text) == []


@pytest.mark.parametrize("code", CODES)
def test_every_style_in_use_is_one_of_the_base_page(code, drawn):
    with zipfile.ZipFile(io.BytesIO(drawn[code]["docx"])) as archive:
        used = set(re.findall(rb'<w:(?:p|tbl)Style w:val="(\w+)"', archive.read("word/document.xml")))
        known = set(re.findall(rb'w:styleId="(\w+)"', archive.read("word/styles.xml")))

    assert used - known == set()


@pytest.mark.parametrize("code", CODES)
def test_a_kept_paper_is_the_paper(code, papers):
    assert from_plain(to_plain(papers[code])) == papers[code]


@pytest.mark.parametrize("code", CODES)
def test_codes_of_sections_are_once_in_a_paper_and_fit_a_template(code, papers):
    codes = [section.code for section in papers[code].sections]

    assert len(codes) == len(set(codes))
    assert [one for one in codes if not re.fullmatch(r"[a-z][a-z0-9_]*", one)] == []


@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed")
def test_one_print_job_counts_the_pages_of_each_paper_anew(papers, drawn):
    some = [papers[code] for code in CODES[:4]]

    together = render_many(some, title="Для печати")

    sheets = [pages(drawn[code]["pdf"]) for code in CODES[:4]]
    assert pages(together) == sum(number + number % 2 for number in sheets[:-1]) + sheets[-1]
    assert render_many(some, title="Для печати") == together


@pytest.mark.slow
@pytest.mark.skipif(None in (SOFFICE, PDFTOTEXT), reason="LibreOffice or pdftotext is not installed")
def test_an_office_opens_every_docx_with_the_same_words(papers, drawn, tmp_path):
    for code, files in drawn.items():
        (tmp_path / f"{code}.docx").write_bytes(files["docx"])
    sources = [str(tmp_path / f"{code}.docx") for code in drawn]
    command = [SOFFICE, "--headless", f"-env:UserInstallation=file://{tmp_path}/office", "--convert-to", "pdf"]

    subprocess.run([*command, "--outdir", str(tmp_path), *sources], check=True, capture_output=True, timeout=180)

    assert pages((tmp_path / "certificate.pdf").read_bytes()) == 1
    for code in drawn:
        converted = (tmp_path / f"{code}.pdf").read_bytes()
        assert pages(converted) >= 1, code
        shown = "".join(pdf_words(converted))
        lines = ["".join(words([line])) for line in text_of(papers[code])]
        assert [line for line in lines if line not in shown] == [], code


@pytest.mark.parametrize(
    ("text", "found"),
    [("1 встреч", True), ("21 встреч", True), ("11 встреч", False), ("3 встреч", True), ("13 встреч", False)]
    + [("5 встречи", True), ("2 встречи", False), ("12 часов", False), ("4 часов", True), ("1 час", False)],
)
def test_wrong_plurals_are_seen(text, found):
    assert bool(wrong_plurals(text)) is found


def wrong_plurals(text: str) -> list[str]:
    """Numbers that do not agree with the word after them."""
    forms = {
        "one": r"(?:встреча|час|пара|месяц|неделя|день|год|участник|модуль)",
        "few": r"(?:встречи|часа|пары|месяца|недели|дня|года|участника|модуля)",
        "many": r"(?:встреч|часов|пар|месяцев|недель|дней|лет|участников|модулей)",
    }
    wrong = []
    for number, word in re.findall(r"(?<![\d.,/№-])(?<!№ )(\d+) ([а-яё]+)", text):
        wanted = _form(int(number))
        said = [name for name, pattern in forms.items() if re.fullmatch(pattern, word)]
        if said and wanted not in said:
            wrong.append(f"{number} {word}")
    return wrong


def _form(number: int) -> str:
    if number % 10 == 1 and number % 100 != 11:
        return "one"
    return "few" if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else "many"


def differing(found: Sequence[str], wanted: Sequence[str]) -> tuple[Sequence[str], Sequence[str]] | None:
    """The first place where two readings part, with something around it."""
    for place, (one, other) in enumerate(zip_longest(found, wanted)):
        if one != other:
            around = slice(max(0, place - 12), place + 12)
            return found[around], wanted[around]
    return None
