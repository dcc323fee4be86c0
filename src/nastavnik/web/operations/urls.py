"""Addresses of the room."""

from django.urls import path

from nastavnik.web.operations import views

app_name = "operations"
urlpatterns = [
    path("", views.state, name="state"),
    path("backup/", views.backup, name="backup"),
]
