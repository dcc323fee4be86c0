"""The shipped formats and role models come once, whatever stands there already, and go without taking what is used."""

from importlib import import_module

import pytest
from django.apps import apps

from nastavnik.domain.programmes.models import MentoringFormat, RoleModel
from nastavnik.domain.programmes.shipped import formats
from tests import factories as make

pytestmark = pytest.mark.django_db
step = import_module("nastavnik.domain.programmes.migrations.0005_more_formats_and_role_models")


def shipped():
    rows = RoleModel.objects.filter(organisation=None)
    return sorted(rows.values_list("mentoring_format__code", "title"))


def test_every_code_of_the_texts_is_a_shipped_format():
    assert set(MentoringFormat.objects.filter(organisation=None).values_list("code", flat=True)) == set(formats.ALL)


def test_shipping_twice_adds_nothing_and_withdrawing_leaves_what_is_used():
    there = shipped()
    model = RoleModel.objects.get(mentoring_format__code="leader_teacher", title="традиционное")
    make.ModuleFactory(mentoring_format=model.mentoring_format, role_model=model)

    step.ship(apps, None)
    again = shipped()
    step.withdraw(apps, None)
    withdrawn = shipped()
    step.ship(apps, None)

    assert again == there
    assert set(there) - set(withdrawn) == {(code, title) for code, title, _ in step.ROLE_MODELS} - {
        ("leader_teacher", "традиционное")
    }
    assert shipped() == there
