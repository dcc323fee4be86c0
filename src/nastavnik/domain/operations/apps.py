"""The app of the room."""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "nastavnik.domain.operations"
    label = "operations"
    verbose_name = "Эксплуатация"
