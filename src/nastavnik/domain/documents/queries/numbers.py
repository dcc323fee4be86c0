"""Which number comes next in a book."""

import re
from datetime import date

from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import Document
from nastavnik.domain.organisations.models import Organisation

LEADING = re.compile(r"^(\d+)(.*)$")
# «-ОД», «/26», «-Н»: what an institution writes behind every number. One letter tells twins apart and is not repeated.
TAIL = re.compile(r"^[-/]\s?(?:[А-ЯЁа-яё]{2,}|\d{2,4})$")


def proposed_number(organisation: Organisation, code: str, day: date) -> str:
    """The next free number of the kind's book in the year, written as the last one was: «43-ОД» after «42-ОД».

    Numbers of revoked papers are not given again. "" for kinds that bear none.
    """
    kind = kind_of(code)
    if not kind.is_numbered:
        return ""
    rows = Document.objects.filter(organisation=organisation, book=kind.book, year=day.year, appendix_to=None)
    numbers = rows.exclude(number="").exclude(state=DocumentState.DISCARDED).order_by("-id")
    found = [match for text in numbers.values_list("number", flat=True) if (match := LEADING.match(text))]
    tails = [match[2] for match in found if TAIL.match(match[2])]
    highest = max((int(match[1]) for match in found), default=0)
    return f"{highest + 1}{kind.suffix or next(iter(tails), '')}"
