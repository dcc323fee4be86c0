"""The rule of the database: while a child is in a channel, two adults are, one of them not the mentor.

Random histories are written past the product's actions, straight into the tables; a few lines of Python say for every
step what the rule means, and the database must take and refuse exactly the same.
"""

import random
from contextlib import suppress
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.consents.models import Consent
from nastavnik.domain.conversations import actions
from nastavnik.domain.conversations.models import ChannelMember, Message, MessageVersion
from nastavnik.domain.conversations.queries import in_office
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.people.models import Person, RoleAssignment
from tests import factories as make
from tests.conftest import NOW
from tests.domain.conversations.pairs import talking
from tests.effort import IS_LONG

HISTORIES = 10_000
WALKS = 200 if IS_LONG else 8
STEPS = 24
ADULTS, CHILDREN = range(1, 6), range(6, 9)  # places of persons in a history
DAYS = ("write", "write", "dismiss", "appoint", "consent", "grow", "end", "consultant", "look")
KINDS = ("come",) * 6 + ("leave", "leave", "turn", "say", "say", "unsay", "delete")
AT = "2026-11-23 06:40:00"


def rule_holds(inside):
    """`inside`: person → (role, is a child)."""
    grown = [role for role, is_child in inside.values() if not is_child]
    return len(grown) == len(inside) or (len(grown) >= 2 and "watcher" in grown)


class History:
    """One channel, its members as the model knows them, and the same steps in the tables."""

    def __init__(self, cursor, channel, organisation, persons, dice):
        self.cursor, self.channel, self.organisation, self.persons, self.dice = (
            cursor, channel, organisation, persons, dice,
        )  # fmt: skip
        self.inside, self.said = {}, 0

    def step(self):
        """A random step; returns whether the database took it and whether it should have."""
        kind = self.dice.choice(KINDS)
        return getattr(self, kind)()

    def come(self):
        place = self.dice.choice((*ADULTS, *CHILDREN))
        is_child = place in CHILDREN
        role = self.dice.choice(
            ("mentor", "mentee") if is_child else ("mentor", "mentee", "watcher", "watcher", "consultant")
        )
        if place in self.inside:
            return True, True
        after = {**self.inside, place: (role, is_child)}
        taken = self._do(
            "INSERT INTO conversations_channelmember (version, created_at, role, is_child, joined_at, channel_id,"
            " organisation_id, person_id) VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
            (AT, role, is_child, AT, self.channel, self.organisation, self.persons[place]),
        )
        return self._outcome(taken, after)

    def leave(self):
        if not self.inside:
            return True, True
        place = self.dice.choice(list(self.inside))
        after = {key: value for key, value in self.inside.items() if key != place}
        taken = self._do(
            "UPDATE conversations_channelmember SET left_at = ? WHERE channel_id = ? AND person_id = ?"
            " AND left_at IS NULL",
            (AT, self.channel, self.persons[place]),
        )
        return self._outcome(taken, after)

    def turn(self):
        """A second adult becomes a mentor, or a child is called an adult."""
        if not self.inside:
            return True, True
        place = self.dice.choice(list(self.inside))
        _role, is_child = self.inside[place]
        after = self.inside | {place: ("mentor", False)}
        taken = self._do(
            "UPDATE conversations_channelmember SET role = 'mentor', is_child = 0 WHERE channel_id = ?"
            " AND person_id = ? AND left_at IS NULL",
            (self.channel, self.persons[place]),
        )
        if is_child:
            return taken, False
        return self._outcome(taken, after)

    def say(self):
        place = self.dice.choice((*ADULTS, *CHILDREN))
        taken = self._do(
            "INSERT INTO conversations_message (version, created_at, kind, sent_at, author_id, channel_id,"
            " organisation_id) VALUES (1, ?, 'text', ?, ?, ?, ?)",
            (AT, AT, self.persons[place], self.channel, self.organisation),
        )
        self.said += taken
        return taken, place in self.inside

    def unsay(self):
        taken = self._do("DELETE FROM conversations_message WHERE channel_id = ?", (self.channel,))
        return taken, self.said == 0

    def delete(self):
        """Rows of members may not be taken away from beside a child either."""
        if not self.inside:
            return True, True
        place = self.dice.choice(list(self.inside))
        after = {key: value for key, value in self.inside.items() if key != place}
        taken = self._do(
            "DELETE FROM conversations_channelmember WHERE channel_id = ? AND person_id = ? AND left_at IS NULL",
            (self.channel, self.persons[place]),
        )
        return self._outcome(taken, after)

    def _outcome(self, taken, after):
        expected = rule_holds(after)
        if taken:
            self.inside = after
        return taken, expected

    def _do(self, statement, values):
        try:
            self.cursor.execute(statement, values)
        except connection.Database.IntegrityError:
            return False
        return True


LONELY = """
SELECT count(*) FROM conversations_channel c WHERE EXISTS (
    SELECT 1 FROM conversations_channelmember m WHERE m.channel_id = c.id AND m.left_at IS NULL AND m.is_child)
AND ((SELECT count(DISTINCT m.person_id) FROM conversations_channelmember m
      WHERE m.channel_id = c.id AND m.left_at IS NULL AND NOT m.is_child) < 2
     OR NOT EXISTS (SELECT 1 FROM conversations_channelmember m WHERE m.channel_id = c.id AND m.left_at IS NULL
                    AND m.role = 'watcher' AND NOT m.is_child))
"""


