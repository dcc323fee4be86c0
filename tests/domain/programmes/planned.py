"""A stage and rows of a roadmap for tests."""

from nastavnik.domain.programmes import actions
from nastavnik.domain.programmes.actions import roadmap
from nastavnik.domain.programmes.models import Stage
from nastavnik.domain.programmes.terms import month_term
from tests import factories as make

OCTOBER = month_term(2026, 10)


def add_stage(programme, number, code, title, first, last):
    return Stage.objects.create(
        organisation=programme.organisation, programme=programme, number=number, code=code, title=title,
        first_day=first, last_day=last,
    )  # fmt: skip


def row(stage, title="Собрать заявки", term=OCTOBER, **more):
    return actions.add_item(stage, title=title, **roadmap.days_of(term, stage.programme), by=None, **more)


def teacher(programme, **name):
    return make.PersonFactory(organisation=programme.organisation, adult=True, **name)
