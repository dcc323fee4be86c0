"""Opening pages as somebody, and comparing answers."""

import io
import re
import zipfile
from contextlib import contextmanager
from functools import cache
from urllib.parse import quote

from django.db import connection, transaction
from django.test import Client
from django.urls import get_resolver, reverse

from nastavnik.domain.operations.dump import differing, digest, statement

MISSING = 987654321
# What differs from answer to answer by design: tokens of forms, and the address itself.
CHANGING = re.compile(rb'name="(csrfmiddlewaretoken|submission_key|entry_key)" value="[^"]*"|nonce="[^"]*"')
# Sessions are the sign-in itself; the counter of wrong codes is the one thing that a visit may leave behind.
LEFT_BY_VISITS = {"django_session"}


def all_pages(resolver=None, prefix=""):
    """(url name, view) of every address of the installation."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from all_pages(pattern, f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix)
        else:
            yield f"{prefix}{pattern.name}", pattern.callback


def address(name, row):
    """The path of a page; `row` is the id (or ids, or text) that its address names, if it names one."""
    return reverse(name, args=() if row is None else row if isinstance(row, tuple) else (row,))


def missing(row):
    """The same shape of address for a row that does not exist."""
    if isinstance(row, tuple):
        return (MISSING, *row[1:])
    return "no-such-row" if isinstance(row, str) else MISSING


def unpacked(answer):
    """The body, and what lies in it where it is an archive or a document of an office."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if not body.startswith(b"PK\x03\x04"):
        return body
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def visitor(user=None):
    client = Client(raise_request_exception=False)
    if user is not None:
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def get(client, path):
    return client.get(path, headers={"user-agent": "matrix"})


@contextmanager
def undone(before):
    """Whatever a request writes is taken back."""
    written = _written()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    before.taken_back += _written() - written


def _written():
    """How many rows this connection has inserted, changed or deleted until now, as SQLite counts them."""
    return connection.connection.total_changes if connection.vendor == "sqlite" else 0


def letter(response):
    """The answer as the matrix writes it."""
    if response.headers.get("Location", "").startswith(reverse("shell:sign_in")):
        return "sign in"
    if response.status_code < 400 or response.status_code in (400, 409, 422):
        return "y"
    return {403: "-", 404: "?"}.get(response.status_code, str(response.status_code))


def bare(response, path):
    """The body without what changes by design."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return CHANGING.sub(b"", body).replace(path.encode(), b"PATH").replace(quote(path, safe="").encode(), b"PATH")


def dump():
    """The canonical dump of everything, read inside the transaction of the tests."""
    return {table: _digest(*names) for table, names in _tables().items()}


@cache
def _tables():
    with connection.cursor() as cursor:
        inspect = connection.introspection
        return {
            table: (
                table,
                tuple(sorted(column.name for column in inspect.get_table_description(cursor, table))),
                tuple(inspect.get_primary_key_columns(cursor, table) or ()),
            )
            for table in sorted(set(inspect.table_names(cursor)) - LEFT_BY_VISITS)
        }


def _digest(table, columns, key):
    with connection.cursor() as cursor:
        cursor.execute(statement(table, columns, key))
        return digest(columns, cursor.fetchall())


class Before:
    """All tables as they were. They are read anew when a row was written since, and not taken back."""

    def __init__(self):
        self.tables, self.taken_back = dump(), 0
        self.equal_at = _written()

    def changed(self):
        """Tables that are no longer what they were."""
        at = _written() - self.taken_back
        if connection.vendor == "sqlite" and at == self.equal_at:
            return []
        found = differing(self.tables, dump())
        if not found:
            self.equal_at = at
        return found
