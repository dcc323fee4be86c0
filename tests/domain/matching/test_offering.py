"""What the page of a price offers beside the plain change, and whom it says it touches."""

import pytest

from nastavnik.domain.matching import actions, queries
from nastavnik.domain.matching.queries import Studio
from tests import factories as make
from tests.domain.matching.scene import TODAY, change, mentee, mentor, solved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def module():
    return make.ModuleFactory()


@pytest.fixture
def two(module):
    """A child with a fitting mentor, and a mentor who fits less but is free."""
    child = mentee(module, values={"main_need": "физика"})
    return child, mentor(module, values={"competences": ("физика",)}), mentor(module)


def priced(run, word, child, helper):
    return queries.price(Studio(run, TODAY), change(word, child, helper))


def test_the_price_of_a_ban_says_whom_the_child_gets_instead(module, two):
    child, first, second = two
    price = priced(solved(module), "ban", child, first)

    told = [(move.mentee.key, move.from_.key, move.to.key) for move in price.best.others]
    assert told == [(str(child.pk), str(first.pk), str(second.pk))]
    assert price.others == []  # left with nobody: the warning names the child
    assert priced(solved(module), "swap", child, second).others == []


def test_a_removal_of_a_pinned_pair_offers_nothing(module, two):
    child, first, _second = two
    run = solved(module)
    actions.apply_change(run, change("pin", child, first), by=None)

    price = priced(run, "remove", child, first)

    assert price.refusals
    assert price.best is None


@pytest.mark.parametrize(("asking", "helping"), [(4, 4), (5, 3)])
def test_a_whole_plan_that_is_no_better_than_the_exchange_is_not_offered(module, asking, helping):
    children = [mentee(module) for _number in range(asking)]
    helpers = [mentor(module, values={"places": 1}) for _number in range(helping)]
    run = solved(module)
    for child in children:
        for helper in helpers:
            price = priced(run, "swap", child, helper)
            assert price.is_possible
            assert price.best is None
