"""A way to meet past the coordinator is told in conversations alone: there another adult reads it before a child does.
Whatever else the two sides read of each other refuses it, and says where to write it."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.conversations import contacts
from nastavnik.domain.conversations.queries import passing
from nastavnik.domain.mentorships.rules import is_member

REFUSED = {
    contacts.PHONE, contacts.CARD, contacts.MAIL, contacts.LINK, contacts.NICK, contacts.ELSEWHERE, contacts.ASKS_PHONE,
}  # fmt: skip
WHOLE = {contacts.PHONE, contacts.CARD, contacts.MAIL, contacts.LINK, contacts.NICK}  # what halves may make
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
    """Names of the fields of free text that carry one, each for itself or several together: a half here, a half
    there."""
    said = {
        name: str(form.cleaned_data.get(name) or "")
        for name, field in form.fields.items()
        if isinstance(field, forms.CharField) and name not in ADDRESSES and not field.widget.is_hidden
    }
    alone = [name for name, text in said.items() if REFUSED.intersection(contacts.codes(text, passes=passes))]
    filled = {name: text for name, text in said.items() if text}
    if alone or not _have_contact(filled.values(), passes):
        return alone
    without = ({other: text for other, text in filled.items() if other != name} for name in filled)
    parts = [name for name, rest in zip(filled, without, strict=True) if not _have_contact(rest.values(), passes)]
    return parts or list(filled)


def _have_contact(texts: Iterable[str], passes: Callable[[str], bool]) -> bool:
    """Read one after another, with or without a space between."""
    told = list(texts)
    if len(told) < 2:
        return False
    return any(WHOLE.intersection(contacts.codes(by.join(told), passes=passes)) for by in (" ", ""))


def _refuse(form: forms.BaseForm, names: list[str]) -> bool:
    for name in names:
        form.add_error(name, SENTENCE)
    return False
