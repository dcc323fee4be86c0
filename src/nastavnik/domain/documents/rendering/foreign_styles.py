"""Our blocks in somebody else's document: its own styles where it has them by name, ours where it has none."""

from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.oxml.parser import parse_xml

from nastavnik.domain.documents.rendering.docx_paper import BASE, OPENING

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLED = (f"{W}pStyle", f"{W}tblStyle")
LIST = "ListBullet"
DASH = "– "


def fitted(drawn: str, document: Document) -> list[Any]:
    """The elements of drawn blocks, with styles that the document has."""
    body = parse_xml(f"{OPENING}{drawn}</w:body></w:document>".encode())[0]
    styles = document.styles.element
    theirs = {_name(style): style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    ours = _our_styles()
    if _name(ours[LIST]) not in theirs:
        _dash_lists(body)
    known: dict[str, str] = {}
    for tag in STYLED:
        for element in body.iter(tag):
            wanted = element.get(f"{W}val")
            known[wanted] = known.get(wanted) or _given(wanted, ours, theirs, styles)
            element.set(f"{W}val", known[wanted])
    return list(body)


def _given(wanted: str, ours: dict[str, Any], theirs: dict[str, str], styles: Any) -> str:
    """The id of their style of this name; else ours is added, with those it is based on."""
    style = ours[wanted]
    found = theirs.get(_name(style))
    if found:
        return found
    added = deepcopy(style)
    given = wanted if wanted not in theirs.values() else f"Paper{wanted}"
    added.set(f"{W}styleId", given)
    for link in ("basedOn", "next"):
        element = added.find(f"{W}{link}")
        if element is not None and element.get(f"{W}val") != wanted:
            element.set(f"{W}val", _given(element.get(f"{W}val"), ours, theirs | {_name(style): given}, styles))
    styles.append(added)
    theirs[_name(style)] = given
    return given


def _dash_lists(body: Any) -> None:
    """Lists of a document without our numbering: a dash before each item."""
    for style in body.iter(f"{W}pStyle"):
        if style.get(f"{W}val") == LIST:
            style.set(f"{W}val", "BodyText")
            words = style.getparent().getparent().find(f"{W}r/{W}t")
            if words is not None:
                words.text = DASH + (words.text or "")


def _our_styles() -> dict[str, Any]:
    root = parse_xml((BASE / "word" / "styles.xml").read_bytes())
    return {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}


def _name(style: Any) -> str:
    return str(style.find(f"{W}name").get(f"{W}val")).casefold()
