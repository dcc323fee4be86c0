"""Rows of different tables in one shape, so that one query brings them all."""

from typing import Any

from django.db.models import CharField, F, QuerySet, Value


def told(kind: str, rows: QuerySet[Any], name: str, at: Any) -> QuerySet[Any, Any]:
    """(kind, id, name, since when) of each row."""
    shaped = rows.order_by().annotate(what=Value(kind, CharField()), called=F(name), since=at)
    return shaped.values_list("what", "pk", "called", "since")
