import zipfile

import pytest
from scripts.make_docx_templates import write_all

from nastavnik.domain.documents.rendering.docx import TEMPLATES

NAMES = ["appointment_order.docx", "programme_report.docx"]


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("templates")
    write_all(folder)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_templates_are_what_their_script_writes(name, written):
    assert parts(TEMPLATES / name) == parts(written / name)


def test_every_template_has_its_source():
    assert sorted(path.name for path in TEMPLATES.iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_templates_carry_no_pictures_and_no_spare_parts(name):
    assert {part for part in parts(TEMPLATES / name) if not part.endswith((".xml", ".rels"))} == set()
    assert not [part for part in parts(TEMPLATES / name) if "theme" in part or "customXml" in part]
