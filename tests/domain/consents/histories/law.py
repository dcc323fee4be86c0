"""The law of the house, said once more and by nothing of the product: 152-ФЗ ст. 9 in the strict reading.

A grown-up is past the gate. A child is open on a day by one consent to the processing of data that has begun, has not
ended, was not withdrawn by that day, and that bears every signature asked for, given by that day: the guardian's, and
from the age that the school chose the child's own. Who has no known birth date is a small child where they sit in a
class, or learn without a post; nobody knows their age, so nobody says they may sign.
"""

from datetime import date

from tests.domain.consents.histories.lives import THRESHOLDS, Agreed, Life, Term


def birthdays(born: date, on: date) -> int:
    """How many birthdays have come; who was born on a leap day has theirs on 1 March where there is none."""
    count = on.year - born.year
    return count if (on.month, on.day) >= (born.month, born.day) else count - 1


def holds(term: Term, on: date) -> bool:
    return term.starts_on <= on and (term.ends_on is None or on <= term.ends_on)


def is_child(life: Life, on: date) -> bool:
    if life.birth_date is not None:
        return birthdays(life.birth_date, on) < 18
    in_class = any(holds(term, on) for term in life.classes)
    learns = life.mentee_role is not None and holds(life.mentee_role, on) and life.post == ""
    return in_class or learns


def signers(life: Life, on: date) -> set[str]:
    """Whose signatures are asked for."""
    if not is_child(life, on):
        return {"adult"}
    old_enough = life.birth_date is not None and birthdays(life.birth_date, on) >= THRESHOLDS[life.school]
    return {"guardian", "child"} if old_enough else {"guardian"}


def valid(consent: Agreed, kind: str, life: Life, on: date) -> bool:
    if consent.kind != kind or not holds(consent.term, on):
        return False
    if consent.withdrawn_on is not None and consent.withdrawn_on <= on:
        return False
    by_then = {party for party, day in consent.signed if day <= on}
    return signers(life, on) <= by_then


def agreed(life: Life, kind: str, on: date) -> bool:
    return any(valid(consent, kind, life, on) for consent in life.consents)


def open_on(life: Life, on: date) -> bool:
    """May the data of this person be used on the day?"""
    return not is_child(life, on) or agreed(life, "processing", on)


def sent(kind: str, life: Life, on: date) -> bool:
    """May a letter of the kind leave for this person?"""
    return kind == "consent_requested" or open_on(life, on)


def exists(life: Life, on: date) -> bool:
    return True
