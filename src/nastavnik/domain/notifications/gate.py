"""To whom a letter may go. The room that knows stands above this one, so it leaves its rule here when the app starts.

Nobody has left one: no letter goes out.
"""

from collections.abc import Callable
from datetime import date

from django.db.models import Q

from nastavnik.domain.people.models import Person

Rule = Callable[[date], Q]

# What a child may be sent without a consent: the request for it.
BEFORE_CONSENT = frozenset({"consent_requested"})
_rule: list[Rule] = []


def let_through(rule: Rule) -> None:
    """Leave the rule: a condition over Person for a day. The last one counts."""
    _rule[:] = [rule]


def is_open_to(person_id: int, kind: str, on: date) -> bool:
    """May a message of the kind leave for this person on the day?"""
    if kind in BEFORE_CONSENT:
        return True
    return any(Person.objects.filter(rule(on), pk=person_id).exists() for rule in _rule)


def open_to(on: date) -> Q:
    """Whom a message may reach on the day, as a condition over Person; nobody where no rule was left."""
    return _rule[0](on) if _rule else Q(pk__in=[])
