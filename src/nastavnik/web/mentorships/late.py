"""A form that came late: both texts side by side, nothing is lost."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from nastavnik.web.shell.render import render_page


def both_texts(request: HttpRequest, form: Any, theirs: Any, *, back: tuple[str, int]) -> HttpResponse:
    """409 with what is written now and what this form wanted, field by field; the next submit counts anew."""
    rows = [
        {"label": field.label, "theirs": _shown(field, getattr(theirs, field.name)), "mine": _shown(field, mine)}
        for field in form.visible_fields()
        if (mine := form.cleaned_data.get(field.name)) is not None or getattr(theirs, field.name, None)
    ]
    fresh = type(form)(initial={**form.cleaned_data, "version": theirs.version})
    context = {"rows": rows, "form": fresh, "back": reverse(back[0], args=[back[1]])}
    return render_page(request, "mentorships/late.html", context, status=409)


def _shown(field: Any, value: Any) -> Any:
    return dict(getattr(field.field, "choices", ())).get(value, value)
