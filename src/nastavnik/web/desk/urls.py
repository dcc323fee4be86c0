"""Addresses of the room."""

from django.urls import path

from nastavnik.web.desk import first_steps, views

app_name = "desk"
urlpatterns = [
    path("", views.today, name="today"),
    path("first-steps/", first_steps.start, name="start"),
    path("first-steps/<int:pk>/", first_steps.first_steps, name="first_steps"),
]
