"""A picture leaves its place, its day and its telephone at the door."""

import struct
import zlib

from nastavnik.domain.files.pictures import PNG, bare

SCAN = b"\xff\xda\x00\x04\x01\x02" + b"\x12\xff\x00\x34\xff\xd0\x56" + b"\xff\xd9"
QUANTS = b"\xff\xdb\x00\x05abc"


def segment(marker, body):
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def exif(order, turned):
    sign = {"<": b"II*\0", ">": b"MM\0*"}[order]
    turn = struct.pack(order + "HHIHH", 0x0112, 3, 1, turned, 0)
    place = struct.pack(order + "HHII", 0x8825, 4, 1, 60)
    first = struct.pack(order + "IH", 8, 2)
    return segment(0xE1, b"Exif\0\0" + sign + first + turn + place + b"\0\0\0\0GPS-59.93-30.31")


def test_a_jpeg_keeps_only_the_picture_and_how_it_is_turned():
    jfif = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
    other = segment(0xED, b"Photoshop 3.0 city") + segment(0xFE, b"a comment") + segment(0xE2, b"MPF second picture")
    for order in ("<", ">"):
        content = b"\xff\xd8" + jfif + exif(order, 6) + other + QUANTS + SCAN + b"a film behind the picture"

        told = bare(content)

        assert told.endswith(jfif + QUANTS + SCAN)
        assert [word in told for word in (b"GPS", b"city", b"comment", b"second", b"film")] == [False] * 5
        assert struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0) in told
        assert bare(told) == told


def test_an_upright_jpeg_says_nothing_of_itself():
    assert bare(b"\xff\xd8" + exif(">", 1) + QUANTS + SCAN) == b"\xff\xd8" + QUANTS + SCAN


def test_a_png_keeps_only_what_draws_it():
    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    drawn = [chunk(b"IHDR", b"x" * 13), chunk(b"IDAT", b"data"), chunk(b"IEND", b"")]
    said = [chunk(b"tEXt", b"Author\0Anna"), chunk(b"eXIf", b"GPS"), chunk(b"tIME", b"1234567")]

    assert bare(PNG + drawn[0] + b"".join(said) + b"".join(drawn[1:]) + b"behind") == PNG + b"".join(drawn)


def test_a_broken_picture_is_no_trouble():
    for content in (
        b"\xff\xd8",
        b"\xff\xd8\xff\xe1\x00",
        b"\xff\xd8\xff\xe1\xff\xffExif\0\0MM",
        PNG + b"\0\0",
        b"%PDF-1.7",
    ):
        assert bare(content)[:2] == content[:2]
