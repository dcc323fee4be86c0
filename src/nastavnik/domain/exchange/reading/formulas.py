"""Formulas of an .xlsx whose value was never saved: programs that write files without counting leave them so."""

import io
import re
import zipfile

FORMULA = re.compile(
    rb'<c\b[^>]{0,200}?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]{0,200}>\s*<f(?:\s[^>]{0,200})?(?:/>|>[^<]{0,9000}</f>)\s*'
    rb"(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)
SHEET = re.compile(rb"<sheet\b[^>]{0,1000}?:id=[\"']([^\"']{1,100})[\"']")
RELATION = re.compile(rb"<Relationship\b[^>]{0,2000}>")
ATTRIBUTE = re.compile(rb"\b(Id|Target)=[\"']([^\"']{1,500})[\"']")
LARGEST_PART = 20 * 1024 * 1024
MOST = 10_000


def without_values(content: bytes) -> list[list[list[int]]]:
    """For each sheet in the order of the workbook [Excel's row, column from 0]; nothing for other kinds of files."""
    if not content.startswith(b"PK"):
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _parts(archive)
            return [_in_part(archive, part) for part in parts]
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, LookupError, RuntimeError):
        return []  # what could not be opened twice has told its sheets already


def _parts(archive: zipfile.ZipFile) -> list[str]:
    if "xl/workbook.xml" not in archive.namelist() or "xl/_rels/workbook.xml.rels" not in archive.namelist():
        return []
    relations = (dict(ATTRIBUTE.findall(one)) for one in RELATION.findall(archive.read("xl/_rels/workbook.xml.rels")))
    targets = {one.get(b"Id"): one.get(b"Target", b"").decode("utf-8", "replace") for one in relations}
    found = (targets.get(name, "") for name in SHEET.findall(archive.read("xl/workbook.xml")))
    return [one.removeprefix("/") if one.startswith("/") else f"xl/{one}" for one in found]


def _in_part(archive: zipfile.ZipFile, name: str) -> list[list[int]]:
    if name not in archive.namelist() or archive.getinfo(name).file_size > LARGEST_PART:
        return []
    xml = archive.read(name)
    if b"<f" not in xml:
        return []
    cells = []
    for match in FORMULA.finditer(xml):
        cells.append([int(match.group(2)), _column(match.group(1))])
        if len(cells) >= MOST:
            break
    return cells


def _column(letters: bytes) -> int:
    index = 0
    for char in letters:
        index = index * 26 + char - 64
    return index - 1
