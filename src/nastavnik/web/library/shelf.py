"""What of the library a reader has asked for: the choices of an address, and the list that they leave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.library import queries, rules
from nastavnik.domain.library.enums import Audience, Kind, Topic
from nastavnik.domain.library.queries import Reader, Sheet
from nastavnik.domain.library.situations import spoken
from nastavnik.domain.mentorships.naming import is_young
from nastavnik.domain.programmes.queries import formats_for
from nastavnik.web.shell import searching

PLACE = "library:index"
NAMES = ("situation", "kind", "topic", "tag", "audience", "format")


@dataclass(frozen=True)
class Chosen:
    """Each is a code of a closed list, a tag or ""; what is none leaves nothing out."""

    situation: str = ""
    kind: str = ""
    topic: str = ""
    tag: str = ""
    audience: str = ""
    format: str = ""

    def takes(self, one: Sheet) -> bool:
        return (
            (not self.situation or self.situation in one.situations)
            and self.kind in ("", one.kind)
            and self.topic in ("", one.topic)
            and (not self.tag or self.tag in one.tags)
            and (not self.audience or not one.audiences or self.audience in one.audiences)
            and (not self.format or not one.formats or self.format in one.formats)
        )

    def address(self, **changes: str) -> str:
        """The same with changes; «?» for nothing chosen."""
        told = replace(self, **changes)
        return "?" + urlencode({name: getattr(told, name) for name in NAMES if getattr(told, name)})

    @property
    def narrows(self) -> bool:
        return any(getattr(self, name) for name in NAMES if name != "situation")


@dataclass(frozen=True)
class Chip:
    title: str
    href: str
    is_current: bool


@dataclass(frozen=True)
class Shelf:
    """The sheets that are left, what fits the reader first, and by what they can be narrowed down."""

    chosen: Chosen
    sheets: Sequence[tuple[Sheet, bool]]
    situations: Sequence[Chip]
    groups: Sequence[tuple[Any, Sequence[Chip]]]
    words: str
    title: str
    edits: bool
    young: bool


def organisation_of(request: HttpRequest) -> Any:
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None:
        raise Http404
    return organisation


def shelf_of(request: HttpRequest) -> Shelf:
    organisation = organisation_of(request)
    edits = rules.can_edit_in(request.user, organisation)
    reader = queries.reader_of(request.user, organisation)
    words = searching.words(request, PLACE)
    every = queries.memos(organisation, audiences=reader.reads, hidden=edits)
    chosen = Chosen(**{name: request.GET.get(name, "") for name in NAMES})
    left = [one for one in queries.matching(every, words) if chosen.takes(one)]
    found = [(one, edits or reader.fits(one)) for one in left]
    return Shelf(
        chosen=chosen,
        sheets=sorted(found, key=lambda pair: not pair[1]),
        situations=_situations(every, reader, chosen),
        groups=_groups(every, reader, chosen, organisation),
        words=words,
        title=spoken(chosen.situation, reader.reads),
        edits=edits,
        young=_is_young(request),
    )


def _situations(every: Iterable[Sheet], reader: Reader, chosen: Chosen) -> list[Chip]:
    return _chips("situation", queries.situations_in(every, reader.reads), chosen)


def _groups(
    every: Sequence[Sheet], reader: Reader, chosen: Chosen, organisation: Any
) -> list[tuple[Any, Sequence[Chip]]]:
    """By what the list can be narrowed down, each with two choices at least or one that is made."""
    topics, kinds = {one.topic for one in every}, {one.kind for one in every}
    found: list[tuple[Any, Sequence[Chip]]] = [
        (_("Что это"), _chips("kind", [one for one in Kind.choices if one[0] in kinds], chosen)),
        (_("О чём"), _chips("topic", [one for one in Topic.choices if one[0] in topics], chosen)),
        (_("Метки"), _chips("tag", [(tag, tag) for tag in sorted({tag for one in every for tag in one.tags})], chosen)),
    ]
    if reader.reads is None:
        formats = [(one.code, one.called_in(organisation)) for one in formats_for(organisation)]
        found += [
            (_("Кому"), _chips("audience", Audience.choices, chosen)),
            (_("Форма наставничества"), _chips("format", formats, chosen)),
        ]
    return [(title, chips) for title, chips in found if len(chips) > 1 or any(chip.is_current for chip in chips)]


def _chips(name: str, choices: Iterable[tuple[str, Any]], chosen: Chosen) -> list[Chip]:
    """A chip that is current takes its choice back."""
    now = getattr(chosen, name)
    return [
        Chip(str(title), chosen.address(**{name: "" if code == now else code}), code == now) for code, title in choices
    ]


def _is_young(request: HttpRequest) -> bool:
    person = request.person  # type: ignore[attr-defined]
    return person is not None and is_young(person)
