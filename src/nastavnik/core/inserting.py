"""Very many new rows of one table: `bulk_create` asks every field of every row anew, which is most of an import."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from operator import attrgetter
from typing import Any, TypeVar

from django.db import connection, models, transaction

Row = TypeVar("Row", bound=models.Model)
Written = Callable[[Any], Any]
PARAMETERS = 30_000  # in one statement, where the database names no smaller limit
# Fields that hand a value of exactly this type to the database as it is.
AS_IT_IS: dict[Any, type[Any]] = {
    models.CharField: str,
    models.TextField: str,
    models.EmailField: str,
    models.BooleanField: bool,
    models.IntegerField: int,
    models.BigIntegerField: int,
    models.SmallIntegerField: int,
    models.PositiveIntegerField: int,
    models.PositiveSmallIntegerField: int,
    models.ForeignKey: int,
    models.OneToOneField: int,
}


@transaction.atomic(savepoint=False)
def insert_all(rows: Iterable[Row]) -> list[Row]:
    """Insert new rows of one table and put the keys that the database gave into them; returned in the given order.

    The same as `bulk_create` for plain tables whose keys are numbers given by the database, in a fraction of its time:
    how a column is written is found out once, and each day and moment is written once.
    """
    new = list(rows)
    if not new:
        return new
    meta = new[0]._meta
    if meta.parents or any(row.pk is not None or type(row) is not type(new[0]) for row in new):
        raise ValueError("only new rows of one table without parents")
    fields = _fields(meta)
    columns = [_column(field, _values(field, new)) for field in fields]
    for row, key in zip(new, _insert(meta, fields, columns, len(new)), strict=True):
        row.pk = key
        row._state.adding, row._state.db = False, connection.alias
    return new


@transaction.atomic(savepoint=False)
def insert_lines(model: type[models.Model], names: Sequence[str], lines: Iterable[Sequence[Any]], **same: Any) -> int:
    """Insert rows whose keys nobody asks for, without an object for each; returns how many.

    `names` are the columns of each line («person_id», not «person»), `same` holds for all; what is left has its
    default, asked once for all.
    """
    listed = list(lines)
    if not listed:
        return 0
    fields = _fields(model._meta)
    if unknown := {*names, *same} - {field.attname for field in fields}:
        raise ValueError(f"no such columns: {sorted(unknown)}")
    given = dict(zip(names, zip(*listed, strict=True), strict=True))
    columns: list[Sequence[Any]] = []
    for field in fields:
        if field.attname in given:
            columns.append(_column(field, given[field.attname]))
            continue
        value = same[field.attname] if field.attname in same else field.get_default()
        columns.append(_column(field, [value]) * len(listed))
    for _key in _insert(model._meta, fields, columns, len(listed)):
        pass
    return len(listed)


def _fields(meta: Any) -> list[Any]:
    return [field for field in meta.local_concrete_fields if field is not meta.pk]


def _insert(meta: Any, fields: Sequence[Any], columns: Sequence[Sequence[Any]], number: int) -> Iterator[int]:
    """Writes the lines, some hundred values a statement, and yields their keys."""
    size = (connection.features.max_query_params or PARAMETERS) // len(fields)
    lines = zip(*columns, strict=True)
    with connection.cursor() as cursor:
        for begun in range(0, number, size):
            values = list(chain.from_iterable(islice(lines, size)))
            cursor.execute(_statement(meta, fields, min(size, number - begun)), values)
            yield from (key for (key,) in cursor.fetchall())


def _statement(meta: Any, fields: Sequence[Any], number: int) -> str:
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(field.column) for field in fields)
    values = ", ".join([f"({', '.join(['%s'] * len(fields))})"] * number)
    return f"INSERT INTO {quoted(meta.db_table)} ({columns}) VALUES {values} RETURNING {quoted(meta.pk.column)}"  # noqa: S608


def _values(field: Any, rows: Sequence[models.Model]) -> Iterable[Any]:
    if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
        return (field.pre_save(row, True) for row in rows)
    return map(attrgetter(field.attname), rows)


def _column(field: Any, values: Iterable[Any]) -> list[Any]:
    """The values of a column as the database takes them."""
    plain = AS_IT_IS.get(type(field))
    written = _written(field)
    return [value if value is None or type(value) is plain else written(value) for value in values]


def _written(field: Any) -> Written:
    known: dict[Any, Any] = {}

    def write(value: Any) -> Any:
        if value.__hash__ is None:
            return field.get_db_prep_save(value, connection)
        if value not in known:
            known[value] = field.get_db_prep_save(value, connection)
        return known[value]

    return write
