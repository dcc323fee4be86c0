"""Rows of different tables in one shape, so that one query brings them all."""

from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.expressions import Combinable


def told(kind: str, rows: QuerySet[Any], name: str | Combinable, at: Any) -> QuerySet[Any, Any]:
    """(kind, id, name, since when) of each row."""
    said = F(name) if isinstance(name, str) else name
    shaped: QuerySet[Any, Any] = rows.order_by().annotate(what=Value(kind, CharField()), called=said, since=at)
    return shaped.values_list("what", "pk", "called", "since")
