"""What one side tells past the pair is not read by the other, even where that one coordinates; one count, one list."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from nastavnik.core import clock
from nastavnik.domain.conversations import actions as conversations
from nastavnik.domain.desk.queries import needs_me
from nastavnik.domain.mentorships.models import Handover, PlanStep
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.plans.models import StepSignal
from nastavnik.domain.support import actions, queries
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
TODAY = scene.TODAY


@pytest.fixture
def pair():
    """Met yesterday; the mentor coordinates the school."""
    pair = make.active_pair()
    mentor, child = (scene.person_in(pair, role) for role in ("mentor", "mentee"))
    for person, role in ((mentor, "mentor"), (mentor, RoleCode.COORDINATOR), (child, "mentee")):
        make.RoleAssignmentFactory(user=person.user, role=role, organisation=pair.organisation)
    make.MeetingFactory(mentorship=pair, happens_on=TODAY - timedelta(days=1))
    return pair


def text(client, person, name, *args, query=""):
    client.force_login(person.user)
    return client.get(reverse(name, args=args) + query).content.decode()


def test_a_coordinator_who_is_the_mentor_reads_no_mark_of_the_child(client, pair):
    mentor, child = (scene.person_in(pair, role) for role in ("mentor", "mentee"))
    actions.give_pulse(pair, person=child, score=1, comment="боюсь")

    assert not queries.pulses_visible_to(mentor.user).exists()
    assert "наставляемый 1" not in text(client, mentor, "support:index", query="?show=all")
    assert "боюсь" not in text(client, mentor, "support:call", pair.pk)
    assert "Пульс тревожит" not in str(needs_me(mentor.user, pair.organisation, TODAY))

    other = make.staff(RoleCode.COORDINATOR, pair.organisation)
    assert queries.pulses_visible_to(other).get().comment == "боюсь"
    assert "Пульс тревожит" in str(needs_me(other, pair.organisation, TODAY))


def test_who_reads_the_mark_is_said_before_it_is_given(client, pair):
    child = scene.person_in(pair, "mentee")
    places = (("desk:today",), ("support:pulse", pair.pk), ("mentorships:pair", pair.pk))
    for place in places:
        assert "Сейчас это никто не прочтёт" in text(client, child, *place)

    other = make.staff(RoleCode.COORDINATOR, pair.organisation).person
    for place in places:
        seen = text(client, child, *place)
        assert f"Прочтёт только куратор: {other.given_name}" in seen
        assert "никто не прочтёт" not in seen


def test_requests_and_signals_feed_the_components(pair):
    coordinator = make.staff(RoleCode.COORDINATOR, pair.organisation)
    make.staff(RoleCode.PSYCHOLOGIST, pair.organisation)
    mentor, child = (scene.person_in(pair, role) for role in ("mentor", "mentee"))
    goal = pair.goals.create(organisation=pair.organisation, title="Выступить")
    step = PlanStep.objects.create(organisation=pair.organisation, title="Доклад", goal=goal)
    StepSignal.objects.create(organisation=pair.organisation, step=step, raised_by=mentor, raised_at=clock.now())
    conversations.ask_help(child, text="Мне трудно", by=child.user)

    def relations(user):
        return queries.of_pair(user, pair, TODAY).strengths[2]

    assert "просит помощи" in relations(coordinator).reasons
    assert "просят сделать за другого" in relations(coordinator).reasons
    assert "Просьбы о помощи" in str(relations(coordinator).step)
    assert "просит помощи" not in relations(mentor.user).reasons


def test_the_number_of_today_is_the_number_of_the_list_and_the_order_is_one(client):
    organisation = make.OrganisationFactory()
    module = make.ModuleFactory(programme__organisation=organisation)
    coordinator = scene.coordinator(organisation)
    silent = [make.active_pair(module, started_on=TODAY - timedelta(days=days)) for days in (40, 60)]
    due = make.active_pair(module)
    make.MeetingFactory(mentorship=due, happens_on=TODAY - timedelta(days=1))

    items = [item for item in needs_me(coordinator, organisation, TODAY) if item.mark == "phone"]
    seen = text(client, coordinator.person, "support:index", query="?show=due")
    listed = text(client, coordinator.person, "support:index")

    assert [item.url_args for item in items] == [(silent[1].pk,), (silent[0].pk,), ()]
    assert items[2].title.replace("\xa0", " ") == "Пора поговорить: 1 пара"
    calls = [reverse("support:call", args=[one.pk]) for one in (silent[1], silent[0], due)]
    assert [call in seen for call in calls] == [False, False, True]
    assert [listed.index(call) for call in calls] == sorted(listed.index(call) for call in calls)


def test_after_a_replacement_nothing_says_that_these_two_were_silent(client):
    pair = make.active_pair()
    organisation = pair.organisation
    coordinator = scene.coordinator(organisation)
    old = pair.members.get(role="mentor")
    pair.members.filter(pk=old.pk).update(ends_on=date(2026, 11, 21), has_left=True)
    make.add_member(pair, scene.mentor(pair.module))
    pair.members.filter(role="mentor", ends_on=None).update(starts_on=date(2026, 11, 22))
    Handover.objects.create(
        organisation=organisation, mentorship=pair, left=old, came=pair.members.last(), on=date(2026, 11, 22),
        reason="other", by=coordinator,
    )  # fmt: skip

    silent = next(item for item in needs_me(coordinator, organisation, TODAY) if item.url_name == "support:call")

    assert silent.title.startswith("Новый наставник, встреч ещё не было: ")
    assert silent.why.replace("\xa0", " ").startswith("Наставник сменился 22 ноября.")
    page = text(client, coordinator.person, "mentorships:pair", pair.pk)
    assert "первой встречи ещё не было" in page
    assert "Пара не встречалась" not in page
    assert reverse("scheduling:times", args=[pair.pk]) in page
