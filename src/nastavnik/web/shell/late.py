"""A form that comes late is answered with both texts: what is written now and what the sender wrote."""

from typing import Any

from django.forms import BaseForm, BoundField
from django.utils.formats import date_format


def both_texts(form: BaseForm, subject: Any) -> list[dict[str, str]]:
    """Rows of `<c-both-texts>`: the fields of a valid form that differ from the row as it is now."""
    rows = []
    for field in form.visible_fields():
        mine, theirs = form.cleaned_data.get(field.name), getattr(subject, field.name, None)
        if (mine or None) != (theirs or None):
            rows.append({"label": str(field.label), "theirs": _shown(field, theirs), "mine": _shown(field, mine)})
    return rows


def _shown(field: BoundField, value: Any) -> str:
    if value in (None, ""):
        return ""
    if hasattr(value, "year") and hasattr(value, "month"):
        return date_format(value, "d.m.Y")
    choices = dict(getattr(field.field, "choices", None) or ())
    return str(choices.get(value, value))
