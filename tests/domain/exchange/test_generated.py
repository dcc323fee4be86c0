"""Twenty thousand generated lists, whole and damaged: what was known comes back, nothing crashes or takes long."""

import io
import json
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from openpyxl import Workbook

from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.reading import limits
from nastavnik.domain.exchange.reading.book import open_book
from tests.domain.exchange import generated, tiny
from tests.domain.exchange.layouts import people

FUZZ = Path(__file__).resolve().parents[3] / "scripts" / "fuzz.py"
EXAMPLES = 20_000  # lists, damaged lists and forms


def test_twenty_thousand_lists_are_read_or_refused(tmp_path):
    command = [sys.executable, FUZZ, "--number", str(EXAMPLES), "--failures", tmp_path, "--json"]

    done = subprocess.run(command, capture_output=True, text=True)

    told = sorted(path.read_text() for path in tmp_path.glob("*.txt"))
    assert told[:3] == []
    report = json.loads(done.stdout)
    assert (report["number"], report["failures"], report["stopped"]) == (EXAMPLES, [], [])
    assert report["slowest"][0] < limits.CPU_SECONDS
    assert report["peak_bytes"] < limits.MEMORY_BYTES


def test_a_failure_is_found_and_can_be_repeated(tmp_path):
    """The search would see a reader that loses people: here the known list is another one than the file holds."""
    content, role, layout = generated.people_file(7)
    layout.expected.pop()

    with pytest.raises(generated.Wrong) as wrong:
        generated.compare_people(content, role, layout)

    assert wrong.value.content == content
    done = subprocess.run([sys.executable, FUZZ, "--repeat", "people:7"], capture_output=True, text=True)
    assert (done.returncode, done.stdout.startswith("people:7: ")) == (0, True)


@pytest.mark.parametrize("seed", range(12))
def test_the_process_apart_reads_what_this_process_reads(seed):
    for content in (generated.people_file(seed)[0], generated.damaged_content(seed)):
        assert apart(content) == here(content)


def apart(content):
    try:
        return open_book(content, hidden=True).sheets
    except UnreadableFile as error:
        return error.code


def here(content):
    try:
        return generated.opened(content).sheets
    except UnreadableFile as error:
        return error.code


@pytest.mark.parametrize("seed", range(6))
def test_small_workbooks_hold_what_a_library_would_write(seed):
    chance = Random(seed)
    layout = people(chance, "mentee")
    book = Workbook()
    for number, cells in layout.rows:
        for column, cell in enumerate(cells, 1):
            book.active.cell(number, column, cell or None)
    for top, left, bottom, right in layout.merged:
        book.active.merge_cells(start_row=top, end_row=bottom, start_column=left + 1, end_column=right + 1)
    stream = io.BytesIO()
    book.save(stream)

    written = generated.opened(tiny.xlsx([tiny.Sheet("Sheet", layout.rows, layout.merged)], shared=seed % 2 == 0))

    assert generated.opened(stream.getvalue()).sheets == written.sheets
