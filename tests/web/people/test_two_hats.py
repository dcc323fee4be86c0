"""Somebody who runs one institution and is a guardian in another: a right of the one opens nothing in the other."""

from datetime import date

import pytest

from nastavnik.domain.consents.models import Consent
from nastavnik.domain.people.actions import add_guardian, grant_role
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import SignInToken
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def user(client):
    user = make.staff(RoleCode.COORDINATOR)
    client.force_login(user)
    return user


@pytest.fixture
def ward(client, user):
    """The user's own child at another school, which the user is looking at."""
    school = make.OrganisationFactory()
    child = make.PersonFactory(organisation=school, with_user=True)
    make.RoleAssignmentFactory(user=child.user, role=RoleCode.MENTEE, organisation=school)
    parent = make.PersonFactory(organisation=school, adult=True, user=user)
    add_guardian(child, guardian=parent, starts_on=date(2026, 9, 1), by=None)
    session = client.session
    session["organisation_id"] = school.pk
    session.save()
    return child


def test_a_consent_is_not_recorded_for_ones_own_child_elsewhere(client, ward):
    paper = {"person": [ward.pk], "parties": ["guardian", "child"], "signed_on": "2026-11-20"}

    answer = client.post("/consents/", paper)

    assert answer.status_code == 404
    assert not Consent.objects.exists()


def test_no_cards_are_printed_for_children_elsewhere(client, ward):
    answer = client.post("/people/cards/", {"role": "mentee"})

    assert answer.status_code == 403
    assert not SignInToken.objects.exists()


def test_a_code_for_an_account_with_rights_elsewhere_is_not_issued(client, user):
    colleague = make.PersonFactory(organisation=user.person.organisation, adult=True, with_user=True)
    make.RoleAssignmentFactory(user=colleague.user, role=RoleCode.MENTOR, organisation=colleague.organisation)
    url = f"/people/{colleague.pk}/access/"
    assert client.post(url, {"kind": "code"}).status_code == 200
    SignInToken.objects.all().delete()
    other = make.OrganisationFactory()
    grant_role(colleague.user, role=RoleCode.COORDINATOR, organisation=other, starts_on=date(2026, 11, 1))

    answer = client.post(url, {"kind": "code"})
    cards = client.post("/people/cards/", {"role": "mentor"})

    assert answer.status_code == 403
    assert cards.context["pages"] == []
    assert not SignInToken.objects.exists()


def test_a_role_elsewhere_that_is_over_does_not_matter(client, user):
    colleague = make.PersonFactory(organisation=user.person.organisation, adult=True, with_user=True)
    make.RoleAssignmentFactory(user=colleague.user, role=RoleCode.TEACHER, ends_on=date(2026, 11, 1))

    assert client.post(f"/people/{colleague.pk}/access/", {"kind": "code"}).status_code == 200
