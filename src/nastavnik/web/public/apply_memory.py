"""What the telephone remembers of an application: its code, and links handed out a moment ago. No name, no server row.

A signed cookie for the pages under /a/ alone; it is forgotten after two hours, because telephones and school computers
are shared. The code is the applicant's own: who holds the telephone could read it from the page as well.
"""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from nastavnik.domain.intake.codes import canonical, with_yo

COOKIE, SALT, PATH = "application", "nastavnik.public.apply", "/a/"
SECONDS = 2 * 3600
MOST_SIGNS = 1_500


@dataclass(frozen=True)
class Memory:
    """`links`: (party, secret) of the consents that were asked for a moment ago."""

    code: str = ""
    links: tuple[tuple[str, str], ...] = field(default=())


def read(request: HttpRequest) -> Memory:
    """What this telephone remembers; nothing where the cookie is missing, old or not ours."""
    written = request.COOKIES.get(COOKIE, "")
    if not written or len(written) > MOST_SIGNS:
        return Memory()
    try:
        kept: Any = signing.loads(written, salt=SALT, max_age=SECONDS)
        return Memory(str(kept["code"]), tuple((str(party), str(secret)) for party, secret in kept["links"]))
    except (signing.BadSignature, KeyError, TypeError, ValueError):
        return Memory()


def keep(answer: HttpResponse, memory: Memory) -> HttpResponse:
    """Write it into the answer, for two more hours."""
    code = with_yo(canonical(memory.code))  # as it was given out, however it was typed
    written = signing.dumps({"code": code, "links": [list(link) for link in memory.links]}, salt=SALT)
    answer.set_cookie(COOKIE, written, max_age=SECONDS, path=PATH, httponly=True, secure=settings.HTTPS, samesite="Lax")
    return answer


def forget(answer: HttpResponse) -> HttpResponse:
    """The next one at this telephone begins with nothing."""
    answer.delete_cookie(COOKIE, path=PATH, samesite="Lax")
    return answer
