"""An import undone: every row of every table is as it was, and nothing that others did is lost."""

import random
from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.db import connection, transaction

from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, ForbiddenTransition
from nastavnik.domain.consents.actions import Signature, record_consent
from nastavnik.domain.consents.queries import is_processable
from nastavnik.domain.exchange import actions, queries
from nastavnik.domain.exchange.errors import ImportStoodUpon
from nastavnik.domain.organisations.models import StudyGroup
from nastavnik.domain.people.actions import edit_person, enrol_in_group
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.models import Participation
from tests import factories as make
from tests.domain.exchange.lists import child, load, mentor
from tests.effort import IS_LONG

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
ON = date(2026, 11, 23)
APART = ("core", "exchange.peopleimport", "files", "sessions")  # the trail, the list itself, its file
NAMES = ("Аистова Вера Игоревна", "Белкина Анна", "Ветрова Яна Олеговна", "Галкина Ева", "Дятлова Нина", "Ежова Ия")
GUARDIANS = (("", ""), ("Аистова Ольга Петровна", "8 999 000-00-01"), ("Белкин Пётр", ""), ("Ким Лия", "8 999 5550102"))


@pytest.fixture
def by():
    return make.staff(RoleCode.COORDINATOR)


@pytest.fixture
def module(by):
    return make.ModuleFactory(programme__organisation=by.person.organisation)


def everything():
    """Every row of every table but for its version: that only grows, so that no late form is taken for a fresh one."""
    found = {}
    for model in apps.get_models():
        if model._meta.label_lower.startswith(APART) or not model.__module__.startswith("nastavnik"):
            continue
        names = [field.attname for field in model._meta.concrete_fields if field.name != "version"]
        found[model._meta.label_lower] = sorted(model._default_manager.values_list(*names), key=lambda row: row[0])
    return found


def random_rows(chance, role):
    rows = []
    for name in chance.sample(NAMES, chance.randint(1, len(NAMES))):
        if role == "mentor":
            rows.append(
                mentor(
                    name,
                    born=f"0{chance.randint(1, 3)}.05.1985",
                    clearance=chance.choice(["да, 25.08.2026", "", "нет"]),
                )
            )
            continue
        guardian, phone = chance.choice(GUARDIANS)
        consent = chance.choice(["да", "нет", ""])
        born = chance.choice(["14.03.2014", "01.05.2011", "02.02.2006", ""])
        group, need = chance.choice(["6Б", "7А", ""]), chance.choice(["алгебра", "физика", ""])
        own_phone = chance.choice(["", "8 999 123-45-67"])
        rows.append(child(name, born, group, guardian, phone, consent, need, own_phone))
    return rows


def import_at_random(chance, module, by):
    role = chance.choice(["mentee", "mentee", "mentor"])
    people_import = load(module, by, *random_rows(chance, role), role=role)
    for question in queries.preview(people_import).comparison.open_questions:
        actions.decide(people_import, key=question.key, answer=chance.choice(["same", "different"]), by=by)
    return people_import


@pytest.mark.parametrize("seed", range(20 if IS_LONG else 2))
def test_after_undoing_every_row_is_as_it_was(by, module, seed):
    chance = random.Random(seed)
    for _time in range(10):
        with transaction.atomic():
            for _before in range(chance.randint(0, 2)):
                accept_if_possible(chance, import_at_random(chance, module, by), by)
            people_import = import_at_random(chance, module, by)
            before = everything()

            accepted = accept_if_possible(chance, people_import, by)
            assert queries.hindrances(people_import) == []
            if accepted:
                actions.undo(people_import, by=by)

            assert everything() == before
            transaction.set_rollback(True)


def accept_if_possible(chance, people_import, by):
    """A list in which nobody is ready is left."""
    if not queries.preview(people_import).comparison.entries:
        return False
    options = {"admit": chance.random() < 0.7, "own_signatures": chance.random() < 0.5}
    actions.accept(people_import, by=by, **options)
    return True


@pytest.fixture
def accepted(by, module):
    return actions.accept(load(module, by, child("Аистова Вера", guardian="Аистова Ольга")), by=by)


def vera():
    return Person.objects.get(surname="Аистова", given_name="Вера")


def refused(people_import, by):
    """The codes of what hinders; undoing is refused and changes nothing."""
    before = everything()
    with pytest.raises(ImportStoodUpon):
        actions.undo(people_import, by=by)
    people_import.refresh_from_db()
    assert everything() == before
    return {one.code for one in queries.hindrances(people_import)}


def test_what_was_edited_since_hinders(by, accepted):
    edit_person(vera(), {"phone": "+79990000001"}, version=1, by=by)

    assert refused(accepted, by) == {"edited"}
    assert [person.surname for person in queries.hindrances(accepted)[0].people] == ["Аистова"]


def test_a_consent_given_since_hinders(by, module):
    accepted = actions.accept(load(module, by, child("Аистова Вера", consent="")), by=by)
    record_consent(vera(), starts_on=ON, signatures=[Signature("guardian", None, ON)], by=by)

    assert refused(accepted, by) == {"consents.consent"}


def test_who_signed_in_since_hinders(by, accepted):
    User.objects.filter(persons=vera()).update(last_login=clock.now())

    assert refused(accepted, by) == {"signed_in"}


def test_a_step_of_the_participation_hinders(by, accepted):
    programmes.suspend(Participation.objects.get(), by=by)

    assert refused(accepted, by) == {"edited", "programmes.participationstatechange"}


