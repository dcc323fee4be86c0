"""Memos and materials as an institution sees them: shipped ones with its words over them, its own after those."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from nastavnik.domain.library.enums import Audience, Kind, Topic
from nastavnik.domain.library.models import Memo, MemoFile
from nastavnik.domain.library.queries.sites import allowed
from nastavnik.domain.library.reading import Block, blocks
from nastavnik.domain.library.shipped import SHIPPED, Shipped
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.normal import comparable_name

WORDS = ("title", "body", "is_confirmed", "url", "min_age", "max_age")


@dataclass(frozen=True)
class Sheet:
    """A memo or a material to read. `pk` and `version` belong to the institution's row, if there is one; `is_changed`:
    its words over shipped ones; `is_own`: the institution's alone; `leads`: its link goes to a site that is allowed."""

    code: str
    title: str
    body: str
    audiences: tuple[str, ...]
    topic: str
    formats: tuple[str, ...] = ()
    source: str = ""
    is_confirmed: bool = False
    is_own: bool = False
    is_changed: bool = False
    is_hidden: bool = False
    pk: int | None = None
    version: int | None = None
    situations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    min_age: int | None = None
    max_age: int | None = None
    url: str = ""
    leads: bool = False
    has_file: bool = False

    @property
    def blocks(self) -> tuple[Block, ...]:
        return blocks(self.body)

    @property
    def kind(self) -> str:
        if self.topic == Topic.TIME:
            return Kind.WAY
        if self.url:
            return Kind.LINK
        return Kind.FILE if self.has_file and not self.body else Kind.TEXT

    @property
    def is_readable(self) -> bool:
        """Something is left where its link may not be shown."""
        return self.leads or bool(self.body) or self.has_file

    @property
    def spoken_kind(self) -> str:
        return str(Kind(self.kind).label)

    @property
    def spoken_audiences(self) -> tuple[str, ...]:
        return tuple(str(Audience(code).label) for code in self.audiences if code in Audience.values)

    @property
    def spoken_topic(self) -> str:
        return str(Topic(self.topic).label) if self.topic in Topic.values else ""


def memos(
    organisation: Organisation, *, audiences: Collection[str] | None = None, topic: str = "", hidden: bool = False
) -> list[Sheet]:
    """In the order of the topics; one query, and one more where there are links. None audiences are all; `hidden` adds
    those that are shown no more and those of which only a link to a site that is not allowed is left."""
    order = {code: number for number, code in enumerate(Topic.values)}
    found = [
        one
        for one in _laid(organisation)
        if (hidden or (one.is_readable and not one.is_hidden))
        and (not topic or one.topic == topic)
        and (audiences is None or not one.audiences or set(audiences) & set(one.audiences))
    ]
    return sorted(found, key=lambda one: order.get(one.topic, len(order)))


def memo(organisation: Organisation, code: str, *, audiences: Collection[str] | None = None) -> Sheet | None:
    """One memo, also a hidden one for who reads them all; None where there is none for these readers."""
    rows = memos(organisation, audiences=audiences, hidden=audiences is None)
    return next((one for one in rows if one.code == code), None)


def titles(organisation: Organisation) -> dict[str, str]:
    """Code → title of what is shown."""
    return {one.code: one.title for one in memos(organisation)}


def known_links(organisation: Organisation) -> list[str]:
    """Addresses of the materials that are shown: elsewhere they pass without waiting."""
    return [one.url for one in memos(organisation) if one.leads]


def matching(found: Iterable[Sheet], text: str) -> list[Sheet]:
    """Those in which every word stands somewhere, whatever the case, ё or е."""
    words = comparable_name(text).split()
    return [one for one in found if all(word in _all_words(one) for word in words)]


def files_of(organisation: Organisation, code: str) -> QuerySet[MemoFile]:
    return MemoFile.objects.filter(organisation=organisation, memo__code=code).select_related("file")


def _all_words(one: Sheet) -> str:
    return comparable_name(" ".join((one.title, one.body, *one.tags)))


def _laid(organisation: Organisation) -> list[Sheet]:
    rows = Memo.objects.filter(organisation=organisation).annotate(
        has_file=Exists(MemoFile.objects.filter(memo=OuterRef("pk")))
    )
    over, may = {row.code: row for row in rows}, allowed(organisation)
    laid = [_covered(one, over.pop(one.code, None), may) for one in SHIPPED]
    return laid + [replace(_written(row, may), is_own=True) for row in over.values() if row.title]


def _covered(one: Shipped, row: Any, may: Callable[[str], bool]) -> Sheet:
    plain = Sheet(
        code=one.code,
        title=one.title,
        body=one.body,
        audiences=one.audiences,
        topic=one.topic,
        formats=one.formats,
        situations=one.situations,
        source=one.source,
        is_confirmed=one.is_confirmed,
    )
    if row is None:
        return plain
    if not row.title:
        return replace(plain, is_hidden=row.is_hidden, pk=row.pk, version=row.version, has_file=row.has_file)
    written = _written(row, may)
    return replace(written, topic=row.topic or one.topic, source=one.source, is_changed=True)


def _written(row: Any, may: Callable[[str], bool]) -> Sheet:
    """The institution's row alone; `has_file` is annotated."""
    return Sheet(
        code=row.code,
        audiences=tuple(row.audiences),
        topic=row.topic,
        formats=tuple(row.formats),
        situations=tuple(row.situations),
        tags=tuple(row.tags),
        leads=bool(row.url) and may(row.url),
        has_file=row.has_file,
        is_hidden=row.is_hidden,
        pk=row.pk,
        version=row.version,
        **{name: getattr(row, name) for name in WORDS},
    )
