"""What the card of a kind changes is kept with the modules of that kind, so that lists can ask it of the database."""

from collections.abc import Iterable

from django.db.models import Q

from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.models import Module
from nastavnik.domain.programmes.queries import catalogue as queries


def settle_cards(modules: Iterable[Module]) -> None:
    """Keep with each module whether its kind needs an order and a plan, where its card says otherwise than the kind."""
    for module in modules:
        rules, usual = queries.kind_of(module).rules, KINDS[module.kind]
        order = None if rules.order_needed == usual.order_needed else rules.order_needed
        plan = None if rules.plan_needed == usual.plan_needed else rules.plan_needed
        if (order, plan) != (module.card_needs_order, module.card_needs_plan):
            module.card_needs_order, module.card_needs_plan = order, plan
            Module.objects.filter(pk=module.pk).update(card_needs_order=order, card_needs_plan=plan)


def of_card(organisation: Organisation, code: str) -> Iterable[Module]:
    """The modules whose kind has this card."""
    rows = Module.objects.filter(organisation=organisation)
    return rows.filter(Q(kind_code=code) | Q(kind_code="", kind=code))
