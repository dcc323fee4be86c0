"""Who sees which papers."""

from datetime import date

import pytest

from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.documents import actions, queries
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.documents import scene
from tests.domain.mentorships import scene as people

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def world():
    place = scene.school()
    pair = scene.completed(place)
    order = actions.prepare_order(
        place.module, mentorships=[scene.confirmed(place)], number="1", dated_on=scene.TODAY, by=place.coordinator
    )
    papers = {
        role: actions.issue_certificate(scene.member(pair, role), dated_on=scene.TODAY, by=place.coordinator)
        for role in ("mentor", "mentee")
    }
    parent = people.guardian_of(papers["mentee"].person)
    return place, order, papers, parent


def sees(user):
    return set(queries.visible_to(user))


def test_who_prepares_papers_sees_all_of_the_organisation(world):
    place, order, papers, _parent = world

    assert sees(place.coordinator) == {order, *papers.values()}
    assert sees(scene.school().coordinator) == set()


def test_the_head_sees_an_order_when_it_left_the_draft(world):
    place, order, papers, _parent = world
    assert sees(place.head) == set(papers.values())

    actions.submit(order, by=place.coordinator)

    assert sees(place.head) == {order, *papers.values()}
    assert list(queries.awaiting_approval(place.head)) == [order]
    assert list(queries.awaiting_approval(place.coordinator)) == []


def test_people_and_guardians_see_their_own_certificates_alone(world):
    _place, _order, papers, parent = world

    assert sees(papers["mentor"].person.user) == {papers["mentor"]}
    assert sees(papers["mentee"].person.user) == {papers["mentee"]}
    assert sees(parent.user) == {papers["mentee"]}


def test_after_a_withdrawal_the_head_no_longer_sees_the_childs_paper(world):
    place, _order, papers, parent = world
    withdraw_consent(papers["mentee"].person.consents.get(), on=scene.TODAY, by=None)

    assert sees(place.head) == {papers["mentor"]}
    assert papers["mentee"] in sees(place.coordinator)
    assert sees(parent.user) == {papers["mentee"]}


@pytest.mark.parametrize("role", ["teacher", "psychologist", "administrator"])
def test_other_staff_see_no_papers(world, role):
    place, *_rest = world

    assert sees(make.staff(RoleCode(role), place.organisation)) == set()


def test_discarded_and_revoked_papers_leave_the_pages_of_people(world):
    place, order, papers, _parent = world
    actions.discard(order, by=place.coordinator)
    actions.revoke(papers["mentor"], note="опечатка", by=place.coordinator)

    assert sees(papers["mentor"].person.user) == set()
    assert sees(place.coordinator) == set(papers.values())


def test_the_registry_is_searched_by_number_and_name_and_narrowed(world):
    place, order, papers, _parent = world
    rows = queries.visible_to(place.coordinator)

    mentor = papers["mentor"].person.surname.upper()
    assert set(queries.registry(rows, text=mentor)) == {papers["mentor"]}
    assert set(queries.registry(rows, text=order.mentorships.get().members.first().person.surname)) >= {order}
    assert set(queries.registry(rows, text="закреплении пар")) == {order}
    assert set(queries.registry(rows, book="certificates", year=2026)) == set(papers.values())
    assert set(queries.registry(rows, year=2025)) == set()
    assert set(queries.registry(rows, text="№ 2-н")) == {papers["mentee"]}
    assert set(queries.registry(rows, kind="appointment_order")) == {order}
    assert set(queries.registry(rows, state="issued")) == set(papers.values())


def test_a_report_is_frozen_and_asked_again_it_is_the_same_paper(world):
    place, *_rest = world
    programme = place.module.programme
    first = actions.prepare_report(programme, as_of=scene.TODAY, by=place.coordinator)
    again = actions.prepare_report(programme, as_of=scene.TODAY, by=place.coordinator)
    scene.completed(place)
    later = actions.prepare_report(programme, as_of=scene.TODAY, by=place.coordinator)

    assert again == first
    assert later != first
    said = scene.said(first)
    assert said.count("1 из 2 (50\u00a0%)") == 3
    assert any("23\u00a0ноября 2026\u00a0г." in line for line in said)
    assert first.docx is not None
    assert first in sees(place.head)
    assert date.fromisoformat(first.context["paper"]["properties"]["day"]) == scene.TODAY
