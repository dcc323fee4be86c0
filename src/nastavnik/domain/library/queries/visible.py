"""The doors to rows of the room."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from nastavnik.domain.library.models import ApprovedSite, Memo, MemoFile, Theme
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing


def files_visible_to(user: Any) -> QuerySet[MemoFile]:
    """Files of the memos that the user may read; of hidden ones only for who edits."""
    read = standing(user).organisations_where(Permission.LIBRARY_READ)
    shown = Exists(Memo.objects.filter(pk=OuterRef("memo_id"), is_hidden=False))
    rows = MemoFile.objects.filter(Q(organisation__in=_edited_by(user)) | Q(shown, organisation__in=read))
    return rows.select_related("file", "memo__organisation")


def themes_visible_to(user: Any) -> QuerySet[Theme]:
    """Themes that the user may change."""
    return Theme.objects.filter(organisation__in=_edited_by(user)).select_related("organisation", "programme")


def sites_visible_to(user: Any) -> QuerySet[ApprovedSite]:
    return ApprovedSite.objects.filter(organisation__in=_edited_by(user)).select_related("organisation", "approved_by")


def _edited_by(user: Any) -> frozenset[int]:
    return standing(user).organisations_where(Permission.LIBRARY_EDIT)
