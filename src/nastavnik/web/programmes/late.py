"""A form that came late: both texts, and the form again with what was typed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from nastavnik.web.shell.late import both_texts
from nastavnik.web.shell.render import render_page


def late(request: HttpRequest, form: Any, subject: Any, back: tuple[str, int]) -> HttpResponse:
    """409. The form keeps what was typed and names the version of now, so that the next submit counts."""
    data = form.data.copy()
    data["version"] = subject.version
    rows = both_texts(form, subject)
    form.data = data
    context = {"rows": rows, "form": form, "back": reverse(back[0], args=[back[1]])}
    return render_page(request, "programmes/late.html", context, status=409)
