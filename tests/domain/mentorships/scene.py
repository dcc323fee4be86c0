"""The people of these tests: a school module, children with consents, cleared mentors, guardians, a coordinator."""

from datetime import date

from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Clearance, Guardianship
from nastavnik.domain.programmes.enums import ParticipationRole
from tests import factories as make

TODAY = date(2026, 11, 23)
PROPOSED = date(2026, 11, 16)


def mentee(module, *, consent=True, **person):
    """A child of twelve who can be matched and sign in."""
    child = make.PersonFactory(organisation=module.organisation, with_user=True, **person)
    make.RoleAssignmentFactory(user=child.user, role=RoleCode.MENTEE, organisation=module.organisation)
    if consent:
        make.signed_consent(child)
    return make.ParticipationFactory(module=module, person=child)


def mentor(module, *, cleared=True, **person):
    """A grown-up who can be matched and sign in."""
    adult = make.PersonFactory(organisation=module.organisation, adult=True, with_user=True, **person)
    make.RoleAssignmentFactory(user=adult.user, role=RoleCode.MENTOR, organisation=module.organisation)
    if cleared:
        Clearance.objects.create(organisation=module.organisation, person=adult, checked_on=date(2026, 9, 1))
    return make.ParticipationFactory(module=module, person=adult, role=ParticipationRole.MENTOR)


def guardian_of(child):
    """A guardian with an account."""
    parent = make.PersonFactory(organisation=child.organisation, adult=True, with_user=True, surname="Родителев")
    make.RoleAssignmentFactory(user=parent.user, role=RoleCode.GUARDIAN, organisation=child.organisation)
    Guardianship.objects.create(
        organisation=child.organisation, guardian=parent, child=child, starts_on=date(2026, 9, 1)
    )
    return parent


def coordinator(organisation):
    return make.staff(RoleCode.COORDINATOR, organisation)


def person_in(mentorship, role):
    return mentorship.members.get(role=role).person
