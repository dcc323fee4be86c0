"""A way to meet past the coordinator is told in conversations alone: there another adult reads it before a child does.
Whatever else the two sides read of each other refuses it, and says where to write it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.conversations import contacts
from nastavnik.domain.conversations.queries import passing
from nastavnik.domain.mentorships.rules import is_member

REFUSED = {
    contacts.PHONE, contacts.CARD, contacts.MAIL, contacts.LINK, contacts.NICK, contacts.ELSEWHERE, contacts.ASKS_PHONE,
}  # fmt: skip
ADDRESSES = {"link", "url"}  # checked where they are taken
SENTENCE = _(
    "Похоже на телефон, почту, ссылку или имя в другом сервисе. Такое пишут в переписке: там его сначала прочтёт "
    "куратор. Уберите это отсюда и сохраните ещё раз."
)


def is_fit(form: forms.BaseForm, mentorship: Any, user: Any) -> bool:
    """`form.is_valid()`, and no contact in it where a member of a pair with a child writes for the other side.

    What is private reaches nobody, and who leads the pairs may name a telephone. No query while nothing is found.
    """
    if not form.is_valid():
        return False
    found = [] if form.cleaned_data.get("is_private") else _fields_with_contact(form, passing(mentorship.organisation))
    if found and is_member(user, mentorship) and mentorship.members.filter(is_minor=True).exists():
        return _refuse(form, found)
    return True


def is_fit_for_children(form: forms.BaseForm) -> bool:
    """The same for what any child of a module may read; no link passes there."""
    found = _fields_with_contact(form, lambda _url: False) if form.is_valid() else []
    return form.is_valid() if not found else _refuse(form, found)


def _fields_with_contact(form: forms.BaseForm, passes: Callable[[str], bool]) -> list[str]:
    """Names of the fields of free text."""
    return [
        name
        for name, field in form.fields.items()
        if isinstance(field, forms.CharField)
        and name not in ADDRESSES
        and not field.widget.is_hidden
        and REFUSED.intersection(contacts.codes(str(form.cleaned_data.get(name) or ""), passes=passes))
    ]


def _refuse(form: forms.BaseForm, names: list[str]) -> bool:
    for name in names:
        form.add_error(name, SENTENCE)
    return False
