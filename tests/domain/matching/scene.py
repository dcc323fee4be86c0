"""The people of these tests: a school module, children with consents, cleared mentors, a coordinator."""

from datetime import date

from nastavnik.core import jobs
from nastavnik.domain.matching import actions
from nastavnik.domain.matching.changes import Change
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Clearance
from nastavnik.domain.programmes.actions import set_profile
from nastavnik.domain.programmes.records import ProfileValues
from tests import factories as make

TODAY = date(2026, 11, 23)


def mentee(module, *, consent=True, values=None, **person):
    child = make.PersonFactory(organisation=module.organisation, with_user=True, **person)
    if consent:
        make.signed_consent(child)
    participation = make.ParticipationFactory(module=module, person=child)
    return _with(participation, values)


def mentor(module, *, cleared=True, values=None, **person):
    adult = make.PersonFactory(organisation=module.organisation, adult=True, with_user=True, **person)
    if cleared:
        Clearance.objects.create(organisation=module.organisation, person=adult, checked_on=date(2026, 9, 1))
    return _with(make.ParticipationFactory(module=module, person=adult, mentor=True), values)


def coordinator(organisation):
    return make.staff(RoleCode.COORDINATOR, organisation)


def solved(module, by=None):
    """A run that the worker has solved."""
    run = actions.run(module, as_of=TODAY, by=by)
    jobs.run_due()
    run.refresh_from_db()
    return run


def pairs_of(run):
    return sorted(run.proposals.values_list("mentee_id", "mentor_id"))


def change(word, child, helper):
    """A change of these two participations; without a helper of whatever mentor the child has."""
    return Change(word, str(child.pk), str(helper.pk) if helper else None)


def _with(participation, values):
    set_profile(participation, values=ProfileValues(**(values or {})), by=None)
    return participation
