"""The table of contents begins in `web/urls.py`."""

from nastavnik.web.urls import urlpatterns

__all__ = ["urlpatterns"]

handler400 = "nastavnik.web.shell.views.bad_request"
handler403 = "nastavnik.web.shell.views.forbidden"
handler404 = "nastavnik.web.shell.views.not_found"
handler500 = "nastavnik.web.shell.views.broken"
