"""The app of the room."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "nastavnik.domain.intake"
    label = "intake"
    verbose_name = "Приём"