def test_a_later_list_with_the_same_people_hinders_until_it_is_undone(by, module, accepted):
    later = actions.accept(
        load(module, by, child("Аистова Вера", phone="8 999 123-45-67", guardian="Аистова Ольга")), by=by
    )

    assert refused(accepted, by) == {"edited"}

    actions.undo(later, by=by)
    assert vera().phone == ""


def test_who_was_admitted_by_a_list_goes_back_to_where_they_stood(by, module):
    actions.accept(load(module, by, child("Аистова Вера")), by=by, admit=False)
    later = actions.accept(load(module, by, child("Аистова Вера", phone="8 999 123-45-67")), by=by)
    assert Participation.objects.get().state == "ready"

    actions.undo(later, by=by)

    assert (Participation.objects.get().state, Participation.objects.get().state_changes.count()) == ("enrolled", 0)


def test_a_class_that_others_are_in_by_now_stays(by, module, accepted):
    other = make.PersonFactory(organisation=module.organisation, surname="Лось")
    enrol_in_group(other, study_group=StudyGroup.objects.get(title="6Б"), starts_on=ON, by=by)

    actions.undo(accepted, by=by)

    assert list(Person.objects.exclude(user=by)) == [other]
    assert StudyGroup.objects.get().title == "6Б"


def test_undoing_is_done_once_and_by_who_saw_the_last_version(by, accepted):
    with pytest.raises(ChangedMeanwhile):
        actions.undo(accepted, by=by, version=1)
    actions.undo(accepted, by=by)

    assert (accepted.state, accepted.trace, accepted.outcome["accepted"]) == ("undone", {}, 1)
    assert "declined" not in accepted.outcome
    with pytest.raises(ForbiddenTransition):
        actions.undo(accepted, by=by)


def test_the_button_stands_for_ten_minutes_and_the_way_stays(by, accepted):
    assert queries.can_still_be_pressed(accepted)
    with clock.fixed(datetime(2026, 11, 23, 6, 51, tzinfo=UTC)):
        assert not queries.can_still_be_pressed(accepted)
        actions.undo(accepted, by=by)
    assert Person.objects.count() == 1


def test_the_queries_of_undoing_do_not_grow_with_the_list(by, module, django_assert_max_num_queries):
    rows = [child(name, guardian=f"{name.split()[0]} Ольга") for name in NAMES]
    accepted = actions.accept(load(module, by, *rows), by=by)

    with django_assert_max_num_queries(320):
        actions.undo(accepted, by=by)
    assert Person.objects.count() == 1


def kept(people_import):
    named = Person.objects.in_bulk([one["person"] for one in people_import.outcome["kept"]])
    return {named[one["person"]].surname: one["why"] for one in people_import.outcome["kept"]}


def test_who_was_edited_since_stays_whole_with_the_parent_and_the_others_go(by, module):
    rows = (child("Аистова Вера", guardian="Аистов Пётр"), child("Белкина Анна", guardian="Белкин Пётр"))
    accepted = actions.accept(load(module, by, *rows), by=by)
    edit_person(vera(), {"phone": "+79990000001"}, version=1, by=by)
    before = everything()

    actions.undo(accepted, by=by)

    assert set(Person.objects.exclude(user=by).values_list("surname", "phone")) == {
        ("Аистова", "+79990000001"), ("Аистов", ""),
    }  # fmt: skip
    assert kept(accepted) == {"Аистова": ["edited"], "Аистов": []}
    after = everything()
    gone = {table for table, rows in before.items() if len(after[table]) < len(rows)}
    assert gone >= {"people.person", "people.guardianship", "consents.consent", "programmes.participation"}
    assert all(set(map(repr, after[table])) <= set(map(repr, rows)) for table, rows in before.items())
    assert Participation.objects.get().person == vera()
    assert is_processable(vera(), ON)


def test_a_filled_card_that_was_edited_since_stays_and_the_other_is_empty_again(by, module):
    actions.accept(load(module, by, child("Аистова Вера"), child("Белкина Анна")), by=by)
    filling = [child(name, phone=f"8 999 123-45-0{n}") for n, name in enumerate(("Аистова Вера", "Белкина Анна"))]
    later = actions.accept(load(module, by, *filling), by=by)
    edit_person(vera(), {"patronymic": "Игоревна"}, version=vera().version, by=by)

    actions.undo(later, by=by)

    people = Person.objects.exclude(user=by).values_list("surname", "patronymic", "phone")
    assert set(people) == {("Аистова", "Игоревна", "+79991234500"), ("Белкина", "", "")}
    assert kept(later) == {"Аистова": ["edited"]}


def test_whom_nobody_touched_goes_whatever_was_done_to_the_others(by, module):
    """Chosen at random who was worked with: after it the others are as if they had never been in the list."""
    for seed in range(6):
        chance = random.Random(seed)
        with transaction.atomic():
            rows = random_rows(chance, "mentee")
            actions.accept(load(module, by, *rows), by=by) if chance.random() < 0.5 else None
            before = set(Person.objects.values_list("pk", flat=True))
            people_import = import_at_random(chance, module, by)
            if accept_if_possible(chance, people_import, by):
                made = list(Person.objects.exclude(pk__in=before))
                touched = chance.sample(made, chance.randint(0, len(made)))
                for one in touched:
                    edit_person(one, {"patronymic": "Правка"}, version=one.version, by=by)
                found = queries.undoing(people_import)
                if found.is_possible:
                    actions.undo(people_import, by=by)
                    left = set(Person.objects.exclude(pk__in=before).values_list("pk", flat=True))
                    assert left == set(found.kept) & {one.pk for one in made}
                    assert {one.pk for one in touched} <= left
                connection.check_constraints()
            transaction.set_rollback(True)
