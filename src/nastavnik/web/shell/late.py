"""A form that comes late is answered with both texts: what is written now and what the sender wrote."""

from typing import Any

from django.forms import BaseForm, BoundField
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from nastavnik.web.shell.render import render_page


def late(request: HttpRequest, form: Any, subject: Any, back: tuple[str, int | str]) -> HttpResponse:
    """409 with both texts, and the form again with what was typed: its next submit counts."""
    return late_with(
        request, form, both_texts(form, subject), version=subject.version, back=reverse(back[0], args=[back[1]])
    )


def late_with(
    request: HttpRequest, form: Any, rows: list[dict[str, Any]], *, version: int | None, back: str
) -> HttpResponse:
    """The same where the form is made of more than one row."""
    data = form.data.copy()
    data["version"] = version
    form.data = data
    return render_page(request, "shell/late.html", {"rows": rows, "form": form, "back": back}, status=409)


def both_texts(form: BaseForm, subject: Any) -> list[dict[str, str]]:
    """Rows of `<c-both-texts>`: the fields of a valid form that differ from the row as it is now."""
    rows = []
    for field in form.visible_fields():
        mine, theirs = form.cleaned_data.get(field.name), getattr(subject, field.name, None)
        theirs = list(theirs) if isinstance(theirs, tuple) else theirs
        if (mine or None) != (theirs or None):
            rows.append({"label": str(field.label), "theirs": _shown(field, theirs), "mine": _shown(field, mine)})
    return rows


def _shown(field: BoundField, value: Any) -> str:
    if value in (None, ""):
        return ""
    if isinstance(value, bool):
        return _("да") if value else _("нет")
    if hasattr(value, "year") and hasattr(value, "month"):
        return date_format(value, "d.m.Y")
    choices = dict(getattr(field.field, "choices", None) or ())
    if isinstance(value, list):
        return ", ".join(str(choices.get(one, one)) for one in value)
    return str(choices.get(value, value))
