"""Every field of every table is declared: personal with category, purpose and term, or of a table without people."""

import re

from django.apps import apps

from nastavnik.domain.privacy.declared import IMPERSONAL, TABLES, fields_of
from nastavnik.domain.privacy.queries import headings_of

OURS = {
    model._meta.label: model for model in apps.get_models() if model.__module__.startswith("nastavnik.")
}  # fmt: skip


def test_every_table_is_declared_once():
    declared = [table.model for table in TABLES] + [table.model for table in IMPERSONAL]

    assert sorted(declared) == sorted(OURS)


def test_every_field_of_a_personal_table_is_declared_once():
    differing = {
        table.model: sorted(set(table.fields) ^ fields_of(OURS[table.model]))
        for table in TABLES
        if sorted(table.fields) != sorted(fields_of(OURS[table.model]))
    }

    assert differing == {}


def test_a_new_field_would_be_missed_at_once():
    person = next(table for table in TABLES if table.model == "people.Person")

    assert fields_of(OURS["people.Person"]) - set(person.fields[1:]) == {person.fields[0]}


def test_free_words_of_other_tables_exist():
    unknown = [
        f"{table.model}.{word}"
        for table in IMPERSONAL
        for word in table.words
        if word not in fields_of(OURS[table.model])
    ]

    assert unknown == []


def test_what_is_not_told_is_declared():
    assert [table.model for table in TABLES if not table.unsaid <= set(table.fields)] == []


def test_whatever_somebody_is_told_has_a_russian_name():
    english = [
        f"{table.model}: {name}" for table in TABLES for name in headings_of(table) if re.search("[A-Za-z]", name)
    ]

    assert english == []
