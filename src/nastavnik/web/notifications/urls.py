"""Addresses of the room."""

from django.urls import path

from nastavnik.web.notifications import views

app_name = "notifications"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("quiet/", views.quiet, name="quiet"),
    path("paper/", views.paper, name="paper"),
]
