"""The square code as a picture."""

import struct
import zlib

import segno

from nastavnik.domain.documents.rendering.square import png, svg

LINK = "https://school17.example.org/check/7КМ4Х2РЕ9АВГ5ТУФ"


def dots(picture):
    """Rows of a two-coloured picture: True where it is dark."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    parts, place = {}, 8
    while place < len(picture):
        [length] = struct.unpack(">I", picture[place : place + 4])
        name, data = picture[place + 4 : place + 8], picture[place + 8 : place + 8 + length]
        [sum_] = struct.unpack(">I", picture[place + 8 + length : place + 12 + length])
        assert sum_ == zlib.crc32(name + data)
        parts[name] = data
        place += length + 12
    width, height, depth, colours = struct.unpack(">IIBB", parts[b"IHDR"][:10])
    assert (depth, colours, parts[b"PLTE"]) == (1, 3, bytes.fromhex("ffffff1d2430"))
    raw = zlib.decompress(parts[b"IDAT"])
    lines = [raw[row * (width // 8 + 1) :][: width // 8 + 1] for row in range(height)]
    assert {line[0] for line in lines} == {0}
    return [[bool(byte >> 7 - bit & 1) for byte in line[1:] for bit in range(8)] for line in lines]


def test_every_module_is_eight_dots_wide_and_high():
    modules = segno.make(LINK, error="m", micro=False).matrix

    found = dots(png(LINK))

    assert found == [[bool(module) for module in row for _ in range(8)] for row in modules for _ in range(8)]


def test_nothing_is_drawn_of_nothing_or_of_a_former_drawing():
    assert (png(""), png("<svg/>"), svg(""), svg("<svg/>")) == (b"", b"", "", "<svg/>")
