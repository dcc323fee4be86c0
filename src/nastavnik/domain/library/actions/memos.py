"""An institution's words over shipped memos, and its own materials: text, a link, files."""

import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction

from nastavnik.core import audit
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.core.versions import save_changes
from nastavnik.domain.files.actions import remove, store
from nastavnik.domain.files.checking import content_type_of
from nastavnik.domain.library.actions.sites import require_site
from nastavnik.domain.library.errors import LastOfMaterial, NothingToRead
from nastavnik.domain.library.models import Memo, MemoFile
from nastavnik.domain.library.shipped import SHIPPED
from nastavnik.domain.organisations.models import Organisation

NO_WORDS: dict[str, Any] = {
    "title": "", "body": "", "audiences": [], "topic": "", "is_confirmed": False, "url": "", "formats": [],
    "situations": [], "tags": [], "min_age": None, "max_age": None,
}  # fmt: skip


@dataclass(frozen=True)
class Words:
    """What an institution writes. Ages are full years of who is meant; None is any."""

    title: str
    body: str
    audiences: Sequence[str]
    topic: str
    is_confirmed: bool = False
    url: str = ""
    situations: Sequence[str] = ()
    tags: Sequence[str] = ()
    formats: Sequence[str] = ()
    min_age: int | None = None
    max_age: int | None = None


@transaction.atomic
def write_memo(
    organisation: Organisation,
    words: Words,
    *,
    code: str = "",
    version: int | None = None,
    trusts: bool = False,
    with_file: bool = False,
    by: Any,
) -> Memo:
    """A new memo, or, with a code, other words for a shipped one or for an own one of this `version`. `trusts`: a new
    site of the link was looked at and is approved; `with_file`: a file is added in the same transaction.

    Raises NothingToRead, NotALink, SiteNotApproved, ChangedMeanwhile.
    """
    row = Memo.objects.filter(organisation=organisation, code=code).first() if code else None
    holds = words.body.strip() or words.url.strip() or with_file or (row is not None and row.files.exists())
    if not words.title.strip() or not holds:
        raise NothingToRead
    values = {name: list(value) if isinstance(value, (list, tuple)) else value for name, value in asdict(words).items()}
    values |= {"title": words.title.strip(), "body": words.body if words.body.strip() else ""}
    values["url"] = require_site(organisation, words.url.strip(), trusts=trusts, by=by)
    if row is not None:
        if version is None:
            raise ChangedMeanwhile(row)
        save_changes(row, values, version=version, by=by)
        return row
    row = Memo.objects.create(organisation=organisation, code=code or own_code(), **values)
    audit.record("memo.write", row, by=by, fields=sorted(values))
    return row


@transaction.atomic
def show_memo(organisation: Organisation, code: str, *, is_shown: bool, by: Any) -> Memo:
    """Offer it to readers, or no longer."""
    row, _made = Memo.objects.get_or_create(organisation=organisation, code=code)
    save_changes(row, {"is_hidden": not is_shown}, version=row.version, by=by)
    return row


@transaction.atomic
def restore_memo(organisation: Organisation, code: str, *, by: Any) -> None:
    """The shipped words again; own files stay. An institution's own memo is deleted with its files."""
    row = Memo.objects.filter(organisation=organisation, code=code).first()
    if row is None:
        return
    if code in {one.code for one in SHIPPED}:
        save_changes(row, dict(NO_WORDS), version=row.version, by=by)
        return
    audit.record("memo.delete", row, by=by)
    for one in row.files.select_related("file"):
        _forget(one, by=by)
    row.delete()


@transaction.atomic
def add_file(organisation: Organisation, code: str, *, title: str, content: bytes, by: Any) -> MemoFile:
    """A file beside a memo. Raises what `files.checking` finds."""
    kind = content_type_of(content, title)
    row, _made = Memo.objects.get_or_create(organisation=organisation, code=code)
    file = store(organisation, title=title, content=content, content_type=kind, by=by)
    audit.record("memo.file", row, by=by, fields=["files"])
    return MemoFile.objects.create(organisation=organisation, memo=row, file=file)


@transaction.atomic
def remove_file(memo_file: MemoFile, *, by: Any) -> None:
    """The file is gone, the memo stays. Raises LastOfMaterial where nothing else is in it."""
    memo = memo_file.memo
    is_whole = memo.title and not memo.body and not memo.url
    if is_whole and not memo.files.exclude(pk=memo_file.pk).exists():
        raise LastOfMaterial
    _forget(memo_file, by=by)


def own_code() -> str:
    return f"own_{secrets.token_hex(8)}"


def _forget(memo_file: MemoFile, *, by: Any) -> None:
    audit.record("memo.file", memo_file.memo, by=by, fields=["files"])
    file = memo_file.file
    memo_file.delete()
    remove(file)
