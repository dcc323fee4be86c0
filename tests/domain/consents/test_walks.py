"""Random walks through the real actions: whatever order things happen in, the gate says what the law says of the rows.

The law reads the rows and knows nothing of the actions; two promises of the actions are held beside it: what is
withdrawn is shut on that day whatever was asked, signed or renewed before, and opens only by a new signature.
"""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from random import Random

import pytest

from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.consents import actions
from nastavnik.domain.consents.actions import Signature
from nastavnik.domain.consents.models import Consent, ConsentRequest
from nastavnik.domain.consents.queries import consents_in_force, is_processable, processable
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.queries import visible_to
from nastavnik.domain.people.actions import add_guardian
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Clearance, Enrolment, Person
from tests import factories as make
from tests.domain.consents.histories import law
from tests.domain.consents.histories.lives import THRESHOLDS, Agreed, Life, Term
from tests.effort import IS_LONG

pytestmark = pytest.mark.django_db
WALKS, STEPS = (1000, 12) if IS_LONG else (200, 6)
LOOKED_AT = 20  # mentors whose own view is asked for after each step
START = date(2026, 11, 23)


class Walk:
    """One child with a mentor in a school, and a calendar that only goes on."""

    def __init__(self, by, mentor, module, seed):
        self.source, self.by, self.mentor, self.module = Random(seed), by, mentor, module
        self.school = by.person.organisation
        years, days = self.source.choice(((9, 0), (13, 360), (14, 0), (15, 100), (17, 360), (18, 0)))
        born = START.replace(year=START.year - years) - timedelta(days=days)
        self.child = make.PersonFactory(
            organisation=self.school, birth_date=None if self.source.random() < 0.1 else born, with_user=True
        )
        Enrolment.objects.create(
            organisation=self.school, person=self.child, study_group=module.group, starts_on=date(2026, 9, 1)
        )
        self.participation = make.ParticipationFactory(module=module, person=self.child)
        self.today = START
        self.shut_on = None
        self.pair = None
        self.last = ""

    def step(self, today):
        self.today = today
        act = self.source.choice(
            (self.record, self.record, self.ask, self.answer, self.answer, self.refuse, self.withdraw, self.new_text,
             self.propose, self.list_says, self.guardian)
        )  # fmt: skip
        with suppress(DomainError):  # refused with a sentence: nothing may have changed for the worse
            act()
        self.last = act.__name__

    def parties(self):
        return self.source.choice((["guardian"], ["child"], ["guardian", "child"]))

    def until(self):
        return self.source.choice((None, None, self.today + timedelta(days=20)))

    def record(self):
        day = self.today - timedelta(days=self.source.choice((0, 0, 3)))
        signed = [Signature(party, None, day) for party in self.parties()]
        actions.record_consent(self.child, starts_on=day, ends_on=self.until(), signatures=signed, by=self.by)
        self.shut_on = None

    def ask(self):
        party = self.source.choice(("guardian", "child"))
        actions.request_consents(
            self.child, kinds=["processing", "publication"], party=party, until=self.until(), by=self.by
        )

    def answer(self):
        every = list(ConsentRequest.objects.filter(person=self.child).order_by("pk"))
        if every:
            request = self.source.choice(every)
            kinds = self.source.choice((["processing"], ["processing", "publication"], ["publication"]))
            actions.answer_request(request, kinds, signer_name="Аистова Вера")
            self.shut_on = None if "processing" in kinds else self.shut_on

    def refuse(self):
        request = ConsentRequest.objects.filter(person=self.child).last()
        if request:
            actions.refuse_request(request)

    def withdraw(self):
        every = list(Consent.objects.filter(person=self.child, kind="processing").order_by("pk"))
        if every:
            actions.withdraw_consent(self.source.choice(every), on=self.today, by=self.by)
            self.shut_on = self.today

    def new_text(self):
        actions.publish_draft(actions.draft_text(self.school, "processing", by=self.by), by=self.by)

    def list_says(self):
        before = is_processable(self.child, self.today)
        withdrawn = self.shut_on is not None
        listed = [(self.child, [Signature("guardian", None, self.today)])]
        actions.record_listed(listed, organisation=self.school, on=self.today, by=self.by)
        assert not (withdrawn and not before and is_processable(self.child, self.today))

    def guardian(self):
        parent = make.PersonFactory(organisation=self.school, adult=True)
        add_guardian(self.child, guardian=parent, starts_on=self.today, by=self.by)

    def propose(self):
        if self.pair is None:
            (self.pair,) = mentorships.propose(
                self.module, pairs=[(self.mentor, self.participation)], on=self.today, by=self.by
            )


