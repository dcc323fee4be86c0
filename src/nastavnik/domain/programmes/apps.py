"""The app of the room."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "nastavnik.domain.programmes"
    label = "programmes"
    verbose_name = "Программы"
