"""Ten thousand random lives on four days: what the product answers is what the law says, on every path.

No child without a valid consent is a candidate, is shown to a mentor, a mentee, a head or somebody else's guardian, or
is sent anything but the request for consent; such a child is counted, and nothing more.
"""

import re
from datetime import UTC, datetime, time
from random import Random

import pytest
from django.core import mail

from matchengine import candidates
from nastavnik.core import clock
from nastavnik.domain.consents.queries import (
    agreed,
    agreed_to,
    consents_in_force,
    processable,
    publishable,
    waiting,
    with_consent,
    withdrawn,
)
from nastavnik.domain.exchange.registers.columns import REGISTERS
from nastavnik.domain.matching.adapter import ids_of
from nastavnik.domain.matching.queries.pool import pool_of
from nastavnik.domain.mentorships.queries import visible_to as mentorships_visible_to
from nastavnik.domain.notifications.enums import MessageState
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.notifications.tasks import deliver
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.people.queries import minor_on
from nastavnik.domain.people.queries import visible_to as people_visible_to
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.programmes.queries import modules_visible_to, participations_visible_to
from tests.domain.consents.histories import law
from tests.domain.consents.histories.lives import DAYS, life
from tests.domain.consents.histories.storing import store
from tests.effort import IS_LONG

