"""Addresses of the room."""

from django.urls import include, path

app_name = "intake"
urlpatterns = [
    path("admission/", include("nastavnik.web.intake.admission.urls")),
]
