"""The one picture a paper may hold: its square code."""

from nastavnik.domain.documents.rendering.docx_xml import paragraph

PICTURE = "word/media/square.png"
EMU = 36000  # in a millimetre
RELATIONSHIP = (
    '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    'Target="media/square.png"/>'
)


def relationship(relationships: bytes) -> bytes:
    """The relationships of the document with the picture among them."""
    return relationships.replace(b"</Relationships>", f"{RELATIONSHIP}</Relationships>".encode())


def picture(side: float) -> str:
    """A paragraph with the code, so many millimetres wide and high."""
    size = round(side * EMU)
    said = "Квадратный код со ссылкой на проверку"
    drawing = (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{size}" cy="{size}"/>'
        f'<wp:docPr id="1" name="square" descr="{said}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="square.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rId9"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{size}" cy="{size}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    return paragraph("", "Normal", align="right").replace("</w:p>", f"<w:r>{drawing}</w:r></w:p>")
