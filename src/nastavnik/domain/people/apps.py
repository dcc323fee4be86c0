"""The app of the room."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "nastavnik.domain.people"
    label = "people"
    verbose_name = "Люди"
