"""A grown-up whose row says no: the gate of consent is for children, the answer holds nevertheless."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik.cli.quick.matching import match
from nastavnik.domain.exchange import actions
from nastavnik.domain.exchange.reading.people import read_people
from nastavnik.domain.exchange.reading.table import read_table
from nastavnik.domain.matching.queries import pool_of
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.models import Participation
from tests import factories as make
from tests.domain.exchange.lists import MENTEES, child, load, workbook

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
ON = date(2026, 11, 23)


@pytest.fixture
def by():
    return make.staff(RoleCode.COORDINATOR)


@pytest.fixture
def module(by):
    return make.ModuleFactory(programme__organisation=by.person.organisation)


def test_a_grown_up_who_said_no_is_not_admitted_to_matching(by, module):
    grown = child("Белкина Анна", born="23.11.2008", consent="нет")  # eighteen on the day
    younger = child("Ким Вика", born="24.11.2008", consent="нет")
    rows = [grown, younger, child("Лось Яна", born="23.11.2008", consent="")]

    done = actions.accept(load(module, by, *rows), by=by)
    again = actions.accept(load(module, by, *rows), by=by)

    states = dict(Participation.objects.values_list("person__surname", "state"))
    assert states == {"Белкина": "enrolled", "Ким": "ready", "Лось": "ready"}
    assert done.outcome["declined"] == again.outcome["declined"] == [Person.objects.get(surname="Белкина").pk]


def test_the_same_people_are_past_the_gate_with_a_database_and_without(by, module):
    rows = [
        child(f"Белкина {name}", born=born, consent=consent)
        for name, born, consent in [
            ("Анна", "23.11.2008", "нет"),
            ("Вика", "23.11.2008", "да"),
            ("Ольга", "23.11.2008", ""),
            ("Нина", "24.11.2008", "нет"),
            ("Вера", "14.03.2014", "да"),
            ("Яна", "14.03.2014", ""),
        ]
    ]
    reading = read_people(read_table(workbook(MENTEES, *rows), "Список.xlsx", role="mentee"), "mentee", as_of=ON)
    matched = match(reading, replace(reading, role="mentor", records=()), ON)

    actions.accept(load(module, by, *rows), by=by)

    pool = pool_of(module, as_of=ON)
    open_to = {record.name for record in pool.mentees if record.consent}
    assert open_to == {
        "белкина вика",
        "белкина ольга",
        "белкина вера",
    }
    assert matched.result.certificate["eligible"] == 3
