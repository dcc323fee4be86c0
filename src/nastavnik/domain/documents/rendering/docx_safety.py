"""What a DOCX template may hold. A school may bring its own, so nothing in it is trusted."""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import SandboxedEnvironment

MAX_UNPACKED = 20 * 1024 * 1024
MAX_ENTRIES = 500
MAX_LOOP_DEPTH = 1  # values are words: a loop inside a loop goes over letters again and again
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
INSPECTED = (".xml", ".rels")
PICTURE = "image/svg+xml"
FOREIGN_CONTENT = ("vbaproject", "vbadata", "embeddings/", "activex/", "afchunk", "attachedtoolbars")
FETCHING_FIELD = re.compile(r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|RD|MACROBUTTON|DATABASE)\b", re.I)
ALLOWED_NODES = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Const,
    nodes.For,
    nodes.If,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Compare,
    nodes.Operand,
)


class TemplateRefused(ValueError):
    """A template that is not used; `code` and `params` say why."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class PaperEnvironment(SandboxedEnvironment):
    """Fields, conditions and loops over what was given; no calls, no arithmetic, no private names."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _check(tree, 0)
        return tree


def inspect_template(data: bytes) -> None:
    """Refuses what is no DOCX, is too large, carries macros or foreign objects, or fetches from outside.

    Raises TemplateRefused with one of not_docx, too_large, macros, foreign_content, external, fetching_field,
    entities. A hyperlink is the one thing outside that may be named: it fetches nothing by itself.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _inspect_size(archive)
            parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise TemplateRefused("not_docx") from error
    for name, content in parts.items():
        _inspect_part(name, content)
    _inspect_types(parts)


def _inspect_size(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise TemplateRefused("too_large", limit=MAX_UNPACKED)
    if "word/document.xml" not in archive.namelist():
        raise TemplateRefused("not_docx")


def _inspect_part(name: str, content: bytes) -> None:
    lowered = name.lower()
    if found := [mark for mark in FOREIGN_CONTENT if mark in lowered]:
        raise TemplateRefused("macros" if found[0].startswith("vba") else "foreign_content", part=name)
    if PurePosixPath(lowered).suffix not in INSPECTED:
        return
    try:
        root = ElementTree.fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise TemplateRefused("entities", part=name) from error
    except ElementTree.ParseError as error:
        raise TemplateRefused("not_docx", part=name) from error
    if lowered.endswith(".rels"):
        _inspect_relationships(name, root)
    _inspect_fields(name, root)


def _inspect_relationships(name: str, root: Any) -> None:
    for relationship in root:
        if relationship.get("TargetMode", "").lower() != "external":
            continue
        kind, target = relationship.get("Type", ""), relationship.get("Target", "").lower()
        if kind.endswith("/hyperlink") and target.startswith(("http://", "https://", "mailto:")):
            continue
        raise TemplateRefused("external", part=name)


def _inspect_fields(name: str, root: Any) -> None:
    """Field codes may be cut into pieces, so they are put together before they are read."""
    pieces = []
    for element in root.iter():
        tag = element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
        if tag in {"instrText", "delInstrText"}:
            pieces.append(element.text or "")
        if tag == "fldSimple":
            pieces += [" ", *(value for key, value in element.attrib.items() if key.endswith("instr")), " "]
        if tag == "fldChar":
            pieces.append(" ")
        if tag in {"altChunk", "object", "OLEObject", "control", "attachedTemplate"}:
            raise TemplateRefused("foreign_content", part=name)
    if FETCHING_FIELD.search("".join(pieces)):
        raise TemplateRefused("fetching_field", part=name)


def _inspect_types(parts: Mapping[str, bytes]) -> None:
    content = parts.get("[Content_Types].xml", b"")
    text = content.decode("utf-8", "replace")
    if "macroEnabled" in text or "vbaProject" in text:
        raise TemplateRefused("macros", part="[Content_Types].xml")
    if MAIN_TYPE not in text:
        raise TemplateRefused("not_docx", part="[Content_Types].xml")
    for entry in ElementTree.fromstring(content, forbid_dtd=True):
        _inspect_type(entry.get("PartName", ""), entry.get("Extension", ""), entry.get("ContentType", "").lower())


def _inspect_type(part: str, extension: str, content_type: str) -> None:
    """Every part that is read as XML bears a name by which it was inspected."""
    is_xml = content_type.endswith(("+xml", "/xml")) and content_type != PICTURE
    if is_xml and PurePosixPath(part.lower() or f"_.{extension.lower()}").suffix not in INSPECTED:
        raise TemplateRefused("not_docx", part=part or extension)


def _check(node: nodes.Node, depth: int) -> None:
    if not isinstance(node, ALLOWED_NODES):
        raise TemplateRefused("unsafe_expression", construct=type(node).__name__)
    if isinstance(node, nodes.For):
        depth += 1
        if depth > MAX_LOOP_DEPTH or node.recursive:
            raise TemplateRefused("unsafe_expression", construct="For")
    for name in _names(node):
        if name.startswith("_"):
            raise TemplateRefused("unsafe_expression", construct=name)
    for child in node.iter_child_nodes():
        _check(child, depth)


def _names(node: nodes.Node) -> list[str]:
    if isinstance(node, nodes.Getattr):
        return [node.attr]
    if isinstance(node, nodes.Name):
        return [node.name]
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return [str(node.arg.value)]
    return []
