from datetime import date

import factory

from nastavnik.domain.intake import actions, models
from nastavnik.domain.intake.pages import USUAL_EXTRAS
from tests.factories.programmes import ModuleFactory


class IntakeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Intake

    module = factory.SubFactory(ModuleFactory)
    organisation = factory.SelfAttribute("module.organisation")
    starts_on = date(2026, 9, 1)
    token = factory.Sequence(lambda n: f"intake{n:06d}")
    code = factory.Sequence(lambda n: f"КЛЁН-{n:04d}")
    topics = "разобраться с предметом\nне бояться выступать"
    extra_pages = list(USUAL_EXTRAS)


CHILD = {
    "role": "mentee", "source": "self", "surname": "Ветрова", "given_name": "Полина", "birth_date": date(2014, 5, 6),
    "needs": "не бояться выступать", "guardian_name": "Ветрова Анна Игоревна", "guardian_phone": "+79001234567",
}  # fmt: skip


def draft(intake=None, *, by=None, **answers):
    """A draft with the answers of a child of twelve, and its code."""
    application, code = actions.start(intake or IntakeFactory(), by=by)
    return actions.save_page(application, {**CHILD, **answers}), code


def sent(intake=None, *, by=None, **answers):
    """The same, sent."""
    application, _code = draft(intake, by=by, **answers)
    actions.submit(application, by=by)
    return application
