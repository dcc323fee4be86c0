"""Accepting asks the database as often for two rows as for twenty."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.exchange import actions
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person
from tests import factories as make
from tests.domain.exchange.lists import child, load, mentor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
LETTERS = "абвгдежзиклмнопрстуф"


def queries(number, role):
    """How many queries a list of so many newcomers takes, each a family of their own."""
    by = make.staff(RoleCode.COORDINATOR)
    module = make.ModuleFactory(programme__organisation=by.person.organisation)
    people = [(f"Сов{letter}нова", f"{place:02}.03") for place, letter in enumerate(LETTERS[:number], 1)]
    if role == "mentor":
        rows = [mentor(f"{surname} Ирина Петровна", born=f"{day}.1985") for surname, day in people]
    else:
        rows = [
            child(f"{surname} Вера Игоревна", f"{day}.2014", guardian=f"{surname} Ольга Петровна", guardian_phone=day)
            for surname, day in people
        ]
    people_import = load(module, by, *rows, role=role)
    with CaptureQueriesContext(connection) as found:
        actions.accept(people_import, by=by)
    assert Person.objects.filter(organisation=module.organisation).count() == 1 + number * (2 - (role == "mentor"))
    return len(found)


@pytest.mark.parametrize("role", ["mentee", "mentor"])
def test_the_queries_of_accepting_do_not_grow_with_the_list(role):
    assert queries(20, role) == queries(2, role)