def look(walks, today):
    """All walks at once: the rows of each are read as a life and the law is asked about it."""
    children = [walk.child for walk in walks]
    lives = read_all(children)
    for day in (today, today + timedelta(days=1), today + timedelta(days=25)):
        opened = set(Person.objects.filter(processable(day), pk__in=lives).values_list("pk", flat=True))
        named = consents_in_force(children, day)
        for walk in walks:
            life = lives[walk.child.pk]
            expected = law.open_on(life, day)
            assert (walk.child.pk in opened) is expected, (walk.last, day, life)
            assert (walk.child.pk in named) is (expected and law.is_child(life, day)), (walk.last, day, life)
    for walk in walks:
        life = lives[walk.child.pk]
        if walk.shut_on is not None and law.is_child(life, today):
            assert not law.open_on(life, today), (walk.last, life)
    for walk in [walk for walk in walks if walk.pair is not None][:LOOKED_AT]:
        seen = visible_to(walk.mentor.person.user).filter(pk=walk.pair.pk).exists()
        assert seen is law.open_on(lives[walk.child.pk], today), (walk.last, lives[walk.child.pk])


def read_all(children):
    """The rows of the children as lives, by id."""
    rows = Person.objects.filter(pk__in=[child.pk for child in children]).select_related("organisation")
    return {row.pk: read(row) for row in rows.prefetch_related("consents__signatures", "enrolments")}


def read(person):
    return Life(
        number=person.pk,
        school=THRESHOLDS.index(person.organisation.own_consent_from),
        birth_date=person.birth_date,
        post=person.post,
        classes=tuple(Term(one.starts_on, one.ends_on) for one in person.enrolments.all()),
        mentee_role=None,
        consents=tuple(
            Agreed(
                one.kind,
                Term(one.starts_on, one.ends_on),
                one.withdrawn_on,
                one.text_id,
                tuple((signature.party, signature.signed_on) for signature in one.signatures.all()),
            )
            for one in person.consents.all()
        ),
        role="mentee",
    )


@pytest.mark.parametrize("threshold", [14, 16])
def test_whatever_happens_in_whatever_order_the_gate_says_what_the_law_says(threshold):
    where = {"consent_by_link": True, "legal_address": "г. Заозёрск, ул. Школьная, 1"}
    by = make.staff(RoleCode.COORDINATOR, make.OrganisationFactory(own_consent_from=threshold, **where))
    module = make.ModuleFactory(programme__organisation=by.person.organisation)
    module.group = make.StudyGroupFactory(academic_year__organisation=by.person.organisation)
    walks = []
    for number in range(WALKS // 2):
        adult = make.staff(RoleCode.MENTOR, by.person.organisation).person
        Clearance.objects.create(organisation=adult.organisation, person=adult, checked_on=date(2026, 9, 1))
        mentor = make.ParticipationFactory(module=module, person=adult, mentor=True)
        walks.append(Walk(by, mentor, module, seed=1000 * threshold + number))
    today, source = START, Random(threshold)

    for _step in range(STEPS):
        today += timedelta(days=source.choice((0, 0, 1, 5, 30)))
        with clock.fixed(datetime.combine(today, time(9), tzinfo=UTC)):
            for walk in walks:
                walk.step(today)
            look(walks, today)

    open_now = sum(is_processable(walk.child, today) for walk in walks)
    assert WALKS // 20 < open_now < WALKS // 2
    assert sum(walk.pair is not None for walk in walks) > 5
