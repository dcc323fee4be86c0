"""A list recognised by its headings: which of them held what the last time. Pure.

Equal headings are told apart by their order; where the columns stand does not matter.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from nastavnik.domain.exchange.mapping import letter_of, plain_heading

Named = tuple[str, int]  # a heading as the rules see it, and which of the equal ones it is
Fields = list[list[str | int | None]]


def fingerprint(headings: Sequence[str]) -> str:
    """The same for the same headings in any order of columns."""
    text = "\n".join(sorted(plain_heading(heading) for heading in headings))
    return hashlib.sha256(text.encode()).hexdigest()


def fields_by_heading(headings: Sequence[str], columns: Mapping[str, str | None]) -> Fields:
    """What each heading holds, of `columns` by letter."""
    return [[name, which, columns.get(letter_of(index))] for index, (name, which) in enumerate(_named(headings))]


def columns_by_letter(headings: Sequence[str], fields: Fields, known: frozenset[str]) -> dict[str, str | None]:
    """The same for a table whose columns stand in another order; a field that is no longer `known` is left out."""
    held = {(name, which): field for name, which, field in fields}
    found = {}
    for index, named in enumerate(_named(headings)):
        if named in held:
            field = held[named]
            found[letter_of(index)] = str(field) if field in known else None
    return found


def _named(headings: Sequence[str]) -> Iterator[Named]:
    seen: Counter[str] = Counter()
    for heading in headings:
        name = plain_heading(heading)
        yield name, seen[name]
        seen[name] += 1
