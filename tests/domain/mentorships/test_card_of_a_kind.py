"""What an institution's card of a kind says about orders holds for its pairs, in rows and in the database alike."""

import pytest

from nastavnik.domain.mentorships import queries, rules
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.programmes import actions
from nastavnik.domain.programmes.enums import Catalogue, Kind
from nastavnik.domain.programmes.queries import entry
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def module(now):
    return make.ModuleFactory(kind=Kind.INDIVIDUAL)


def pair(module):
    return make.MentorshipFactory(
        module=module, organisation=module.organisation, kind=module.kind, state=MentorshipState.CONFIRMED
    )


def card_says(module, **numbers):
    code = module.kind_code or module.kind
    found = entry(module.organisation, Catalogue.KIND, code)
    details = {**found.details, **numbers}
    return actions.edit_entry(
        module.organisation, Catalogue.KIND, code, {"details": details}, version=found.version, by=None
    )


def ordered(row):
    """By the rule and by the query; they never differ."""
    fresh = Mentorship.objects.select_related("module__programme").get(pk=row.pk)
    by_query = Mentorship.objects.filter(queries.ordered(), pk=row.pk).exists()
    assert rules.needs_order(fresh) == by_query
    return by_query


def test_without_a_card_the_kind_decides(module):
    assert ordered(pair(module))
    assert not ordered(pair(make.ModuleFactory(kind=Kind.FLASH)))


def test_a_card_that_needs_no_order_frees_pairs_that_are_there(module):
    row = pair(module)
    card_says(module, needs_order=False)
    assert not ordered(row)
    actions.restore_entry(module.organisation, Catalogue.KIND, Kind.INDIVIDUAL, by=None)
    assert ordered(row)


def test_an_own_kind_of_a_free_behaviour_may_need_an_order(module):
    own = actions.add_entry(
        module.organisation,
        Catalogue.KIND,
        title="Час с мастером",
        details={"behaves_as": Kind.FLASH, "needs_order": True},
        by=None,
    )
    changes = {"kind": Kind.FLASH, "kind_code": own.code}
    actions.edit_module(module, changes, version=module.version, by=None)
    assert ordered(pair(module))


def test_a_programme_without_orders_has_none_whatever_the_card_says(module):
    card_says(module, needs_order=True)
    module.programme.needs_order = False
    module.programme.save()
    assert not ordered(pair(module))


def test_a_pair_of_a_former_kind_keeps_what_that_kind_says(module):
    row = pair(module)
    actions.edit_module(module, {"kind": Kind.GROUP}, version=module.version, by=None)
    card_says(module, needs_order=False)
    assert ordered(row)
    assert not ordered(pair(module))
