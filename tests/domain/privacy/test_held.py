"""What is held is asked table by table, by few joins each: SQLite joins no more than 64 tables."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.privacy.declared import TABLES
from nastavnik.domain.privacy.queries import held
from tests import factories as make


@pytest.mark.django_db
def test_no_table_is_asked_for_with_more_than_a_dozen_joins(monkeypatch):
    person = make.PersonFactory()
    monkeypatch.setattr(held.QuerySet, "count", lambda _rows: 1)  # as if every table had something

    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert len(list(held.held_about(person))) == len(TABLES)

    assert max(query["sql"].count(" JOIN ") for query in asked) <= 12
