"""Headings of tables out are those that our own reader knows."""

import pytest

from nastavnik.domain.exchange.mapping import recognise
from nastavnik.domain.exchange.registers.columns import chosen, columns_of


@pytest.mark.parametrize("register", ["mentee", "mentor"])
def test_our_reader_takes_every_column_for_what_it_is(register):
    taken = {column.code: recognise(str(column.title), register)[0] for column in columns_of(register)}

    assert taken == {column.code: column.field for column in columns_of(register)}


def test_columns_keep_the_order_of_the_form_whatever_the_order_they_are_asked_in():
    codes = [column.code for column in chosen("mentee", ["group", "main_need", "unheard of"])]

    assert codes == ["name", "main_need", "group"]


def test_without_a_choice_the_usual_columns_are_shown():
    assert [column.code for column in chosen("mentor", [])] == [
        "name", "competences", "others", "group", "places", "clearance", "consent", "state",
    ]  # fmt: skip