@pytest.mark.django_db
def test_ten_thousand_histories_never_leave_a_child_with_fewer_than_two_adults(now):
    if connection.vendor != "sqlite":
        pytest.skip("statement by statement on SQLite; on PostgreSQL the rule waits for the end of the transaction")
    organisation = make.OrganisationFactory()
    persons = {place: make.PersonFactory(organisation=organisation, adult=True).pk for place in ADULTS}
    persons |= {place: make.PersonFactory(organisation=organisation).pk for place in CHILDREN}
    dice, raw = random.Random(20261123), connection.connection
    cursor, with_child, refused = raw.cursor(), 0, 0
    for number in range(HISTORIES):
        cursor.execute(
            "INSERT INTO conversations_channel (version, created_at, opened_at, organisation_id) VALUES (1, ?, ?, ?)",
            (AT, AT, organisation.pk),
        )
        history = History(cursor, cursor.lastrowid, organisation.pk, persons, dice)
        for _step in range(STEPS):
            taken, expected = history.step()
            assert taken == expected, (number, history.inside)
            assert rule_holds(history.inside)
            refused += not taken
        with_child += any(is_child for _role, is_child in history.inside.values())

    assert cursor.execute(LONELY).fetchone() == (0,)
    assert with_child > HISTORIES // 10  # the histories do come to children
    assert refused > HISTORIES


@pytest.mark.django_db
@pytest.mark.postgres
def test_the_rule_stands_on_the_engine_in_use(now):
    us = talking()
    rows = ChannelMember.objects.filter(channel=us.channel)
    said = actions.post(us.channel, author=us.mentor, text="Привет", by=None)

    for forbidden in (
        lambda: rows.filter(role="watcher").update(left_at=clock.now()),
        lambda: rows.filter(role="watcher").update(role="consultant"),
        lambda: rows.filter(role="mentor").delete(),
        lambda: rows.filter(role="mentee").update(is_child=False),
        lambda: rows.filter(role="mentor").update(person=us.psychologist),
        lambda: Message.objects.filter(pk=said.pk).delete(),
        lambda: MessageVersion.objects.update(text="Другое"),
        lambda: MessageVersion.objects.all().delete(),
        lambda: Message.objects.create(
            organisation=us.pair.organisation, channel=us.channel, author=us.psychologist, sent_at=clock.now()
        ),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            at_the_end_of_a_transaction(forbidden)
    MessageVersion.objects.update(text="")  # an erasure takes words away
    rows.filter(role="mentee").update(left_at=clock.now())
    rows.filter(role="watcher").update(left_at=clock.now())  # nobody is alone any more


def at_the_end_of_a_transaction(change):
    """The change, and what a commit would look at: on PostgreSQL the rule waits for it."""
    change()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Walk:
    """Random days of a pair by the product's own actions: people come, go, are dismissed; somebody always writes."""

    def __init__(self, dice):
        self.dice, self.us, self.day = dice, talking(), 0
        self.spare = [make.staff(role, self.us.pair.organisation).person for role in ("teacher", "head", "coordinator")]

    def step(self):
        kind = self.dice.choice(
            ("write", "write", "dismiss", "appoint", "consent", "grow", "end", "consultant", "look")
        )
        with suppress(DomainError), transaction.atomic():
            getattr(self, kind)()

    def write(self):
        author = self.dice.choice((self.us.mentor, self.us.child))
        before = Message.objects.count()
        with suppress(DomainError):
            actions.post(self.us.channel, author=author, text="Как дела?", by=None)
        if Message.objects.count() > before:
            self.watched()

    def watched(self):
        """Whoever wrote: beside every child stand two adults in office or in the pair, one of them no side of it."""
        inside = list(self.us.channel.members.filter(left_at__isnull=True))
        today = clock.today()
        staff = set(in_office(self.us.pair.organisation_id, today).values_list("pk", flat=True))
        if any(member.is_child for member in inside):
            adults = {m.person_id for m in inside if not m.is_child}
            watching = {m.person_id for m in inside if m.role == "watcher"}
            assert len(adults) >= 2
            assert watching & staff
            assert self.us.mentor.pk not in watching
            consents = Consent.objects.filter(person=self.us.child, withdrawn_on__isnull=True)
            assert consents.exists()

    def dismiss(self):
        held = RoleAssignment.objects.filter(ends_on__isnull=True, role__in=("coordinator", "psychologist", "head"))
        chosen = held.order_by("?").first()
        if chosen:
            RoleAssignment.objects.filter(pk=chosen.pk).update(ends_on=clock.today() - timedelta(days=1))

    def appoint(self):
        person = self.dice.choice(self.spare)
        RoleAssignment.objects.filter(user=person.user).update(ends_on=None)

    def consent(self):
        given = Consent.objects.filter(person=self.us.child)
        is_given = given.filter(withdrawn_on__isnull=True).exists()
        given.update(withdrawn_on=clock.today() if is_given else None)

    def grow(self):
        born = self.dice.choice((date(2005, 1, 1), date(2014, 3, 2)))
        Person.objects.filter(pk=self.us.child.pk).update(birth_date=born)

    def end(self):
        state = self.dice.choice(("active", "active", "dissolved"))
        Mentorship.objects.filter(pk=self.us.pair.pk).update(state=state)
        self.us.channel.mentorship.refresh_from_db()

    def consultant(self):
        actions.admit_side(self.us.channel, self.dice.choice(self.spare), "consultant", by=None)

    def look(self):
        actions.attend(self.us.channel)


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(WALKS))
def test_whatever_happens_to_people_every_word_is_read_by_a_second_adult(seed):
    with clock.fixed(NOW):
        walk = Walk(random.Random(seed))
        for _step in range(STEPS):
            walk.step()
            with connection.cursor() as cursor:
                cursor.execute(LONELY)
                assert cursor.fetchone() == (0,)
