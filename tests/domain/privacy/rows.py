"""Rows that tie people to an institution."""

from datetime import date

from nastavnik.domain.events.models import Event
from nastavnik.domain.intake.models import Application
from nastavnik.domain.people.models import Guardianship
from nastavnik.domain.programmes.models import RoadmapItem, Stage
from tests import factories as make


def guards(guardian, child, *, starts_on=date(2026, 9, 1), **more):
    return Guardianship.objects.create(
        organisation=child.organisation, guardian=guardian, child=child, starts_on=starts_on, **more
    )


def applied(module, person, *, role="mentee", state="submitted", **more):
    return Application.objects.create(
        organisation=module.organisation, intake=make.IntakeFactory(module=module), module=module, role=role,
        state=state, person=person, source="self", surname="Ветрова", **{"submitted_at": "2024-11-23T06:40Z", **more},
    )  # fmt: skip


def task_of(module):
    programme = module.programme
    stage = Stage.objects.create(
        organisation=module.organisation, programme=programme, number=1, title="набор",
        first_day=0, last_day=30,
    )  # fmt: skip
    return RoadmapItem.objects.create(
        organisation=module.organisation, stage=stage, title="набор", first_day=0, last_day=9
    )


def make_event(module):
    return Event.objects.create(
        organisation=module.organisation, module=module, kind="motivational", title="Встреча",
        starts_at="2026-12-01T10:00Z", minutes=45, code="ИВА-1234",
    )  # fmt: skip
