"""A row cannot point into another organisation: the database itself refuses, on PostgreSQL."""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from nastavnik.domain.operations.tenancy import names_present, tenant_keys
from tests import factories as make

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="composite foreign keys are PostgreSQL's"),
]


def test_every_foreign_key_between_tenant_tables_has_its_twin():
    wanted = {key.name for key in tenant_keys(apps)}

    assert len(wanted) > 40
    assert wanted - names_present(connection) == set()


def test_names_do_not_collide_and_fit():
    names = [key.name for key in tenant_keys(apps)]

    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 63


def _moved(row, field, stranger):
    """The row points to somebody of another organisation; checked at once instead of at the commit."""
    with transaction.atomic(), connection.cursor() as cursor:
        type(row).objects.filter(pk=row.pk).update(**{field: stranger})
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize("case", ["participation", "guardianship", "mentorship", "member", "study_group"])
def test_a_row_cannot_be_moved_to_a_neighbour(case):
    ours, theirs = make.ParticipationFactory(), make.ParticipationFactory()
    pair, other_pair = make.active_pair(), make.active_pair()
    row, field, stranger = {
        "participation": (ours, "person", theirs.person),
        "guardianship": _guardianship(),
        "mentorship": (pair, "module", other_pair.module),
        "member": (pair.members.first(), "participation", theirs),
        "study_group": (make.StudyGroupFactory(), "academic_year", make.AcademicYearFactory()),
    }[case]
    assert row.organisation_id != stranger.organisation_id

    with pytest.raises(IntegrityError, match="tenant_fk"):
        _moved(row, field, stranger)


def test_a_neighbour_of_the_same_organisation_is_let_in():
    ours = make.ParticipationFactory()
    colleague = make.PersonFactory(organisation=ours.organisation)

    _moved(ours, "person", colleague)

    ours.refresh_from_db()
    assert ours.person == colleague


def _guardianship():
    from nastavnik.domain.people.models import Guardianship

    child = make.PersonFactory()
    guardian = make.PersonFactory(organisation=child.organisation, adult=True)
    row = Guardianship.objects.create(
        organisation=child.organisation, child=child, guardian=guardian, starts_on="2026-09-01"
    )
    return row, "guardian", make.PersonFactory(adult=True)
