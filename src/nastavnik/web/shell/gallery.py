"""Every component in every state, with a short text and the longest one."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from nastavnik.access.allow import PUBLIC, allow
from nastavnik.web.shell.gallery_samples import samples
from nastavnik.web.shell.render import render_page


@allow(PUBLIC, methods=("GET", "HEAD"))
def gallery(request: HttpRequest) -> HttpResponse:
    """For whoever is signed in; for everybody in the demo and while developing."""
    if not (settings.DEMO or settings.DEBUG or request.user.is_authenticated):
        return redirect("shell:sign_in")
    return render_page(request, "shell/gallery.html", samples())
