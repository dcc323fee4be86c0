"""Consents whose term ends are spoken of while there is time to ask again."""

from datetime import date

import pytest

from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.desk.test_queries import queue

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_consents_that_end_within_a_month_are_asked_for_anew():
    organisation = make.OrganisationFactory()
    make.signed_consent(make.PersonFactory(organisation=organisation), ends_on=date(2026, 12, 20))
    make.signed_consent(make.PersonFactory(organisation=organisation), ends_on=date(2026, 12, 24))

    assert queue(make.staff(RoleCode.TEACHER, organisation), organisation) == [
        ("week", "Согласия истекают: 1 ребёнок", "consents:index")
    ]
