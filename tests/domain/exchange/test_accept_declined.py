"""Whose row says no is not admitted to matching, whatever their age, until a list says yes."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from nastavnik.cli.quick.matching import match
from nastavnik.core import clock
from nastavnik.domain.exchange import actions
from nastavnik.domain.exchange.models import ListedRefusal
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


def test_who_said_no_is_not_admitted_to_matching(by, module):
    grown = child("Белкина Анна", born="23.11.2008", consent="нет")  # eighteen on the day
    younger = child("Ким Вика", born="24.11.2008", consent="нет")
    rows = [grown, younger, child("Лось Яна", born="23.11.2008", consent="")]

    done = actions.accept(load(module, by, *rows), by=by)
    again = actions.accept(load(module, by, *rows), by=by)

    states = dict(Participation.objects.values_list("person__surname", "state"))
    assert states == {"Белкина": "enrolled", "Ким": "enrolled", "Лось": "ready"}
    said_no = Person.objects.filter(surname__in=("Белкина", "Ким")).order_by("pk")
    assert done.outcome["declined"] == again.outcome["declined"] == [person.pk for person in said_no]
    assert ListedRefusal.objects.filter(taken_back_on=None).count() == 2


def states_after(by, module, *answers, born="24.11.2008"):
    """One person in lists with these answers, one after the other."""
    states = []
    for number, answer in enumerate(answers):
        row = child("Ким Вика", born=born, consent=answer, phone=f"+7999000000{number}")
        actions.accept(load(module, by, row), by=by)
        states.append(Participation.objects.get().state)
    return states


def test_a_no_is_remembered_when_the_next_list_says_nothing(by, module):
    assert states_after(by, module, "нет", "") == ["enrolled", "enrolled"]


def test_growing_up_is_no_answer(by, module):
    states_after(by, module, "нет")
    with clock.fixed(datetime(2026, 11, 25, 8, tzinfo=UTC)):  # eighteen by now
        actions.accept(load(module, by, child("Ким Вика", born="24.11.2008", consent="")), by=by)

        assert list(pool_of(module, as_of=date(2026, 11, 25)).mentees) == []
    assert Participation.objects.get().state == "enrolled"


def test_a_later_yes_takes_the_no_back(by, module):
    assert states_after(by, module, "нет", "да") == ["enrolled", "ready"]
    assert ListedRefusal.objects.get().taken_back_on == ON


def test_a_no_after_a_yes_leaves_out_who_has_no_pair(by, module):
    assert states_after(by, module, "да", "нет", born="23.11.2008") == ["ready", "suspended"]


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