pytestmark = pytest.mark.django_db
NUMBER = 40_000 if IS_LONG else 10_000
LOOKED_AT = 4  # people of each sort whose own view is asked for, on each day


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Written once for all tests of the file, in a transaction that is undone after them."""
    from django.db import transaction

    source = Random(20261123)
    lives = tuple(life(number, source) for number in range(NUMBER))
    with django_db_blocker.unblock(), transaction.atomic():
        yield store(lives)
        transaction.set_rollback(True)


@pytest.fixture(params=DAYS, ids=str)
def on(request):
    with clock.fixed(datetime.combine(request.param, time(9), tzinfo=UTC)):
        yield request.param


def persons_where(world, rule):
    return {person.pk for one, person in zip(world.lives, world.persons, strict=True) if rule(one)}


def of_school(world, school, rule, on):
    return persons_where(world, lambda one: one.school == school and rule(one, on))


def told(world, wrong):
    """The first life of which the product and the law disagree, for who has to find out why."""
    return next((one for one, person in zip(world.lives, world.persons, strict=True) if person.pk in wrong), None)


def same(world, found, expected):
    assert found == expected, told(world, found ^ expected)


def test_the_lives_are_of_every_sort(world):
    for day in DAYS:
        children = [one for one in world.lives if law.is_child(one, day)]
        opened = sum(law.open_on(one, day) for one in children)
        both = sum(len(law.signers(one, day)) == 2 for one in children)
        assert len(children) > NUMBER * 0.3
        assert opened > len(children) * 0.1
        assert len(children) - opened > len(children) * 0.3
        assert both > len(children) * 0.1


def test_the_gate_and_its_opposite(world, on):
    own = Person.objects.filter(pk__in=[person.pk for person in world.persons])
    ids = {person.pk for person in world.persons}
    expected = persons_where(world, lambda one: law.open_on(one, on))

    same(world, set(own.filter(processable(on)).values_list("pk", flat=True)), expected)
    same(world, set(own.exclude(processable(on)).values_list("pk", flat=True)), ids - expected)
    reached = Participation.objects.filter(processable(on, prefix="person__"))
    same(world, set(reached.values_list("person_id", flat=True)), expected)
    children = persons_where(world, lambda one: law.is_child(one, on))
    same(world, set(own.filter(minor_on(on)).values_list("pk", flat=True)), children)
    same(world, set(consents_in_force(world.persons, on)), expected & children)


@pytest.mark.parametrize("kind", ["participation", "publication", "diagnostics"])
def test_other_kinds_hold_for_themselves(world, on, kind):
    own = Person.objects.filter(pk__in=[person.pk for person in world.persons])

    found = set(own.filter(agreed_to(kind, on)).values_list("pk", flat=True))

    same(world, found, persons_where(world, lambda one: law.agreed(one, kind, on)))
    if kind == "publication":
        shown = set(own.filter(publishable(on)).values_list("pk", flat=True))
        rule = persons_where(world, lambda one: law.agreed(one, kind, on) and law.open_on(one, on))
        same(world, shown, rule)


def test_every_child_stands_in_one_list_of_those_who_collect_consents(world, on):
    for school, coordinator in enumerate(world.coordinators):
        lists = [set(who(coordinator, on).values_list("pk", flat=True)) for who in (agreed, waiting, withdrawn)]
        children, opened = (of_school(world, school, rule, on) for rule in (law.is_child, law.open_on))

        same(world, lists[0], children & opened)
        same(world, lists[1] | lists[2], children - opened)
        assert not lists[1] & lists[2]


def test_who_is_waited_for_lacks_a_signature_or_the_term(world, on):
    people = with_consent(Person.objects.filter(pk__in=[person.pk for person in world.persons]), on)

    rows = {row.pk: row for row in people}

    for one, person in zip(world.lives, world.persons, strict=True):
        row = rows[person.pk]
        assert (row.needs_consent, row.is_open) == (law.is_child(one, on), law.open_on(one, on)), one
        if not row.is_open:
            assert row.lacks_guardian or row.lacks_own, one


def test_no_child_without_consent_is_a_candidate(world, on):
    module = world.modules[DAYS.index(on)]
    pool = pool_of(module, as_of=on)
    by_key = {str(p.pk): one for one, p in zip(world.lives, world.participations, strict=True)}

    records = [*pool.mentees, *pool.mentors]
    assert {record.key for record in records if record.consent} == {
        record.key for record in records if law.open_on(by_key[record.key], on)
    }
    mentees, mentors = ids_of(pool.problem)
    shut = [key for key in mentees if not law.open_on(by_key[key], on)]
    shut_mentors = {mentors[key] for key in mentors if not law.open_on(by_key[key], on)}
    for key in shut[:LOOKED_AT]:
        assert all(one.violations for one in candidates(pool.problem, (), mentees[key]))
    for key in [key for key in mentees if key not in set(shut)][:LOOKED_AT]:
        offered = {one.mentor_id for one in candidates(pool.problem, (), mentees[key]) if not one.violations}
        assert not offered & shut_mentors


def test_a_head_sees_whom_the_law_lets_see_and_counts_the_others(world, on):
    for school, head in enumerate(world.heads):
        opened, everybody = (of_school(world, school, rule, on) for rule in (law.open_on, law.exists))

        same(world, set(participations_visible_to(head).values_list("person_id", flat=True)), opened)
        pairs = {
            pk
            for pk, (mentor, mentee) in world.pairs.items()
            if mentor.school == school and law.open_on(mentor, on) and law.open_on(mentee, on)
        }
        assert set(mentorships_visible_to(head).values_list("pk", flat=True)) == pairs
        assert not people_visible_to(head).exists()
        module = modules_visible_to(head).get()
        assert module.mentees + module.mentors == len(everybody)


def test_nobody_meets_a_child_without_consent_in_a_pair(world, on):
    persons = {one.number: person for one, person in zip(world.lives, world.persons, strict=True)}
    by_law = [(pk, *pair) for pk, pair in world.pairs.items()]
    hidden = [row for row in by_law if not (law.open_on(row[1], on) and law.open_on(row[2], on))]
    for pk, mentor, mentee in [*by_law[:LOOKED_AT], *hidden[:LOOKED_AT]]:
        for me, other in ((mentor, mentee), (mentee, mentor)):
            user = User.objects.get(pk=persons[me.number].user_id)

            seen = set(mentorships_visible_to(user).values_list("pk", flat=True))

            assert (pk in seen) == law.open_on(other, on), (me, other)
            assert set(people_visible_to(user)) == {persons[me.number]}


def test_a_guardian_sees_the_own_child_and_no_other_without_consent(world, on):
    looked_at = 0
    for pk, (mentor, mentee) in world.pairs.items():
        if not mentee.guardians or law.open_on(mentor, on):
            continue
        child = world.persons[mentee.number]
        for row in child.guardians.select_related("guardian__user"):
            assert pk not in set(mentorships_visible_to(row.guardian.user).values_list("pk", flat=True))
            assert world.persons[mentor.number] not in people_visible_to(row.guardian.user)
        looked_at += 1
        if looked_at == LOOKED_AT:
            break
    assert looked_at


def test_letters_leave_for_whom_the_law_lets_write_to(world, on, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    by_person = {person.pk: one for one, person in zip(world.lives, world.persons, strict=True)}
    before = set(Message.objects.exclude(state=MessageState.QUEUED).values_list("pk", flat=True))

    deliver()

    rows = list(Message.objects.exclude(state=MessageState.QUEUED).exclude(pk__in=before))
    expected = {row.pk: law.sent(row.kind, by_person[row.recipient_id], on) for row in rows}
    assert {row.pk: row.state == MessageState.SENT for row in rows} == expected
    assert {True, False} == set(expected.values())
    # One letter a person, the request for a consent apart.
    letters = {(row.recipient_id, row.kind == "consent_requested") for row in rows if expected[row.pk]}
    assert len(mail.outbox) == len(letters)


def test_a_table_that_leaves_names_whom_the_law_lets_name(world, on, client):
    school = DAYS.index(on)
    client.force_login(world.coordinators[school])

    for register in ("mentee", "mentor"):
        codes = [column.code for column in REGISTERS[register]]
        table = client.post("/registers/export/", {"register": register, "column": codes, "format": "csv"})

        named = {int(number) for number in re.findall(r"Вымышленный(\d+)", table.content.decode())}
        opened = {one.number for one in world.lives if one.school == school and law.open_on(one, on)}
        assert named <= opened, sorted(named - opened)[:3]
        assert {one.number for one in world.lives if one.number in opened and one.role == register} <= named
