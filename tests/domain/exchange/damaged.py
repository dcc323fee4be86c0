"""Files that were whole once, and files that never were: flipped, cut, spliced, stuffed."""

import io
import zipfile
from collections.abc import Callable
from random import Random

SIGNS = b'<>/"&;0 \xff=\x00'
BITS_OF_XML = (
    *(b"<row>", b"</row>", b"<c/>", b"&amp;", b"&#0;", b'r="XFD9"', b'r="A1048576"', b't="s"', b"<v>9999999</v>"),
    *(b"<f>1/0</f>", b"]]>", b"<!--", b"<![CDATA[", b'<mergeCell ref="A1:XFD1048576"/>', b"<is><t>", b"1e308", b"-1"),
)
BITS_OF_TEXT = (b'"', b";;;;", b"\r", b"\n\n", b"\t", b"\x00", b"\xff\xfe", b"=1+1", "ФИО;".encode(), b"|" * 50)
HEADS = (
    b"",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"sep=;\r\n",
)

Make = Callable[[int], bytes]


def damaged_file(chance: Random, make: Make) -> bytes:
    """One hostile file; `make` gives the sound file of a number."""
    return chance.choice(WAYS)(chance, make)


def _sound(chance: Random, make: Make) -> bytes:
    return make(chance.randrange(1_000_000))


def _flipped(chance: Random, make: Make) -> bytes:
    content = bytearray(_sound(chance, make))
    for _ in range(chance.randint(1, 8)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)


def _cut(chance: Random, make: Make) -> bytes:
    content = _sound(chance, make)
    start = 0 if chance.random() < 0.7 else chance.randrange(len(content))
    return content[start : chance.randrange(start, len(content) + 1)]


def _spliced(chance: Random, make: Make) -> bytes:
    one, other = _sound(chance, make), _sound(chance, make)
    return one[: chance.randrange(len(one))] + other[chance.randrange(len(other)) :]


def _stuffed(chance: Random, make: Make) -> bytes:
    content = _sound(chance, make)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(content) + 1)
        content = content[:at] + chance.choice(BITS_OF_TEXT) * chance.choice((1, 1, 30)) + content[at:]
    return content


def _random(chance: Random, make: Make) -> bytes:
    return chance.choice(HEADS) + chance.randbytes(chance.randint(0, 2_000))


def _letters(chance: Random, make: Make) -> bytes:
    signs = "АБВабвёЁ0123456789.;,\t|\"'-:()/ \n\rXY№«»=+@\u200b\u2028\ufeff"
    text = "".join(chance.choice(signs) for _ in range(chance.randint(1, 800)))
    return (chance.choice(("", "ФИО;Класс;Телефон\n", "Наставник|Наставляемый|Срок\n")) + text).encode(
        chance.choice(("utf-8", "windows-1251", "utf-16")), errors="ignore"
    )


def _inside(chance: Random, make: Make) -> bytes:
    """A sound container whose parts are damaged."""
    content = _sound(chance, make)
    if not content.startswith(b"PK"):
        return _flipped(chance, lambda _: content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([name for name in parts if parts[name]])
    part = bytearray(parts[name])
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(part))
        if chance.random() < 0.5:
            part[at] = chance.choice(SIGNS)
        else:
            part[at:at] = chance.choice(BITS_OF_XML)
    parts[name] = bytes(part)
    return _packed(chance, parts)


def _packed(chance: Random, parts: dict[str, bytes]) -> bytes:
    """The parts again, one perhaps left out, moved or repeated."""
    names = list(parts)
    if chance.random() < 0.15:
        names.remove(chance.choice(names))
    if chance.random() < 0.1:
        chance.shuffle(names)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for name in names:
            archive.writestr(name if chance.random() < 0.98 else name.upper(), parts[name])
    return stream.getvalue()


WAYS = (_flipped, _flipped, _cut, _spliced, _stuffed, _random, _letters, _inside, _inside, _inside)
