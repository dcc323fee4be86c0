"""One row for a page: what is not visible does not exist (404), what is visible but not allowed is refused (403)."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404

M = TypeVar("M", bound=Model)


def fetch(rows: QuerySet[M], pk: object, rule: Callable[[Any, M], bool] | None = None, user: Any = None) -> M:
    """The row `pk` of the visible `rows`, if `rule(user, row)` agrees."""
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404
    if rule is not None and not rule(user, row):
        raise PermissionDenied
    return row
