"""Memos as an institution sees them: shipped ones with its words over them, its own after those."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from nastavnik.domain.library.enums import Audience, Topic
from nastavnik.domain.library.models import Memo, MemoFile
from nastavnik.domain.library.reading import Block, blocks
from nastavnik.domain.library.shipped import SHIPPED, Shipped
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.normal import comparable_name
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing

READERS: dict[str, str] = {
    RoleCode.MENTOR: Audience.MENTOR,
    RoleCode.MENTEE: Audience.MENTEE,
    RoleCode.GUARDIAN: Audience.GUARDIAN,
}


@dataclass(frozen=True)
class Sheet:
    """A memo to read. `pk` and `version` belong to the institution's row, if there is one; `is_changed`: its words
    over shipped ones; `is_own`: the institution's alone."""

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

    @property
    def blocks(self) -> tuple[Block, ...]:
        return blocks(self.body)

    @property
    def spoken_audiences(self) -> tuple[str, ...]:
        return tuple(str(Audience(code).label) for code in self.audiences if code in Audience.values)

    @property
    def spoken_topic(self) -> str:
        return str(Topic(self.topic).label) if self.topic in Topic.values else ""


def memos(
    organisation: Organisation, *, audiences: Collection[str] | None = None, topic: str = "", hidden: bool = False
) -> list[Sheet]:
    """In the order of the topics; one query. None audiences are all; `hidden` adds those that are shown no more."""
    order = {code: number for number, code in enumerate(Topic.values)}
    found = [
        one
        for one in _laid(organisation.pk)
        if (hidden or not one.is_hidden)
        and (not topic or one.topic == topic)
        and (audiences is None or not one.audiences or set(audiences) & set(one.audiences))
    ]
    return sorted(found, key=lambda one: order.get(one.topic, len(order)))


def memo(organisation: Organisation, code: str, *, audiences: Collection[str] | None = None) -> Sheet | None:
    """One memo, also a hidden one for who reads them all; None where there is none for these readers."""
    rows = memos(organisation, audiences=audiences, hidden=audiences is None)
    return next((one for one in rows if one.code == code), None)


def titles(organisation: Organisation) -> dict[str, str]:
    """Code → title of what is shown; one query."""
    return {one.code: one.title for one in memos(organisation)}


def matching(found: Iterable[Sheet], text: str) -> list[Sheet]:
    """Those in which every word stands somewhere, whatever the case, ё or е."""
    words = comparable_name(text).split()
    return [one for one in found if all(word in comparable_name(f"{one.title} {one.body}") for word in words)]


def audiences_of(user: Any, organisation: Organisation) -> frozenset[str] | None:
    """Whose memos the user reads here: staff all of them (None), mentors, mentees and guardians their own."""
    roles = standing(user).roles_in(organisation.pk)
    if roles - set(READERS):
        return None
    return frozenset(READERS[role] for role in roles)


def rows_visible_to(user: Any) -> QuerySet[Memo]:
    """Rows that the user may change."""
    return Memo.objects.filter(
        organisation__in=standing(user).organisations_where(Permission.LIBRARY_EDIT)
    ).select_related("organisation")


def files_visible_to(user: Any) -> QuerySet[MemoFile]:
    """Files of the memos that the user may read; of hidden ones only for who edits."""
    held = standing(user)
    read = held.organisations_where(Permission.LIBRARY_READ)
    edit = held.organisations_where(Permission.LIBRARY_EDIT)
    shown = Exists(Memo.objects.filter(pk=OuterRef("memo_id"), is_hidden=False))
    rows = MemoFile.objects.filter(Q(organisation__in=edit) | Q(shown, organisation__in=read))
    return rows.select_related("file", "memo__organisation")


def files_of(organisation: Organisation, code: str) -> QuerySet[MemoFile]:
    return MemoFile.objects.filter(organisation=organisation, memo__code=code).select_related("file")


def _laid(organisation_id: int) -> list[Sheet]:
    over = {row.code: row for row in Memo.objects.filter(organisation=organisation_id)}
    laid = [_covered(one, over.pop(one.code, None)) for one in SHIPPED]
    return laid + [_own(row) for row in over.values() if row.title]


def _covered(one: Shipped, row: Memo | None) -> Sheet:
    plain = Sheet(
        one.code, one.title, one.body, one.audiences, one.topic, one.formats, one.source, is_confirmed=one.is_confirmed
    )
    if row is None:
        return plain
    kept = replace(plain, is_hidden=row.is_hidden, pk=row.pk, version=row.version)
    if not row.title:
        return kept
    return replace(
        kept,
        title=row.title,
        body=row.body,
        audiences=tuple(row.audiences),
        topic=row.topic or one.topic,
        is_confirmed=row.is_confirmed,
        is_changed=True,
    )


def _own(row: Memo) -> Sheet:
    return Sheet(
        code=row.code,
        title=row.title,
        body=row.body,
        audiences=tuple(row.audiences),
        topic=row.topic,
        formats=tuple(row.formats),
        is_confirmed=row.is_confirmed,
        is_own=True,
        is_hidden=row.is_hidden,
        pk=row.pk,
        version=row.version,
    )
