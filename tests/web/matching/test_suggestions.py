"""A pair that a teacher names, and what the coordinator makes of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.desk.queries import needs_me
from nastavnik.domain.matching import actions
from nastavnik.domain.matching.enums import SuggestionState as S
from nastavnik.domain.matching.models import PairDecision, Suggestion
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import Way
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.matching import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def module():
    return make.ModuleFactory()


@pytest.fixture
def people(module):
    return scene.mentee(module), scene.mentor(module)


@pytest.fixture
def teacher(client, module):
    user = make.staff(RoleCode.TEACHER, module.organisation, surname="Педагогова", given_name="Нина")
    client.force_login(user)
    return user


@pytest.fixture
def coordinator(module):
    return scene.coordinator(module.organisation)


def address(name, *args):
    return reverse(f"matching:{name}", args=args)


def suggestion(module, people, by, way=Way.TEACHER_PROPOSAL):
    return actions.suggest(module, mentee=people[0], mentor=people[1], way=way, by=by)


def test_a_teacher_names_a_pair_and_sees_what_became_of_it(client, module, people, teacher, coordinator):
    given = {"mentee": people[0].pk, "mentor": people[1].pk, "way": Way.TEACHER_PROPOSAL, "note": "оба рисуют"}

    assert client.post(address("suggest", module.pk), given).status_code == 303

    named = Suggestion.objects.get()
    assert (named.by, named.note, named.state) == (teacher, "оба рисуют", S.OPEN)
    page = client.get(address("suggestions")).content.decode()
    assert "ждёт решения" in page
    assert address("accept_suggestion", named.pk) not in page
    actions.set_aside_suggestion(named, by=coordinator)
    assert "отложено" in client.get(address("suggestions")).content.decode()


def test_a_pair_named_twice_is_refused_in_the_form(client, module, people, teacher):
    given = {"mentee": people[0].pk, "mentor": people[1].pk, "way": Way.SELF_CHOICE}
    client.post(address("suggest", module.pk), given)

    answer = client.post(address("suggest", module.pk), given)

    assert answer.status_code == 422
    assert "уже предложили" in answer.content.decode()


def test_a_child_without_consent_is_not_offered(client, module, people, teacher):
    silent = scene.mentee(module, consent=False)

    page = client.get(address("suggest", module.pk)).content.decode()

    assert people[0].person.list_name in page
    assert silent.person.list_name not in page


def test_the_accepted_pair_keeps_its_way_until_it_works(client, module, people, teacher, coordinator):
    best = scene.mentor(module, values={"competences": ("алгебра",)})
    run = scene.solved(module, by=coordinator)
    named = suggestion(module, people, teacher)
    client.force_login(coordinator)

    answer = client.post(address("accept_suggestion", named.pk))

    assert answer.headers["Location"] == address("run", run.pk)
    run.refresh_from_db()
    proposal = run.proposals.get(mentee=people[0])
    assert (proposal.mentor, proposal.way) == (people[1], Way.TEACHER_PROPOSAL)
    assert proposal.mentor != best
    actions.publish(run, on=scene.TODAY, by=coordinator)
    assert Mentorship.objects.get().way == Way.TEACHER_PROPOSAL


def test_a_pair_that_the_engine_had_found_is_still_the_teachers(client, module, people, teacher, coordinator):
    run = scene.solved(module, by=coordinator)
    named = suggestion(module, people, teacher)
    client.force_login(coordinator)

    client.post(address("accept_suggestion", named.pk))

    assert run.proposals.get().way == Way.TEACHER_PROPOSAL


def test_before_the_first_run_the_pair_waits_pinned(client, module, people, teacher, coordinator):
    named = suggestion(module, people, teacher, Way.SELF_CHOICE)
    client.force_login(coordinator)

    client.post(address("accept_suggestion", named.pk))

    assert PairDecision.objects.get().way == Way.SELF_CHOICE
    assert scene.solved(module, by=coordinator).proposals.get().way == Way.SELF_CHOICE


def test_what_a_rule_forbids_stays_open_and_the_reason_is_said(client, module, teacher, coordinator):
    named = suggestion(module, (scene.mentee(module), scene.mentor(module, cleared=False)), teacher)
    client.force_login(coordinator)

    answer = client.post(address("accept_suggestion", named.pk), follow=True)

    named.refresh_from_db()
    assert named.state == S.OPEN
    assert "Так не получится" in answer.content.decode()
    assert not PairDecision.objects.exists()


def test_only_coordinators_decide(client, module, people, teacher):
    named = suggestion(module, people, teacher)

    for name in ("accept_suggestion", "set_aside_suggestion"):
        assert client.post(address(name, named.pk)).status_code == 403
    client.force_login(scene.coordinator(make.ModuleFactory().organisation))
    for name in ("accept_suggestion", "set_aside_suggestion"):
        assert client.post(address(name, named.pk)).status_code == 404
    client.force_login(make.staff(RoleCode.PSYCHOLOGIST, module.organisation))
    assert client.get(address("suggestions")).status_code == 403


def test_the_coordinator_sets_aside(client, module, people, teacher, coordinator):
    named = suggestion(module, people, teacher)
    client.force_login(coordinator)
    assert "Педагогова Нина" in client.get(address("suggestions")).content.decode()

    client.post(address("set_aside_suggestion", named.pk))

    named.refresh_from_db()
    assert named.state == S.SET_ASIDE


def test_the_coordinator_hears_of_suggestions(module, people, teacher, coordinator):
    suggestion(module, people, teacher)
    make.checked(module.organisation)

    items = needs_me(coordinator, module.organisation, scene.TODAY)

    assert [(item.title.replace("\xa0", " "), item.url_name) for item in items] == [
        ("Предложено: 1 пара", "matching:suggestions")
    ]


def test_the_list_asks_as_often_for_one_as_for_three(client, module, teacher):
    counts = []
    for number in (1, 3):
        for _one in range(number):
            suggestion(module, (scene.mentee(module), scene.mentor(module)), teacher)
        client.get(address("suggestions"))
        with CaptureQueriesContext(connection) as made:
            client.get(address("suggestions"))
        counts.append(len(made))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(("state", "status"), [("active", 422), ("paused", 422), ("proposed", 303)])
def test_a_child_who_works_in_a_pair_is_not_suggested(client, module, people, teacher, state, status):
    child, other = people
    (pair,) = mentorships.propose(module, pairs=[(scene.mentor(module), child)], on=scene.TODAY, by=None)
    Mentorship.objects.filter(pk=pair.pk).update(state=state)
    given = {"mentee": child.pk, "mentor": other.pk, "way": Way.TEACHER_PROPOSAL}

    answer = client.post(reverse("matching:suggest", args=[module.pk]), given)

    assert answer.status_code == status
    assert Suggestion.objects.exists() == (status == 303)
    assert ("уже занимается в паре" in answer.content.decode()) == (status == 422)
