"""What the square code of a sheet says: where the sheet is recorded, which of its consents it is, and a mark by which
a sheet of another school, whose requests are counted from one as ours, is told apart. Pure."""

import hashlib
import re
from dataclasses import dataclass

from nastavnik.domain.consents.codes import typed_code

ADDRESS = re.compile(r"/consents/sheets/(\d{1,18})/\?s=(\d{1,2})-([0-9a-f]{8})$")
CODE_ALONE = re.compile(r"([^\s]{8,12})\s(\d{1,2})$")


@dataclass(frozen=True)
class Square:
    """A sheet of ours, or of somebody who prints as we do: by the number of its request with the mark, or by code.

    `place` counts the consents of the request from one.
    """

    place: int
    request: int | None = None
    mark: str = ""
    code: str = ""


def mark_of(code: str) -> str:
    """The mark that an address carries: made of the code of the sheet, no secret."""
    return hashlib.sha256(code.encode()).hexdigest()[:8]


def ending(code: str, place: int) -> str:
    """What is put behind the address of the sheet."""
    return f"?s={place}-{mark_of(code)}"


def without_address(code: str, place: int) -> str:
    """What the square says where the address of the server is not known."""
    return f"{code} {place}"


def read_square(said: str) -> Square | None:
    """The sheet that a square code names; None where it is none of a sheet: a poster, a certificate, a shop."""
    if found := ADDRESS.search(said):
        return Square(int(found[2]), request=int(found[1]), mark=found[3])
    if (found := CODE_ALONE.fullmatch(said.strip())) and (code := typed_code(found[1])):
        return Square(int(found[2]), code=code)
    return None
