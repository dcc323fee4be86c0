import pytest

from nastavnik.domain.matching import actions, queries
from nastavnik.domain.matching.queries import Studio
from tests import factories as make
from tests.domain.matching import scene

pytestmark = pytest.mark.django_db


def test_pairs_of_people_who_are_no_longer_in_the_matching_are_counted_apart(now):
    module = make.ModuleFactory()
    by = scene.coordinator(module.organisation)
    scene.mentee(module)
    scene.mentor(module)
    first = scene.solved(module, by)
    actions.publish(first, on=scene.TODAY, by=by)
    child, helper = scene.mentee(module), scene.mentor(module)
    second = scene.solved(module, by)

    compared = queries.compare(Studio(second, scene.TODAY), first)

    assert scene.pairs_of(second) == [(child.pk, helper.pk)]
    assert (compared.there.coverage, compared.here.coverage, compared.kept, compared.elsewhere) == (0, 1, 0, 1)
    assert (compared.only_left_out_here, [one.key for one in compared.only_left_out_there]) == ([], [str(child.pk)])
